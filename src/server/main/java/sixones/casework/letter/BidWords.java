package sixones.casework.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sixones.bid.BidContract;
import sixones.finding.Finding;
import sixones.letter.LetterFacts;
import sixones.letter.LetterWords;
import sixones.proceeding.conclusion.Examined;
import sixones.report.ContractLabels;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.report.ReportFinding;
import sixones.text.Words;

/** What reports say of an evaluation, in both languages at once. */
final class BidWords {
  /** How many characters what was found may take in one language; the places all stand besides. */
  private static final int MOST_SAID = 4_000;

  /** How many places are named in a sentence. */
  private static final int MOST_NAMED = 20;

  private final Examined examined;
  private final Messages en;
  private final Messages zh;

  BidWords(Examined examined) {
    this.examined = examined;
    this.en = Messages.of(examined.ruleSet(), Language.EN);
    this.zh = Messages.of(examined.ruleSet(), Language.ZH_CN);
  }

  private Words both(Function<Messages, String> text) {
    return new Words(text.apply(en), text.apply(zh));
  }

  /** Returns the name of the applicant. */
  Words applicant() {
    String id = examined.evaluation().draft().applicant();
    return both(messages -> messages.applicant(id));
  }

  /** Returns the title of a requirement or a rule. */
  Words title(String id) {
    return both(messages -> messages.title(id));
  }

  /** Returns a passage of the rule set's sources; null for none. */
  LetterFacts.Cited cited(String citation) {
    if (citation == null) {
      return null;
    }
    Passage first = en.passage(examined.ruleSet().citations().get(citation));
    Passage second = zh.passage(examined.ruleSet().citations().get(citation));
    return new LetterFacts.Cited(
        new Words(first.gist(), second.gist()),
        new Words(first.source(), second.source()),
        first.address());
  }

  /** Returns what the applicant can do about a finding; null for nothing. */
  Words advice(Finding finding) {
    return report(finding, en).advice() == null
        ? null
        : both(messages -> report(finding, messages).advice());
  }

  /** Returns what was found at a place of a finding. */
  Words message(Finding finding, Finding.At place) {
    return both(messages -> report(finding, messages).message(place));
  }

  private ReportFinding report(Finding finding, Messages messages) {
    return ReportFinding.of(finding, examined.ruleSet(), messages);
  }

  /** Returns places with what the form calls them. */
  List<LetterFacts.Place> places(List<String> pointers) {
    return pointers.stream()
        .map(pointer -> new LetterFacts.Place(pointer, label(pointer)))
        .toList();
  }

  /** Returns what the form calls a place or, where {@code *} stands for an index, places. */
  Words label(String pointer) {
    return both(messages -> label(pointer, messages.language()));
  }

  private String label(String pointer, Language language) {
    BidContract contract = examined.ruleSet().contract();
    ContractLabels labels = new ContractLabels(contract, language);
    int any = pointer.indexOf("/*");
    if (any < 0) {
      return labels.place(pointer);
    }
    Words each = LetterWords.text("place.each");
    List<String> steps = new ArrayList<>();
    steps.add(labels.place(pointer.substring(0, any)));
    steps.add(language == Language.EN ? each.en() : each.zh());
    for (int from = any + 2; from < pointer.length(); ) {
      int end = pointer.indexOf('/', from + 1);
      end = end < 0 ? pointer.length() : end;
      if (pointer.substring(from, end).equals("/*")) {
        steps.add(language == Language.EN ? each.en() : each.zh());
      } else {
        steps.add(labels.label(pointer.substring(0, end).replace("/*", "/0")));
      }
      from = end;
    }
    return String.join(" › ", steps);
  }

  /** Returns the parts of the bid that rules looked at, in the order of the findings. */
  Words parts() {
    Set<String> tops = new LinkedHashSet<>();
    for (Finding finding : examined.evaluation().findings()) {
      for (Finding.At place : finding.places()) {
        int end = place.pointer().indexOf('/', 1);
        tops.add(end < 0 ? place.pointer() : place.pointer().substring(0, end));
      }
    }
    tops.remove("");
    return tops.isEmpty()
        ? null
        : LetterWords.joined(List.copyOf(tops).stream().map(this::label).toList());
  }

  /** Returns places by what the form calls them; of very many the first. */
  private Words named(List<String> pointers) {
    Words first = LetterWords.joined(pointers.stream().limit(MOST_NAMED).map(this::label).toList());
    return pointers.size() <= MOST_NAMED
        ? first
        : LetterWords.text(
            "found.places", Map.of("places", first, "count", pointers.size() - MOST_NAMED));
  }

  /**
   * Returns one text of what was said of places: once, if it is the same of all; otherwise each
   * with its place, on a line of its own.
   *
   * @param said by pointer, in order
   */
  Words said(Map<String, Words> said) {
    Map<Words, List<String>> by = new LinkedHashMap<>();
    said.forEach((pointer, text) -> by.computeIfAbsent(text, t -> new ArrayList<>()).add(pointer));
    if (by.size() < 2) {
      return by.isEmpty() ? null : by.keySet().iterator().next();
    }
    List<Words> lines = new ArrayList<>();
    int length = 0;
    int more = 0;
    for (Map.Entry<Words, List<String>> one : by.entrySet()) {
      Words line =
          LetterWords.text(
              "found.at", Map.of("place", named(one.getValue()), "found", one.getKey()));
      length += Math.max(line.en().length(), line.zh().length());
      if (lines.isEmpty() || length <= MOST_SAID) {
        lines.add(line);
      } else {
        more += one.getValue().size();
      }
    }
    if (more > 0) {
      lines.add(LetterWords.text("found.more", Map.of("count", more)));
    }
    return new Words(
        String.join("\n", lines.stream().map(Words::en).toList()),
        String.join("\n", lines.stream().map(Words::zh).toList()));
  }
}
