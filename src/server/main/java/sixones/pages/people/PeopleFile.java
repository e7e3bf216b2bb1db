package sixones.pages.people;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sixones.pages.frame.PageWords;
import sixones.people.Particulars;
import sixones.people.Role;
import sixones.people.account.NewPerson;
import sixones.report.Language;
import sixones.text.WhiteSpace;

/**
 * People to be added, read from a table: lines of values parted by commas, semicolons or tabs,
 * below a line with the names of the columns in either language.
 *
 * @param people in the order of the table
 * @param unknown the columns nobody reads, as written
 * @param missing the columns without which nobody can be added
 */
record PeopleFile(List<Line> people, List<String> unknown, List<String> missing) {
  /** The most people one table adds. */
  static final int MOST = 100;

  /** The columns of a table; each is also the last part of a message key. */
  static final List<String> COLUMNS =
      List.of("name", "role", "applicant", "fullName", "office", "telephone");

  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  /**
   * One person.
   *
   * @param number of the line among those with values, from 2
   */
  record Line(int number, NewPerson person) {}

  /**
   * Reads a table.
   *
   * @throws IOException if a quotation mark is not closed, or a line cannot be read otherwise
   */
  static PeopleFile read(String text) throws IOException {
    List<String[]> lines = new ArrayList<>();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
    try (MappingIterator<String[]> rows =
        CSV.readerFor(String[].class).with(schema).readValues(text)) {
      while (rows.hasNext() && lines.size() <= MOST + 1) {
        String[] row = rows.next();
        if (!List.of(row).stream().allMatch(WhiteSpace::fills)) {
          lines.add(row);
        }
      }
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
    return lines.isEmpty() ? new PeopleFile(List.of(), List.of(), List.of("name")) : of(lines);
  }

  /** The most frequent of the possible separators in the first line. */
  private static char separator(String text) {
    String head = text.strip().split("\\R", 2)[0];
    char found = ',';
    for (char candidate : new char[] {'\t', ';'}) {
      if (head.indexOf(candidate) >= 0) {
        found = candidate;
      }
    }
    return found;
  }

  private static PeopleFile of(List<String[]> lines) {
    Map<String, Integer> places = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    String[] head = lines.get(0);
    for (int i = 0; i < head.length; i++) {
      Optional<String> column = column(head[i]);
      if (column.isPresent()) {
        places.putIfAbsent(column.get(), i);
      } else if (!WhiteSpace.fills(head[i])) {
        unknown.add(head[i].strip());
      }
    }
    List<Line> people = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      people.add(new Line(i + 1, person(places, lines.get(i))));
    }
    return new PeopleFile(
        people, unknown, places.containsKey("name") ? List.of() : List.of("name"));
  }

  private static Optional<String> column(String written) {
    return COLUMNS.stream()
        .filter(column -> isNamed(written, column) || isWord(written, "people." + column))
        .findFirst();
  }

  private static boolean isNamed(String written, String id) {
    return plain(written).equals(plain(id));
  }

  private static boolean isWord(String written, String key) {
    for (Language language : Language.values()) {
      if (isNamed(written, PageWords.in(language).text(key))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\uFEFF]+", "").toLowerCase(Locale.ROOT);
  }

  private static NewPerson person(Map<String, Integer> places, String[] line) {
    String applicant = value(places, line, "applicant");
    return new NewPerson(
        value(places, line, "name"),
        role(value(places, line, "role")),
        applicant.isEmpty() ? null : applicant,
        Particulars.written(
            value(places, line, "fullName"),
            value(places, line, "office"),
            value(places, line, "telephone")));
  }

  private static String value(Map<String, Integer> places, String[] line, String column) {
    int place = places.getOrDefault(column, line.length);
    return place < line.length ? line[place].strip() : "";
  }

  /** A role by its id or its name in either language; blank is that of an applicant. */
  private static String role(String written) {
    if (written.isEmpty()) {
      return Role.APPLICANT.id();
    }
    for (Role role : Role.values()) {
      if (isNamed(written, role.id()) || isWord(written, "role." + role.id())) {
        return role.id();
      }
    }
    return written;
  }
}
