package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import sixones.fact.Divisions;
import sixones.rule.Rule;

/** Validates the roll of applicants and the table of divisions. */
final class ApplicantsFile {
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");
  private static final Pattern LINE =
      Pattern.compile(
          "[1-9][0-9]{5}\t[^\t]+\t[0-9]{4}-(0[1-9]|1[0-2])\t([0-9]{4}-(0[1-9]|1[0-2]))?\t([1-9][0-9]{5})?");

  private final String folder;
  private final JsonNode roll;
  private final List<String> reasons = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  ApplicantsFile(String folder, JsonNode roll, Set<String> citations) {
    this.folder = folder;
    this.roll = roll;
    if (!citations.contains(roll.path("citation").asText())) {
      refuse("applicants.yaml", "cites nothing citations.yaml has");
    }
    if (roll.path("members").isEmpty()) {
      refuse("applicants.yaml", "has no members");
    }
    roll.path("members")
        .fields()
        .forEachRemaining(member -> readMember(member.getKey(), member.getValue()));
  }

  List<String> reasons() {
    return reasons;
  }

  private void readMember(String code, JsonNode member) {
    note(code);
    Rule.texts(member.path("withdrawn")).forEach(this::note);
    if (member.path("name").path("en").asText().isEmpty()
        || member.path("name").path("zh").asText().isEmpty()) {
      refuse("applicants.yaml", code + " needs a name: { en: …, zh: … }");
    }
    if (!isDay(member.path("from")) || member.has("until") && !isDay(member.path("until"))) {
      refuse("applicants.yaml", code + " has days like from: \"2022-06-13\"");
    }
  }

  private void note(String code) {
    if (!CODE.matcher(code).matches()) {
      refuse("applicants.yaml", code + " is no code of six digits");
    } else if (!codes.add(code)) {
      refuse("applicants.yaml", code + " stands there twice");
    }
  }

  private static boolean isDay(JsonNode day) {
    try {
      return LocalDate.parse(day.asText()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * Validates the form and sort order of the table, which binary search relies on, and that it has
   * every code of the roll.
   */
  void hold(byte[] table) {
    Divisions divisions = new Divisions(table);
    String before = "";
    for (String line : divisions.lines()) {
      if (!LINE.matcher(line).matches()) {
        refuse("divisions.tsv", "is no line of code, name, edition, edition, code: " + line);
        return;
      }
      String[] columns = line.split("\t", -1);
      String order = columns[0] + columns[2];
      if (order.compareTo(before) <= 0) {
        refuse("divisions.tsv", "lines stand by code and first edition: " + line);
      }
      boolean listed = columns[3].isEmpty() || isEdition(divisions, columns[3]);
      if (!isEdition(divisions, columns[2]) || !listed) {
        refuse("divisions.tsv", "names an edition that the line “# editions:” has not: " + line);
      }
      before = order;
    }
    codes.stream()
        .filter(code -> !divisions.knows(code))
        .sorted()
        .forEach(code -> refuse("applicants.yaml", code + " is not in divisions.tsv"));
  }

  private static boolean isEdition(Divisions divisions, String edition) {
    return divisions.editions().contains(YearMonth.parse(edition));
  }

  private void refuse(String file, String reason) {
    reasons.add(folder + file + ":1: " + reason);
  }
}
