package sixones.pages.choice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.fact.Applicant;
import sixones.pages.frame.Option;
import sixones.report.Language;
import sixones.ruleset.RuleSet;
import sixones.text.WrittenText;

/**
 * The administrative divisions of a rule set, and applicants that are none, by name. A name that
 * several divisions have is understood only with that of a higher one before it.
 */
public final class DivisionsByName {
  private static final Pattern WITH_CODE = Pattern.compile("(.+?)[ (]*([1-9][0-9]{5})\\)?");
  private static final int LONGEST = 100;
  private static final List<String> LEVELS = List.of("自治州", "地区", "省", "市", "盟");

  private final Map<String, Set<String>> codes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<Applicant> roll;
  private final Map<String, Applicant> applicants = new HashMap<>();
  private final List<String> offered = new ArrayList<>();

  public DivisionsByName(RuleSet ruleSet) {
    for (String line : ruleSet.divisions().lines()) {
      String[] columns = line.split("\t", -1);
      if (columns[3].isEmpty()) {
        names.put(columns[0], columns[1]);
        if (columns[0].endsWith("00")) {
          offered.add(columns[0]);
        }
      }
    }
    names.forEach(this::know);
    this.roll = ruleSet.applicants().stream().filter(this::isNow).toList();
    for (Applicant applicant : roll) {
      applicants.put(applicant.id(), applicant);
      call(applicant.zh(), applicant.id());
      if (applicant.en() != null) {
        call(applicant.en(), applicant.id());
      }
    }
  }

  private boolean isNow(Applicant applicant) {
    return names.containsKey(applicant.id()) || !isDivision(applicant);
  }

  private static boolean isDivision(Applicant applicant) {
    return Applicant.kind(applicant.id()).equals(Applicant.DIVISION);
  }

  private void know(String code, String name) {
    String province = names.getOrDefault(code.substring(0, 2) + "0000", "");
    String prefecture = names.getOrDefault(code.substring(0, 4) + "00", "");
    for (String of : code.endsWith("00") ? withoutLevel(name) : List.of(name)) {
      for (String above : List.of("", province, prefecture, province + prefecture)) {
        call(above + of, code);
      }
    }
  }

  private static List<String> withoutLevel(String name) {
    return LEVELS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(level -> List.of(name, name.substring(0, name.length() - level.length())))
        .orElse(List.of(name));
  }

  private void call(String name, String code) {
    codes.computeIfAbsent(WrittenText.plain(name), key -> new LinkedHashSet<>()).add(code);
  }

  /**
   * Returns the code of the one division that a text names, with its code behind it or not; null if
   * there is none or more than one.
   */
  public String code(String text) {
    Set<String> found = codes(text);
    return found.size() == 1 ? found.iterator().next() : null;
  }

  /**
   * Returns the codes of all divisions that a text names; with a code behind the name that one at
   * most.
   */
  public Set<String> codes(String text) {
    if (text.length() > LONGEST) {
      return Set.of();
    }
    String plain = WrittenText.plain(text);
    Matcher both = WITH_CODE.matcher(plain);
    if (!both.matches()) {
      return codes.getOrDefault(plain, Set.of());
    }
    boolean isOf = codes.getOrDefault(both.group(1), Set.of()).contains(both.group(2));
    return isOf ? Set.of(both.group(2)) : Set.of();
  }

  /**
   * Returns the name of a division, in the reader's language first if it has one there; null for an
   * unknown code.
   */
  public String name(String code, Language language) {
    Applicant applicant = applicants.get(code);
    if (applicant == null) {
      return names.get(code);
    }
    if (applicant.en() == null) {
      return applicant.zh();
    }
    return language == Language.EN
        ? applicant.en() + " · " + applicant.zh()
        : applicant.zh() + " · " + applicant.en();
  }

  /**
   * Returns the names of those who may bid, to choose from. Too many divisions are understood by
   * name and not offered: their list would be heavier than the page.
   */
  public List<Option> applicants(Language language) {
    boolean isFew = roll.size() <= FewApplicants.MOST;
    return roll.stream()
        .filter(one -> isFew || !isDivision(one))
        .limit(FewApplicants.MOST)
        .map(one -> option(one.id(), language))
        .toList();
  }

  /** Returns the names of those who may bid, then of all provinces and cities, to choose from. */
  public List<Option> all(Language language) {
    List<Option> all = new ArrayList<>(applicants(language));
    offered.stream()
        .filter(code -> roll.size() > FewApplicants.MOST || !applicants.containsKey(code))
        .forEach(code -> all.add(option(code, language)));
    return all;
  }

  private Option option(String code, Language language) {
    Applicant one = applicants.get(code);
    if (one == null || one.en() == null) {
      return new Option(names.get(code), code, false);
    }
    return language == Language.EN
        ? new Option(one.en(), one.zh() + " " + code, false)
        : new Option(one.zh(), one.en() + " " + code, false);
  }
}
