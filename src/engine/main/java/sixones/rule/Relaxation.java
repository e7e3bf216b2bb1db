package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sixones.text.Words;

/**
 * A dated condition under which what fails is left to a person: the programme allows an exception,
 * and does not say when it is granted.
 *
 * @param citation the id of the citation it rests on
 * @param rules the ids of the rules it relaxes
 * @param from the first day on which it is in force
 * @param until the first day on which it is no longer in force; null if open-ended
 * @param calls the call years it is for; empty for every call
 * @param places the codes of the divisions whose applicants it is for; empty for all
 * @param note what a reader has to know beside the citation; may be without texts
 */
public record Relaxation(
    String id,
    Words title,
    String citation,
    List<String> rules,
    LocalDate from,
    LocalDate until,
    List<Integer> calls,
    List<String> places,
    Words note) {

  public static Relaxation of(String id, JsonNode node) {
    List<Integer> calls = new ArrayList<>();
    node.path("call").forEach(call -> calls.add(call.intValue()));
    return new Relaxation(
        id,
        Words.of(node.path("title")),
        node.path("citation").asText(),
        Rule.texts(node.path("rules")),
        LocalDate.parse(node.path("from").asText()),
        node.has("until") ? LocalDate.parse(node.path("until").asText()) : null,
        calls,
        Rule.texts(node.path("places")),
        Words.of(node.path("note")));
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /**
   * Returns whether it holds for a bid.
   *
   * @param call the call year; null for none
   * @param around the codes of the divisions that the applicant lies in
   */
  public boolean holds(LocalDate day, Integer call, Collection<String> around) {
    return inForceOn(day)
        && (calls.isEmpty() || call != null && calls.contains(call))
        && (places.isEmpty() || places.stream().anyMatch(around::contains));
  }
}
