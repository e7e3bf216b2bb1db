package sixones.fact;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Codes of administrative divisions (GB/T 2260) and what they stood for at what time. Between two
 * editions nobody knows the day: a code counts as in force from the edition before its first to the
 * edition after its last. The lines of the table are searched as bytes; none is read before it is
 * asked for.
 */
public final class Divisions {
  private static final String EDITIONS = "# editions: ";
  private static final int CODE_LENGTH = 6;
  private static final int MOST_REMEMBERED = 2048;

  private final byte[] table;
  private final int start;
  private final List<YearMonth> editions = new ArrayList<>();
  private final Map<String, List<Spell>> remembered = new ConcurrentHashMap<>();

  /** The divisions of a table: {@code divisions.tsv} of a rule set, in UTF-8. */
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

  /** A table of no divisions. */
  static Divisions none() {
    return new Divisions(new byte[0]);
  }

  /** The months of the editions, the earliest first. */
  public List<YearMonth> editions() {
    return List.copyOf(editions);
  }

  /** The lines of the table, each a spell, as they are written. */
  public List<String> lines() {
    return new String(table, start, table.length - start, StandardCharsets.UTF_8).lines().toList();
  }

  /** Whether the table has the code at any time. */
  public boolean knows(String code) {
    return !spells(code).isEmpty();
  }

  /** Whether the code counts as in force on a day. */
  public boolean inForce(String code, LocalDate day) {
    return on(code, day) != null;
  }

  /** The name of the spell in force on the day, else of the latest; null for an unknown code. */
  public String name(String code, LocalDate day) {
    Spell spell = on(code, day);
    return spell == null ? name(code) : spell.name();
  }

  /** The name of the code's latest spell; null for an unknown code. */
  public String name(String code) {
    List<Spell> spells = spells(code);
    return spells.isEmpty() ? null : spells.get(spells.size() - 1).name();
  }

  /**
   * The code that today stands for what this one stood for on the day, else latest: itself if it is
   * in the newest edition; null if that is not known.
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
   * The one code for a division that has an old and a new one on the day, the new one: both count
   * as in force, for the new one is first listed in the edition after the old one's last. Any other
   * code is its own.
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

  /** Whether a code is that of another or of a wider division: by the levels of GB/T 2260. */
  public static boolean covers(String code, String other) {
    int digits = code.endsWith("0000") ? 2 : code.endsWith("00") ? 4 : CODE_LENGTH;
    return code.regionMatches(0, other, 0, digits);
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

  /** Where the first line begins that has this code or a greater one. */
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

  /** A time during which a code stood for one name; {@code last} is null in the newest edition. */
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
  }
}
