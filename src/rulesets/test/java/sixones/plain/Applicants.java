package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.Project;

/** The roll: those who may bid, in the order of the file. */
public final class Applicants {
  /** The roll of the rule set. */
  static final Applicants ROLL =
      new Applicants(Project.file("rules/sichuan-2022-cities/applicants.yaml"));

  private final List<Member> members = new ArrayList<>();

  private Applicants(Path file) {
    JsonNode roll = read(file).path("members");
    for (Map.Entry<String, JsonNode> entry : roll.properties()) {
      members.add(read(entry.getKey(), entry.getValue()));
    }
  }

  /** One who may bid, with the withdrawn codes that meant it. */
  public record Member(
      String code, String en, String zh, LocalDate from, LocalDate until, Set<String> withdrawn) {
    boolean countsOn(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Member read(String code, JsonNode member) {
    Set<String> withdrawn = new HashSet<>();
    member.path("withdrawn").forEach(was -> withdrawn.add(was.textValue()));
    return new Member(
        code,
        member.path("name").path("en").textValue(),
        member.path("name").path("zh").textValue(),
        LocalDate.parse(member.path("from").textValue()),
        member.hasNonNull("until")
            ? LocalDate.parse(member.path("until").textValue())
            : LocalDate.MAX,
        withdrawn);
  }

  List<Member> members(LocalDate day) {
    return members.stream().filter(member -> member.countsOn(day)).toList();
  }
}
