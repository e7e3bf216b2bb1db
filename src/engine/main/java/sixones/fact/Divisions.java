package sixones.fact;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Codes of administrative divisions (GB/T 2260) with the names and periods they had. Editions of
 * the standard do not record the day of a change. A code therefore counts as in force from the
 * edition before its first to the edition after its last. Lookups use binary search on the bytes of
 * the table and parse only the lines they need.
 */
public final class Divisions {
  private static final String EDITIONS = "# editions: ";
  private static final int CODE_LENGTH = 6;
  private static final int MOST_REMEMBERED = 2048;

  private final byte[] table;
  private final int start;
  private final List<YearMonth> editions = new ArrayList<>();
  private final Map<String, List<Spell>> remembered = new ConcurrentHashMap<>();
  private volatile Map<String, List<String>> former;

  /**
   * Creates divisions from a table.
   *
   * @param table the content of {@code divisions.tsv} of a rule set, in UTF-8
   */
  public Divisions(byte[] table) {
    this.table = table;
    int line = 0;
    while (line < table.length && table[line] == '#') {
      int end = lineEnd(line);
      String remark = new String(table, line, end - line, StandardCharsets.UTF_8);
      if (remark.startsWith(EDITIONS)) {
        for (String edition : remark.substring(EDITIONS.length()).split(" ")) {
          editions.add(YearMonth.parse(edition));
        }
      }
      line = end + 1;
    }
    this.start = line;
  }

  /** Returns an empty table. */
  static Divisions none() {
    return new Divisions(new byte[0]);
  }

  /** Returns the months of the editions, earliest first. */
  public List<YearMonth> editions() {
    return List.copyOf(editions);
  }

  /** Returns the unparsed lines of the table, one for each spell. */
  public List<String> lines() {
    return new String(table, start, table.length - start, StandardCharsets.UTF_8).lines().toList();
  }

  /** Returns whether the table has the code, in any period. */
  public boolean knows(String code) {
    return !spells(code).isEmpty();
  }

  /** Returns whether the code counts as in force on a day. */
  public boolean inForce(String code, LocalDate day) {
    return on(code, day) != null;
  }

  /**
   * Returns the name that a code had on a day, or else its latest name; null for an unknown code.
   */
  public String name(String code, LocalDate day) {
    Spell spell = on(code, day);
    return spell == null ? name(code) : spell.name();
  }

  /** Returns the latest name of a code; null for an unknown code. */
  public String name(String code) {
    List<Spell> spells = spells(code);
    return spells.isEmpty() ? null : spells.get(spells.size() - 1).name();
  }

  /**
   * Returns the current code of the division that a code denoted on a day, or denoted last. A code
   * of the newest edition is its own current code.
   *
   * @return the current code; null if it is not known
   */
  public String today(String code, LocalDate day) {
    Spell spell = on(code, day);
    if (spell == null) {
      List<Spell> spells = spells(code);
      spell = spells.isEmpty() ? null : spells.get(spells.size() - 1);
    }
    return spell == null ? null : spell.last() == null ? code : spell.sameNameToday();
  }

  /**
   * Returns the new code if a division has both an old and a new code on a day; otherwise the code
   * itself. Both count as in force, because the new code is first listed in the edition after the
   * last one with the old code.
   */
  public String canonical(String code, LocalDate day) {
    Spell old = on(code, day);
    if (old == null || old.last() == null || old.sameNameToday() == null) {
      return code;
    }
    YearMonth next = editions.get(editions.indexOf(old.last()) + 1);
    for (Spell spell : spells(old.sameNameToday())) {
      if (spell.first().equals(next) && spell.holds(day, editions)) {
        return old.sameNameToday();
      }
    }
    return code;
  }

  /**
   * Returns whether a division is or contains another, by the levels of GB/T 2260.
   *
   * @param code the code of the containing division
   * @param other the code of the contained division
   */
  public static boolean covers(String code, String other) {
    int digits = code.endsWith("0000") ? 2 : code.endsWith("00") ? 4 : CODE_LENGTH;
    return code.regionMatches(0, other, 0, digits);
  }

  /**
   * Returns the codes that a division may have or lie in on a day: its own, its prefecture's and
   * its province's.
   *
   * @return empty for an unknown code or null
   */
  public List<String> around(String code, LocalDate day) {
    if (!knows(code)) {
      return List.of();
    }
    return upwards(canonical(code, day));
  }

  /** Returns a code of six characters, that of its prefecture and that of its province. */
  static List<String> upwards(String code) {
    if (code == null || code.length() != CODE_LENGTH) {
      return List.of();
    }
    return List.of(code, code.substring(0, 4) + "00", code.substring(0, 2) + "0000");
  }

  /**
   * A time during which a code counts as the one of a division.
   *
   * @param name the last name it had
   * @param until the first day after it; null if open-ended
   */
  record Period(String name, LocalDate from, LocalDate until) {
    /** Returns the two as one if the other begins before or when this one ends; else the other. */
    Period and(Period later) {
      return until == null || !later.from.isAfter(until)
          ? new Period(later.name, from, later.until)
          : later;
    }

    boolean overlaps(LocalDate first, LocalDate end) {
      return (until == null || first.isBefore(until)) && (end == null || from.isBefore(end));
    }
  }

