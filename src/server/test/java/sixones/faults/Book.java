package sixones.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What all clients asked for and what they were told, kept apart from the service. */
final class Book {
  private static final int MOST_FAULTS = 50;

  private final Set<String> rounds = new HashSet<>();
  private final Map<String, Act> begun = new LinkedHashMap<>();
  private final Map<String, Receipt> receipts = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private long tries;
  private long refused;
  private Duration longestAnswer = Duration.ZERO;
  private long lastAnswer;
  private Duration longestOutage = Duration.ZERO;

  /** A round nobody else hands in to. */
  synchronized void open(UUID round) {
    rounds.add(round.toString());
  }

  synchronized boolean isOfItsRounds(String round) {
    return rounds.contains(round);
  }

  synchronized void begin(Act act) {
    begun.put(act.key(), act);
    lastAnswer = lastAnswer == 0 ? System.nanoTime() : lastAnswer;
  }

  synchronized void attempt() {
    tries++;
  }

  /** A clear 503 was told. */
  synchronized void refuse() {
    refused++;
  }

  synchronized long refused() {
    return refused;
  }

  /** How long one answer took, whatever it was. */
  synchronized void answered(Duration after) {
    longestAnswer = after.compareTo(longestAnswer) > 0 ? after : longestAnswer;
  }

  synchronized Duration longestAnswer() {
    return longestAnswer;
  }

  /** The connection to the service broke: no answer at all. */
  synchronized void broke(Exception how) {
    broken.add(Instant.now() + " " + how);
  }

  /** When and how each connection broke. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }

  /** Notes a receipt; another one for the same act than before is a fault. */
  synchronized void accept(Receipt receipt) {
    Receipt before = receipts.putIfAbsent(receipt.act().key(), receipt);
    if (before != null && !Arrays.equals(before.body(), receipt.body())) {
      fault("two receipts for one key: " + before.json() + " and " + receipt.json());
    }
    long now = System.nanoTime();
    Duration silence = Duration.ofNanos(now - lastAnswer);
    longestOutage = silence.compareTo(longestOutage) > 0 ? silence : longestOutage;
    lastAnswer = now;
    notifyAll();
  }

  /** The act was refused for good, and must not be there. */
  synchronized void forget(Act act) {
    begun.remove(act.key());
  }

  synchronized void fault(String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(what);
    }
  }

  synchronized int accepted() {
    return receipts.size();
  }

  /** Waits until so many were accepted; false if that is not so in time. */
  synchronized boolean await(int accepted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (receipts.size() < accepted && System.nanoTime() < deadline) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return receipts.size() >= accepted;
  }

  synchronized Collection<Act> begun() {
    return List.copyOf(begun.values());
  }

  synchronized Collection<Receipt> receipts() {
    return List.copyOf(receipts.values());
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** How often something had to be sent again. */
  synchronized long retries() {
    return tries - begun.size();
  }

  /** The longest time in which nobody's submission was accepted. */
  synchronized Duration longestOutage() {
    return longestOutage;
  }
}
