package sixones.faults;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The acts that were sent in cases and what was told of each, kept apart from the service. */
final class CaseBook extends Tally {
  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final Map<String, Told> told = new LinkedHashMap<>();
  private final Map<UUID, Told> last = new LinkedHashMap<>();
  private final Map<String, String> evaluations = new LinkedHashMap<>();
  private final Set<UUID> rounds = new TreeSet<>();

  /**
   * An act as it was sent, each time the same.
   *
   * @param seq the number it takes if nobody else acts in the case
   * @param over the revision of the case that the person was told before
   */
  record Sent(
      UUID bidCase,
      String kind,
      long seq,
      long over,
      String person,
      String key,
      String path,
      byte[] body) {
    HttpRequest request(Caller caller) {
      return caller.acting(path, over, key, body);
    }
  }

  /** What was told when an act was done. */
  record Told(Sent sent, String tag, byte[] body) {
    String id() {
      return Receipt.json(body).path("id").asText();
    }
  }

  /** A round that only these clients work on. */
  synchronized void of(UUID round) {
    rounds.add(round);
  }

  synchronized Set<UUID> rounds() {
    return Set.copyOf(rounds);
  }

  /** An evaluation as it was read before anything was done about it. */
  synchronized void evaluated(String id, String digest) {
    evaluations.put(id, digest);
  }

  synchronized Map<String, String> evaluations() {
    return Map.copyOf(evaluations);
  }

  synchronized void begin(Sent act) {
    sent.put(act.key(), act);
    beginClock();
  }

  /** Notes what was told; another answer to the same act than before is a fault. */
  synchronized Told accept(Sent act, HttpResponse<byte[]> answer) {
    Told now = new Told(act, answer.headers().firstValue("ETag").orElse(""), answer.body());
    Told before = told.putIfAbsent(act.key(), now);
    if (before != null && !(before.tag.equals(now.tag) && Arrays.equals(before.body, now.body))) {
      fault("two answers to one key: " + Receipt.json(before.body) + " and " + Caller.text(answer));
    }
    if (before == null) {
      last.put(act.bidCase(), now);
    }
    tell();
    return now;
  }

  @Override
  synchronized int sent() {
    return sent.size();
  }

  @Override
  synchronized int accepted() {
    return told.size();
  }

  synchronized Collection<Sent> begun() {
    return List.copyOf(sent.values());
  }

  synchronized Collection<Told> told() {
    return List.copyOf(told.values());
  }

  /** What was told last of each case. */
  synchronized Collection<Told> last() {
    return List.copyOf(last.values());
  }
}
