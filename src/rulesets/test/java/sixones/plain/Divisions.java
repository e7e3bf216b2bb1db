package sixones.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.Project;

/** The table of divisions: the spells of every code in the order of the file. */
public final class Divisions {
  /** The table of the rule set. */
  public static final Divisions TABLE =
      new Divisions(Project.file("rules/sichuan-2022-cities/divisions.tsv"));

  private static final String EDITIONS = "# editions: ";

  private final List<YearMonth> editions = new ArrayList<>();
  private final Map<String, List<Spell>> spells = new LinkedHashMap<>();

  private Divisions(Path file) {
    for (String line : lines(file)) {
      if (line.startsWith(EDITIONS)) {
        for (String month : line.substring(EDITIONS.length()).split(" ")) {
          editions.add(YearMonth.parse(month));
        }
      } else if (!line.startsWith("#")) {
        Spell spell = read(line.split("\t", -1));
        spells.computeIfAbsent(spell.code(), code -> new ArrayList<>()).add(spell);
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Spell read(String[] columns) {
    int first = editions.indexOf(YearMonth.parse(columns[2]));
    int last = columns[3].isEmpty() ? Spell.NEWEST : editions.indexOf(YearMonth.parse(columns[3]));
    LocalDate from = first == 0 ? LocalDate.MIN : editions.get(first - 1).atDay(1);
    LocalDate until = last == Spell.NEWEST ? LocalDate.MAX : editions.get(last + 1).atEndOfMonth();
    return new Spell(columns[0], columns[1], first, last, from, until, columns[4]);
  }

  /** Every code in the order of the file. */
  public Collection<String> codes() {
    return Collections.unmodifiableSet(spells.keySet());
  }

  /** The spells of a code; none if it is not known. */
  public List<Spell> spells(String code) {
    return spells.getOrDefault(code, List.of());
  }
}
