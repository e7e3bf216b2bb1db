package sixones.pages.rules;

import com.ibm.icu.lang.UCharacter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.pages.frame.PageAddresses;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.rule.Citation;
import sixones.rule.Parameter;
import sixones.rule.Relaxation;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;
import sixones.text.Characters;
import sixones.text.Folding;
import sixones.text.Words;

/**
 * The rules whose clause reads most like a text: the clause as a document has it, or a part of it.
 *
 * <p>Citations hold a gist in our own words, so wording is not compared but what it is made of:
 * pairs of neighbouring Han characters, words and numbers. What few rules have weighs more.
 *
 * @param text what was asked for; empty if nothing was
 * @param found at most {@value #MOST}, the most alike first
 */
public record ClauseSearch(String text, List<Found> found) {
  static final int MOST = 10;

  /** Of two texts without anything in common 0, of equal ones 1. */
  private static final double ALIKE = 0.08;

  /** A rule, with what its clause asks, the numbers in force and where its examples are. */
  public record Found(
      String title,
      String address,
      String set,
      String gist,
      String source,
      String sourceAddress,
      List<RuleView.Value> numbers) {}

  /** A rule by one of its clauses: its own, or one that leaves what fails to a person. */
  private record Candidate(RuleSet set, Rule rule, String citation, Set<String> parts) {
    private boolean isOfSameRule(Candidate other) {
      return set.equals(other.set) && rule.id().equals(other.rule.id());
    }
  }

  /** Returns whether something was asked for. */
  public boolean isAsked() {
    return !text.isEmpty();
  }

  /**
   * Searches the rules of some rule sets.
   *
   * @param text in Chinese or English, of any length; null or blank finds nothing
   * @param day whose numbers are told
   */
  static ClauseSearch of(List<RuleSet> sets, String text, LocalDate day, Language language) {
    String asked = text == null ? "" : text.strip();
    Set<String> parts = parts(asked);
    if (parts.isEmpty()) {
      return new ClauseSearch(asked, List.of());
    }
    List<Candidate> candidates = candidates(sets);
    Map<String, Integer> rules = new HashMap<>();
    candidates.forEach(each -> each.parts().forEach(part -> rules.merge(part, 1, Integer::sum)));
    Map<Candidate, Double> alike = new HashMap<>();
    for (Candidate each : candidates) {
      Set<String> shared = new HashSet<>(parts);
      shared.retainAll(each.parts());
      double weight =
          weight(shared, rules, candidates.size())
              / Math.sqrt(
                  weight(parts, rules, candidates.size())
                      * weight(each.parts(), rules, candidates.size()));
      if (weight >= ALIKE) {
        alike.put(each, weight);
      }
    }
    List<Candidate> best = new ArrayList<>();
    alike.entrySet().stream()
        .sorted(
            Map.Entry.<Candidate, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(candidates::indexOf))))
        .map(Map.Entry::getKey)
        .filter(each -> best.stream().noneMatch(each::isOfSameRule))
        .limit(MOST)
        .forEach(best::add);
    return new ClauseSearch(asked, best.stream().map(each -> found(each, day, language)).toList());
  }

  private static List<Candidate> candidates(List<RuleSet> sets) {
    List<Candidate> candidates = new ArrayList<>();
    for (RuleSet set : sets) {
      for (Rule rule : set.rules().values()) {
        candidates.add(new Candidate(set, rule, rule.citation(), parts(said(set, rule))));
      }
      for (Relaxation one : set.relaxations()) {
        Set<String> eased = parts(said(set, one));
        one.rules().stream()
            .map(set.rules()::get)
            .forEach(rule -> candidates.add(new Candidate(set, rule, one.citation(), eased)));
      }
    }
    return candidates;
  }

  /** The rarer a part, the more it says; parts that no rule has count as one that one has. */
  private static double weight(Set<String> parts, Map<String, Integer> rules, int all) {
    double weight = 0;
    for (String part : parts) {
      double rarity = Math.log((all + 1.0) / rules.getOrDefault(part, 1));
      weight += rarity * rarity;
    }
    return weight;
  }

  /** Of the text as texts are compared: width, case and invisible characters make no odds. */
  private static Set<String> parts(String text) {
    Set<String> parts = new HashSet<>();
    int[] folded = Folding.withSpaces(text).codePoints().toArray();
    int begin = 0;
    for (int i = 0; i <= folded.length; i++) {
      if (i < folded.length && isOfWord(folded, i)) {
        continue;
      }
      if (begin < i) {
        parts.add(new String(folded, begin, i - begin));
      }
      begin = i + 1;
      if (i + 1 < folded.length && Characters.isHan(folded[i]) && Characters.isHan(folded[i + 1])) {
        parts.add(new String(folded, i, 2));
      }
    }
    return parts;
  }

  /** Letters and digits of other scripts, and the point of a decimal. */
  private static boolean isOfWord(int[] text, int at) {
    boolean point =
        text[at] == '.'
            && at > 0
            && at + 1 < text.length
            && UCharacter.isDigit(text[at - 1])
            && UCharacter.isDigit(text[at + 1]);
    return point || Characters.isLetterOrNumber(text[at]) && !Characters.isHan(text[at]);
  }

  /** What the clause of a rule, its title and its numbers say, in both languages. */
  private static String said(RuleSet set, Rule rule) {
    StringBuilder said = new StringBuilder();
    for (Language language : Language.values()) {
      said.append(Messages.of(set, language).title(rule.id())).append('\n');
    }
    Citation citation = set.citations().get(rule.citation());
    add(said, citation.gist());
    add(said, citation.passage());
    for (String id : rule.parameters()) {
      Parameter parameter = set.parameters().get(id);
      add(said, parameter.title());
      parameter.values().forEach(value -> said.append(value.value().asText()).append('\n'));
    }
    return said.toString();
  }

  private static String said(RuleSet set, Relaxation one) {
    StringBuilder said = new StringBuilder();
    add(said, one.title());
    add(said, set.citations().get(one.citation()).gist());
    add(said, set.citations().get(one.citation()).passage());
    return said.toString();
  }

  private static void add(StringBuilder said, Words words) {
    if (words != null) {
      said.append(words.en()).append('\n').append(words.zh()).append('\n');
    }
  }

  private static Found found(Candidate each, LocalDate day, Language language) {
    Messages messages = Messages.of(each.set(), language);
    Passage passage = messages.passage(each.set().citations().get(each.citation()));
    return new Found(
        messages.title(each.rule().id()),
        PageAddresses.rules(each.set()) + "/" + each.rule().id(),
        messages.title(each.set()),
        passage.gist(),
        passage.source(),
        passage.address(),
        each.rule().parameters().stream()
            .map(id -> RuleView.value(each.set(), each.set().parameters().get(id), day, messages))
            .toList());
  }
}
