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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sixones.fact.Applicant;
import sixones.fact.ApplicantDivisions;
import sixones.fact.DivisionLevel;
import sixones.fact.Divisions;
import sixones.fact.Roll;
import sixones.rule.Rule;

/** Validates the roll of applicants and the table of divisions. */
final class ApplicantsFile {
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");
  private static final Pattern LINE =
      Pattern.compile(
          "[1-9][0-9]{5}\t[^\t]+\t[0-9]{4}-(0[1-9]|1[0-2])\t([0-9]{4}-(0[1-9]|1[0-2]))?"
              + "\t([1-9][0-9]{5})?");

  private final Places places;
  private final JsonNode roll;
  private final List<String> reasons = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> codes = new HashSet<>();
  private ApplicantDivisions divisions;

  ApplicantsFile(Places places, JsonNode roll, Set<String> citations) {
    this.places = places;
    this.roll = roll;
    if (!citations.contains(roll.path("citation").asText())) {
      refuse("applicants.yaml", "cites nothing citations.yaml has");
    }
    if (roll.path("members").isEmpty() && !roll.has("divisions")) {
      refuse("applicants.yaml", "has no members and no divisions");
    }
    if (roll.has("divisions")) {
      readDivisions(roll.path("divisions"));
    }
    roll.path("members")
        .fields()
        .forEachRemaining(member -> readMember(member.getKey(), member.getValue()));
  }

  List<String> reasons() {
    return reasons;
  }

  private void readDivisions(JsonNode node) {
    int before = reasons.size();
    List<String> levels = Stream.of(DivisionLevel.values()).map(DivisionLevel::word).toList();
    if (!levels.contains(node.path("level").asText())) {
      refuseDivisions("divisions have a level of " + levels);
    }
    if (!isDay(node.path("from")) || node.has("until") && !isDay(node.path("until"))) {
      refuseDivisions("divisions have days like from: \"2022-06-13\"");
    }
    readCodes("within", node.path("within"));
    readCodes("except", node.path("except"));
    if (reasons.size() == before) {
      divisions = ApplicantDivisions.of(node);
    }
  }

  private void readCodes(String key, JsonNode list) {
    if (!list.isMissingNode() && !list.isArray()) {
      refuseDivisions(key + " is a list of codes");
    }
    for (JsonNode code : list) {
      if (code.isTextual() && CODE.matcher(code.textValue()).matches()) {
        codes.add(code.textValue());
      } else {
        refuseDivisions(key + ": " + code + " is no code of six digits in quotes");
      }
    }
  }

  private void readMember(String id, JsonNode member) {
    boolean isDivision = Applicant.isId(id) && Applicant.kind(id).equals(Applicant.DIVISION);
    if (isDivision || !Applicant.isId(id)) {
      note(id);
    } else if (!ids.add(id)) {
      refuseMember(id, " stands there twice");
    }
    if (member.has("within")) {
      readWithin(id, isDivision, member.path("within"));
    }
    Rule.texts(member.path("withdrawn")).forEach(this::note);
    if (member.path("name").path("en").asText().isEmpty()
        || member.path("name").path("zh").asText().isEmpty()) {
      refuseMember(id, " needs a name: { en: …, zh: … }");
    }
    if (!isDay(member.path("from")) || member.has("until") && !isDay(member.path("until"))) {
      refuseMember(id, " has days like from: \"2022-06-13\"");
    }
    if (divisions != null && isDivision && divisions.has(id)) {
      refuseMember(id, " is among the divisions, too");
    }
  }

  private void readWithin(String id, boolean isDivision, JsonNode within) {
    if (isDivision) {
      refuseMember(id, " is a division; it lies where its code says");
    } else if (within.isTextual() && CODE.matcher(within.textValue()).matches()) {
      codes.add(within.textValue());
    } else {
      refuseMember(id, " lies within a division: within: \"500000\"");
    }
  }

  private void note(String code) {
    if (!CODE.matcher(code).matches()) {
      refuseMember(code, " is no code of six digits and no id like unit:new-area");
    } else if (!ids.add(code)) {
      refuseMember(code, " stands there twice");
    }
    codes.add(code);
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
   * every code of the roll and of the places of its divisions.
   */
  void hold(byte[] table) {
    Divisions known = new Divisions(table);
    String before = "";
    for (String line : known.lines()) {
      if (!LINE.matcher(line).matches()) {
        refuse("divisions.tsv", "is no line of code, name, edition, edition, code: " + line);
        return;
      }
      String[] columns = line.split("\t", -1);
      String order = columns[0] + columns[2];
      if (order.compareTo(before) <= 0) {
        refuse("divisions.tsv", "lines stand by code and first edition: " + line);
      }
      boolean listed = columns[3].isEmpty() || isEdition(known, columns[3]);
      if (!isEdition(known, columns[2]) || !listed) {
        refuse("divisions.tsv", "names an edition that the line “# editions:” has not: " + line);
      }
      before = order;
    }
    codes.stream()
        .filter(code -> CODE.matcher(code).matches() && !known.knows(code))
        .sorted()
        .forEach(code -> refuseMember(code, " is not in divisions.tsv"));
    if (divisions != null) {
      holdDivisions(known);
    }
  }

  private void holdDivisions(Divisions known) {
    Set<String> found =
        new Roll(List.of(), divisions, known)
            .all().stream().map(Applicant::id).collect(Collectors.toSet());
    if (found.isEmpty()) {
      refuseDivisions("divisions are none of divisions.tsv");
    }
    ApplicantDivisions whole =
        new ApplicantDivisions(
            divisions.level(), divisions.within(), divisions.from(), divisions.until(), Set.of());
    divisions.except().stream()
        .filter(code -> !whole.has(code))
        .sorted()
        .forEach(code -> refuseDivisions("except: " + code + " is not among them"));
  }

  private static boolean isEdition(Divisions divisions, String edition) {
    return divisions.editions().contains(YearMonth.parse(edition));
  }

  private void refuse(String file, String reason) {
    reasons.add(places.of(file, 1) + reason);
  }

  private void refuseDivisions(String reason) {
    reasons.add(places.of("applicants.yaml", List.of("divisions")) + reason);
  }

  private void refuseMember(String id, String reason) {
    reasons.add(places.of("applicants.yaml", List.of("members", id)) + id + reason);
  }
}
