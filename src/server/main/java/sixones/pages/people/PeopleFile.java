package sixones.pages.people;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * @param repeated the columns that are there more than once
 * @param missing the columns without which nobody can be added
 */
record PeopleFile(
    List<Line> people, List<String> unknown, List<String> repeated, List<String> missing) {
  /** The most people one table adds. */
  static final int MOST = 100;

  /** The columns of a table; each is also the last part of a message key. */
  static final List<String> COLUMNS =
      List.of("name", "role", "applicant", "fullName", "office", "telephone");

  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  /**
   * One person.
   *
   * @param number of the line in the table, blank ones counted, from 1
   * @param isTooLong whether there are values beyond the named columns
   */
  record Line(int number, NewPerson person, boolean isTooLong) {}

  /** The values of one line, by column, and its number. */
  private record Values(int number, String[] values) {
    boolean isBlank() {
      return Arrays.stream(values).allMatch(WhiteSpace::fills);
    }

    String at(int place) {
      return place < values.length ? values[place].strip() : "";
    }
  }

  /**
   * Reads a table.
   *
   * @param named finds the ids of all applicants that have a name; a name that one alone has may
   *     stand for its id
   * @throws IOException if a quotation mark is not closed, or a line cannot be read otherwise
   */
  static PeopleFile read(String text, Function<String, Set<String>> named) throws IOException {
    List<Values> lines = new ArrayList<>();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
    try (MappingIterator<String[]> rows =
        CSV.readerFor(String[].class).with(schema).readValues(text)) {
      for (int number = 1; rows.hasNext() && lines.size() <= MOST + 1; number++) {
        Values line = new Values(number, rows.next());
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
    return lines.isEmpty()
        ? new PeopleFile(List.of(), List.of(), List.of(), List.of("name"))
        : of(lines, named);
  }

  /** A tab or else a semicolon, if the line of column names has one; otherwise a comma. */
  private static char separator(String text) {
    String head = text.strip().split("\\R", 2)[0];
    return head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
  }

  private static PeopleFile of(List<Values> lines, Function<String, Set<String>> named) {
    Map<String, Integer> places = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    String[] head = lines.get(0).values();
    for (int i = 0; i < head.length; i++) {
      Optional<String> column = column(head[i]);
      if (column.isEmpty() && !WhiteSpace.fills(head[i])) {
        unknown.add(head[i].strip());
      } else if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
        repeated.add(head[i].strip());
      }
    }
    List<Line> people = new ArrayList<>();
    for (Values line : lines.subList(1, lines.size())) {
      people.add(new Line(line.number(), person(places, line, named), isTooLong(line, head)));
    }
    return new PeopleFile(
        people, unknown, repeated, places.containsKey("name") ? List.of() : List.of("name"));
  }

  private static boolean isTooLong(Values line, String[] head) {
    for (int i = 0; i < line.values().length; i++) {
      boolean isNamed = i < head.length && !WhiteSpace.fills(head[i]);
      if (!isNamed && !line.at(i).isEmpty()) {
        return true;
      }
    }
    return false;
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

  private static NewPerson person(
      Map<String, Integer> places, Values line, Function<String, Set<String>> named) {
    Function<String, String> value =
        column -> places.containsKey(column) ? line.at(places.get(column)) : "";
    String applicant = value.apply("applicant");
    return new NewPerson(
        value.apply("name"),
        role(value.apply("role")),
        applicant.isEmpty() ? null : only(named.apply(applicant), applicant),
        Particulars.written(
            value.apply("fullName"), value.apply("office"), value.apply("telephone")));
  }

  private static String only(Set<String> ids, String written) {
    return ids.size() == 1 ? ids.iterator().next() : written;
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
