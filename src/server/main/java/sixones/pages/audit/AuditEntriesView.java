package sixones.pages.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import sixones.audit.Act;
import sixones.audit.AuditEntry;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrame;
import sixones.people.Role;
import sixones.report.Column;
import sixones.representation.AuditEntryJson;
import sixones.store.Slice;

/**
 * One page of audit entries and the filter that selected it.
 *
 * @param on the id of the thing filtered by
 * @param first the address of the first page; null if this is the first page
 * @param next the address of the next page; null if there is none
 */
public record AuditEntriesView(
    List<Row> rows,
    List<Option> acts,
    String name,
    String applicant,
    String on,
    String from,
    String until,
    String first,
    String next) {

  /**
   * One entry.
   *
   * @param who the person's name, or the number once the name was erased; null for the service
   *     itself
   * @param role that person's role; null for the service itself
   * @param thing the id of the thing
   * @param link the address of its page; null if this reader has none
   */
  public record Row(
      String at,
      String who,
      String role,
      String address,
      String act,
      String kind,
      String thing,
      String link,
      String applicant,
      List<Change> changes) {}

  /** A member's old and new value; null where none was recorded. */
  public record Change(String member, String before, String after) {}

  static AuditEntriesView of(
      Slice<AuditEntry> page,
      EntryFilter wishes,
      PageFrame frame,
      Role reader,
      UnaryOperator<String> applicants) {
    List<Option> acts =
        Arrays.stream(Act.values())
            .map(Act::id)
            .map(id -> new Option(id, frame.text("audit.act." + id), id.equals(wishes.of("act"))))
            .toList();
    return new AuditEntriesView(
        page.items().stream().map(entry -> row(entry, frame, reader, applicants)).toList(),
        acts,
        wishes.of("name"),
        wishes.of("applicant"),
        wishes.of("on"),
        wishes.of("from"),
        wishes.of("until"),
        wishes.of("cursor").isEmpty() ? null : wishes.address(null),
        page.next() == null ? null : wishes.address(page.next().text()));
  }

  private static Row row(
      AuditEntry entry, PageFrame frame, Role reader, UnaryOperator<String> applicants) {
    String number = entry.person() == null ? null : entry.person().toString();
    return new Row(
        Moments.second(entry.at()),
        entry.name() == null ? number : Column.harmless(entry.name()),
        number == null ? null : frame.text("role." + entry.role()),
        entry.address(),
        EntryWords.of("act", entry.act(), frame),
        EntryWords.of("kind", entry.kind(), frame),
        entry.thing(),
        link(entry, reader),
        entry.applicant() == null ? null : applicants.apply(entry.applicant()),
        changes(entry, frame));
  }

  private static String link(AuditEntry entry, Role reader) {
    return switch (entry.kind()) {
      case "round" -> reader == Role.AUDITOR ? "/rounds/" + entry.thing() : null;
      case "evaluation" -> reader == Role.AUDITOR ? "/evaluations/" + entry.thing() : null;
      case "submission" ->
          reader == Role.APPLICANT ? "/applicant/submissions/" + entry.thing() : null;
      default -> null;
    };
  }

  private static List<Change> changes(AuditEntry entry, PageFrame frame) {
    JsonNode before = AuditEntryJson.members(entry.before());
    JsonNode after = AuditEntryJson.members(entry.after());
    Set<String> members = new TreeSet<>();
    before.fieldNames().forEachRemaining(members::add);
    after.fieldNames().forEachRemaining(members::add);
    List<Change> changes = new ArrayList<>();
    for (String member : members) {
      changes.add(
          new Change(
              EntryWords.of("member", member, frame),
              EntryWords.value(member, before.path(member), frame),
              EntryWords.value(member, after.path(member), frame)));
    }
    return changes;
  }
}
