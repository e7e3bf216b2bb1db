package sixones.pages.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sixones.casework.SeenCase;
import sixones.pages.frame.PageWords;
import sixones.proceeding.CaseState;
import sixones.report.Language;

/**
 * The cases of a round before it is declared decided, as far as an officer may know them.
 *
 * @param counts how many cases are in each state, by state
 * @param all what the counts come to, in words
 * @param undecided those that are not at their end, by applicant
 * @param leftOut how many are withheld from her, in words; null if none are
 */
public record RoundCases(
    List<Count> counts, String all, List<Undecided> undecided, String leftOut) {

  /** How many cases are in a state. */
  public record Count(String state, long count) {}

  /**
   * A case that is not at its end.
   *
   * @param next who has to act next, in words
   */
  public record Undecided(String address, String applicant, String state, String next) {}

  /**
   * Returns the cases of a round.
   *
   * @param names gives the name of an applicant by its code
   */
  static RoundCases of(List<SeenCase> cases, Function<String, String> names, Language language) {
    PageWords words = PageWords.in(language);
    List<SeenCase> seen = cases.stream().filter(one -> !one.isWithheld()).toList();
    Map<CaseState, Long> byState =
        seen.stream()
            .collect(Collectors.groupingBy(one -> one.view().state(), Collectors.counting()));
    List<Undecided> undecided = new ArrayList<>();
    for (SeenCase one : seen) {
      if (!one.view().state().isEnd()) {
        undecided.add(
            new Undecided(
                "/cases/" + one.bidCase().id(),
                names.apply(one.bidCase().applicant()),
                state(one.view().state(), words),
                words.text("casework.next." + one.view().next().name())));
      }
    }
    long leftOut = cases.size() - seen.size();
    return new RoundCases(
        Stream.of(CaseState.values())
            .filter(byState::containsKey)
            .map(state -> new Count(state(state, words), byState.get(state)))
            .toList(),
        words.text("round.cases.all", Map.of("count", seen.size(), "undecided", undecided.size())),
        undecided,
        leftOut == 0 ? null : words.text("round.cases.left-out", Map.of("count", leftOut)));
  }

  private static String state(CaseState state, PageWords words) {
    return words.text("casework.state." + state.id());
  }

  /** Returns whether each case she may know is at its end. */
  public boolean isDecided() {
    return undecided.isEmpty();
  }
}
