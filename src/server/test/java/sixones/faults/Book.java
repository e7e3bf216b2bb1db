package sixones.faults;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What all clients asked for and what they were told, kept apart from the service. */
final class Book extends Tally {
  private final Set<String> rounds = new HashSet<>();
  private final Map<String, Act> begun = new LinkedHashMap<>();
  private final Map<String, Receipt> receipts = new LinkedHashMap<>();

  /** A round nobody else hands in to. */
  synchronized void open(UUID round) {
    rounds.add(round.toString());
  }

  synchronized boolean isOfItsRounds(String round) {
    return rounds.contains(round);
  }

  synchronized void begin(Act act) {
    begun.put(act.key(), act);
    beginClock();
  }

  /** Notes a receipt; another one for the same act than before is a fault. */
  synchronized void accept(Receipt receipt) {
    Receipt before = receipts.putIfAbsent(receipt.act().key(), receipt);
    if (before != null && !Arrays.equals(before.body(), receipt.body())) {
      fault("two receipts for one key: " + before.json() + " and " + receipt.json());
    }
    tell();
  }

  /** The act was refused for good, and must not be there. */
  synchronized void forget(Act act) {
    begun.remove(act.key());
  }

  @Override
  synchronized int sent() {
    return begun.size();
  }

  @Override
  synchronized int accepted() {
    return receipts.size();
  }

  synchronized Collection<Act> begun() {
    return List.copyOf(begun.values());
  }

  synchronized Collection<Receipt> receipts() {
    return List.copyOf(receipts.values());
  }
}
