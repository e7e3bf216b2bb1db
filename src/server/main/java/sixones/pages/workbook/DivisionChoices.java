package sixones.pages.workbook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.fact.Applicant;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSet;
import sixones.text.WrittenText;

/** The divisions a cell offers by name, and the codes of those that people name. */
final class DivisionChoices {
  private static final Pattern NAMED = Pattern.compile("(.+)\\((" + Applicant.ID + ")\\)");
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");
  private static final int PROVINCE = 2;

  private final RuleSet ruleSet;
  private final Map<String, Set<String>> codes = new HashMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();
  private final Map<Language, List<String>> named = new EnumMap<>(Language.class);

  DivisionChoices(RuleSet ruleSet) {
    this.ruleSet = ruleSet;
    Set<String> shown = new LinkedHashSet<>();
    Set<String> provinces = new HashSet<>();
    for (Applicant applicant : ruleSet.applicants()) {
      shown.add(applicant.id());
      if (applicant.division() != null) {
        provinces.add(applicant.division().substring(0, PROVINCE));
      }
      add(applicant.id(), applicant.en());
      add(applicant.id(), applicant.zh());
    }
    Set<String> others = new TreeSet<>();
    for (String line : ruleSet.divisions().lines()) {
      String[] columns = line.split("\t", -1);
      boolean now = columns[3].isEmpty();
      names.computeIfAbsent(columns[0], k -> new HashSet<>()).add(plain(columns[1]));
      if (now) {
        add(columns[0], columns[1]);
      }
      if (now && provinces.contains(columns[0].substring(0, PROVINCE))) {
        others.add(columns[0]);
      }
    }
    shown.addAll(others);
    for (Language language : Language.values()) {
      Messages messages = Messages.of(ruleSet, language);
      named.put(language, shown.stream().map(messages::division).toList());
    }
  }

  private void add(String code, String name) {
    if (name != null) {
      codes.computeIfAbsent(plain(name), k -> new HashSet<>()).add(code);
      names.computeIfAbsent(code, k -> new HashSet<>()).add(plain(name));
    }
  }

  private static String plain(String name) {
    return WrittenText.plain(name);
  }

  /** Returns the divisions a cell offers: the applicants, then those of their provinces. */
  List<String> offered(Language language) {
    return named.get(language);
  }

  /** Returns a division as a cell shows it: its name and code. */
  String shown(String code, Language language) {
    return Applicant.isId(code) ? Messages.of(ruleSet, language).division(code) : code;
  }

  /**
   * Returns the code of a division written as name and code, as a name that one division has, or as
   * the beginning of one applicant's name; otherwise the text. A name and a code that do not belong
   * together stay as written.
   */
  String read(String written) {
    String text = plain(written);
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      boolean agree = names.getOrDefault(named.group(2), Set.of()).contains(named.group(1));
      return agree ? named.group(2) : written;
    }
    Set<String> found = codes.getOrDefault(text, Set.of());
    if (found.isEmpty() && text.length() > 1 && !CODE.matcher(text).matches()) {
      found = beginning(text);
    }
    return found.size() == 1 ? found.iterator().next() : written;
  }

  private Set<String> beginning(String text) {
    Set<String> found = new HashSet<>();
    for (Applicant applicant : ruleSet.applicants()) {
      if (plain(applicant.zh()).startsWith(text)) {
        found.add(applicant.id());
      }
    }
    return found;
  }
}