  /**
   * Returns the last time that a code was the one of a division of a level.
   *
   * @param end the first day that no longer counts; null if open-ended
   * @return null if there is none between the days
   */
  Period lastPeriod(String code, DivisionLevel level, LocalDate first, LocalDate end) {
    Period last = null;
    for (Spell spell : spells(code)) {
      if (level.isNamed(spell.name())) {
        Period period = spell.period(editions, spell.last() == null ? null : replaced(spell));
        last = last == null ? period : last.and(period);
      }
    }
    return last == null || !last.overlaps(first, end) ? null : last;
  }

  /** Returns the day on which the new code of a division counts beside its old one; else null. */
  private LocalDate replaced(Spell old) {
    int next = editions.indexOf(old.last()) + 1;
    if (old.sameNameToday() == null || next == editions.size()) {
      return null;
    }
    boolean follows =
        spells(old.sameNameToday()).stream()
            .anyMatch(spell -> spell.first().equals(editions.get(next)));
    return follows ? old.last().atDay(1) : null;
  }

  /**
   * Returns whether the division of that name today got its code after an old one ended. Another
   * division may have had the same name at the same time, and another the code before.
   */
  private boolean isFollowed(Spell old) {
    List<Spell> today = spells(old.sameNameToday());
    return !today.isEmpty() && today.get(today.size() - 1).first().isAfter(old.last());
  }

  /** Returns the withdrawn codes that denoted the division a code denotes today. */
  List<String> onceCalled(String code) {
    return former().getOrDefault(code, List.of());
  }

  private Map<String, List<String>> former() {
    Map<String, List<String>> known = former;
    if (known == null) {
      known = new HashMap<>();
      for (String line : lines()) {
        Spell old = Spell.of(line);
        String code = line.substring(0, CODE_LENGTH);
        if (old.sameNameToday() != null && isFollowed(old)) {
          List<String> codes = known.computeIfAbsent(old.sameNameToday(), k -> new ArrayList<>(1));
          if (!codes.contains(code)) {
            codes.add(code);
          }
        }
      }
      former = known;
    }
    return known;
  }

  private Spell on(String code, LocalDate day) {
    Spell found = null;
    for (Spell spell : spells(code)) {
      found = spell.holds(day, editions) ? spell : found;
    }
    return found;
  }

  private List<Spell> spells(String code) {
    if (code == null || code.length() != CODE_LENGTH) {
      return List.of();
    }
    List<Spell> spells = remembered.get(code);
    if (spells == null) {
      spells = read(code);
      if (remembered.size() < MOST_REMEMBERED) {
        remembered.put(code, spells);
      }
    }
    return spells;
  }

  private List<Spell> read(String code) {
    List<Spell> spells = new ArrayList<>(2);
    for (int at = firstLine(code); at < table.length && compare(at, code) == 0; ) {
      int end = lineEnd(at);
      spells.add(Spell.of(new String(table, at, end - at, StandardCharsets.UTF_8)));
      at = end + 1;
    }
    return spells;
  }

  /** Returns the offset of the first line whose code is not less than this one. */
  private int firstLine(String code) {
    int low = start;
    int high = table.length;
    while (low < high) {
      int line = lineStart((low + high) / 2);
      if (compare(line, code) < 0) {
        low = lineEnd(line) + 1;
      } else {
        high = line;
      }
    }
    return low;
  }

  private int lineStart(int at) {
    int line = at;
    while (line > start && table[line - 1] != '\n') {
      line--;
    }
    return line;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < table.length && table[end] != '\n') {
      end++;
    }
    return end;
  }

  private int compare(int line, String code) {
    for (int i = 0; i < CODE_LENGTH; i++) {
      int difference = table[line + i] - code.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  /** A period in which a code had one name; {@code last} is null for the newest edition. */
  private record Spell(String name, YearMonth first, YearMonth last, String sameNameToday) {
    static Spell of(String line) {
      String[] columns = line.split("\t", -1);
      return new Spell(
          columns[1],
          YearMonth.parse(columns[2]),
          columns[3].isEmpty() ? null : YearMonth.parse(columns[3]),
          columns[4].isEmpty() ? null : columns[4]);
    }

    boolean holds(LocalDate day, List<YearMonth> editions) {
      int before = editions.indexOf(first) - 1;
      if (before >= 0 && day.isBefore(editions.get(before).atDay(1))) {
        return false;
      }
      int after = last == null ? editions.size() : editions.indexOf(last) + 1;
      return after >= editions.size() || !day.isAfter(editions.get(after).atEndOfMonth());
    }

    /**
     * Returns the time during which it holds.
     *
     * @param replaced the day from which another code counts instead; null if there is none
     */
    Period period(List<YearMonth> editions, LocalDate replaced) {
      int before = editions.indexOf(first) - 1;
      int after = last == null ? editions.size() : editions.indexOf(last) + 1;
      LocalDate end =
          after >= editions.size() ? null : editions.get(after).atEndOfMonth().plusDays(1);
      return new Period(
          name,
          before < 0 ? LocalDate.MIN : editions.get(before).atDay(1),
          replaced == null ? end : replaced);
    }
  }
}
