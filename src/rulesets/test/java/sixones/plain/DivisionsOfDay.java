package sixones.plain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the table and the roll say of a code as of one day. */
public final class DivisionsOfDay {
  private final LocalDate day;
  private final List<Applicants.Member> members;

  public DivisionsOfDay(LocalDate day) {
    this(day, Applicants.ROLL.members(day));
  }

  /**
   * @param members those who may bid on the day, by another roll than that of the cities
   */
  public DivisionsOfDay(LocalDate day, List<Applicants.Member> members) {
    this.day = day;
    this.members = members;
  }

  public LocalDate day() {
    return day;
  }

  /** Those who may bid. */
  public List<Applicants.Member> members() {
    return members;
  }

  public Optional<Applicants.Member> member(String code) {
    return members.stream().filter(member -> member.code().equals(code)).findFirst();
  }

  /** The one who may bid that a withdrawn code meant. */
  public Optional<Applicants.Member> memberThatWas(String code) {
    return members.stream().filter(member -> member.withdrawn().contains(code)).findFirst();
  }

  public static boolean isKnown(String code) {
    return !Divisions.TABLE.spells(code).isEmpty();
  }

  public boolean isInForce(String code) {
    return Divisions.TABLE.spells(code).stream().anyMatch(spell -> spell.holdsOn(day));
  }

  /** What is doubtful about a code, empty if nothing is. */
  public String doubt(String code) {
    if (isInForce(code)) {
      return "";
    }
    if (!isKnown(code)) {
      return "unknown-code";
    }
    return today(code).isEmpty() ? "untraced" : "withdrawn";
  }

  /** The last spell of a known code that holds, else its last one. */
  public Spell spellOfDay(String code) {
    List<Spell> spells = Divisions.TABLE.spells(code);
    Spell last = spells.get(spells.size() - 1);
    return spells.stream()
        .filter(spell -> spell.holdsOn(day))
        .reduce((before, after) -> after)
        .orElse(last);
  }

  /** The code today of a known code, empty if that is not known. */
  public String today(String code) {
    Optional<Applicants.Member> member = memberThatWas(code);
    if (member.isPresent()) {
      return member.get().code();
    }
    Spell spell = spellOfDay(code);
    return spell.hasEnded() ? spell.today() : code;
  }

  /** Of two codes that count for one place between two editions, the later one. */
  public String canonical(String code) {
    if (!isInForce(code)) {
      return code;
    }
    Spell spell = spellOfDay(code);
    return Divisions.TABLE.spells(spell.today()).stream()
        .filter(next -> spell.becomes(next) && next.holdsOn(day))
        .findFirst()
        .map(Spell::code)
        .orElse(code);
  }

  public static boolean covers(String wide, String narrow) {
    if (wide.equals(narrow)) {
      return true;
    }
    if (wide.endsWith("0000")) {
      return wide.regionMatches(0, narrow, 0, 2);
    }
    return wide.endsWith("00") && wide.regionMatches(0, narrow, 0, 4);
  }
}
