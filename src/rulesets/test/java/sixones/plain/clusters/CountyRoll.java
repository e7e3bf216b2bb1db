package sixones.plain.clusters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sixones.plain.Applicants.Member;
import sixones.plain.Divisions;
import sixones.plain.DivisionsOfDay;
import sixones.plain.Spell;

/** Who may bid: the counties, and the four prefecture-level cities that have none. */
final class CountyRoll {
  private static final LocalDate FIRST = LocalDate.of(2022, 9, 13);
  private static final Map<String, String> CITIES =
      Map.of(
          "441900", "Dongguan", "442000", "Zhongshan", "460400", "Danzhou", "620200", "Jiayuguan");
  private static final String LISTED_TWICE = "620201";
  private static final Set<String> HEADINGS = Set.of("市辖区", "市辖县", "县");
  private static final Map<LocalDate, List<Member>> ROLLS = new HashMap<>();

  /** The spells that ended, by the code today of their name. */
  private static final Map<String, List<Spell>> LEADING = new HashMap<>();

  static {
    for (String code : Divisions.TABLE.codes()) {
      for (Spell spell : Divisions.TABLE.spells(code)) {
        if (spell.hasEnded()) {
          LEADING.computeIfAbsent(spell.today(), today -> new ArrayList<>()).add(spell);
        }
      }
    }
  }

  private CountyRoll() {}

  /** Those who may bid on a day, by their codes. */
  static synchronized List<Member> on(LocalDate day) {
    return ROLLS.computeIfAbsent(day, CountyRoll::read);
  }

  private static List<Member> read(LocalDate day) {
    DivisionsOfDay divisions = new DivisionsOfDay(day, List.of());
    List<Member> members = new ArrayList<>();
    for (String code : new TreeSet<>(Divisions.TABLE.codes())) {
      if (CITIES.containsKey(code)) {
        members.add(member(code, CITIES.get(code), divisions, Set.of()));
      } else if (isCounty(code, divisions)) {
        members.add(member(code, null, divisions, withdrawn(code, divisions)));
      }
    }
    return members;
  }

  private static boolean isCounty(String code, DivisionsOfDay divisions) {
    return code.length() == 6
        && !code.endsWith("00")
        && !code.equals(LISTED_TWICE)
        && divisions.isInForce(code)
        && divisions.canonical(code).equals(code)
        && isNameOfCounty(divisions.spellOfDay(code).name());
  }

  private static boolean isNameOfCounty(String name) {
    return name.matches(".*[县市区旗]") && !HEADINGS.contains(name) && !name.contains("直辖");
  }

  private static Set<String> withdrawn(String code, DivisionsOfDay divisions) {
    Set<String> withdrawn = new HashSet<>();
    int first = divisions.spellOfDay(code).first();
    for (Spell spell : LEADING.getOrDefault(code, List.of())) {
      if (spell.last() < first) {
        withdrawn.add(spell.code());
      }
    }
    return withdrawn;
  }

  private static Member member(
      String code, String english, DivisionsOfDay divisions, Set<String> withdrawn) {
    String name = divisions.spellOfDay(code).name();
    return new Member(code, english, name, FIRST, LocalDate.MAX, withdrawn);
  }
}
