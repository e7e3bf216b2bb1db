package sixones.pages.audit;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import sixones.audit.Act;
import sixones.audit.AuditEntry;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.frame.PageFrame;
import sixones.people.Role;
import sixones.store.Cursor;
import sixones.store.Slice;

/** What was done, by whom: for an auditor, for an applicant, and where nothing fits. */
@Singleton
class AuditEntryExamples implements PageExamples {
  private static final List<AuditEntry> ENTRIES =
      List.of(
          entry(Act.ROUND_MOVED, "round", "{\"state\":\"draft\"}", "{\"state\":\"open\"}"),
          entry(Act.SUBMITTED, "submission", null, "{\"version\":1}"),
          new AuditEntry(
              1,
              RecordsInTests.NOW,
              Act.EVALUATED.id(),
              null,
              null,
              "service",
              null,
              "evaluation",
              RecordsInTests.ID.toString(),
              "510100",
              null,
              null));

  @Override
  public List<Example> all() {
    return List.of(
        entries("audit", Role.AUDITOR, Map.of(), ENTRIES),
        entries("audit-of-applicant", Role.APPLICANT, Map.of("cursor", "x"), ENTRIES),
        entries("audit-none", Role.ADMIN, Map.of("from", "someday"), List.of()));
  }

  private static AuditEntry entry(Act act, String kind, String before, String after) {
    return new AuditEntry(
        act.ordinal(),
        RecordsInTests.NOW,
        act.id(),
        7L,
        "wang.fang",
        "officer",
        "2001:db8:85a3::8a2e:370:7334",
        kind,
        RecordsInTests.ID.toString(),
        "510100",
        before,
        after);
  }

  private static Example entries(
      String name, Role reader, Map<String, String> wishes, List<AuditEntry> found) {
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, reader, "/audit");
          UnaryOperator<String> applicants = code -> "Chengdu " + code;
          Slice<AuditEntry> page = new Slice<>(found, found.isEmpty() ? null : Cursor.START);
          return AuditEntriesPage.Templates.entries(
              frame, AuditEntriesView.of(page, new EntryFilter(wishes), frame, reader, applicants));
        });
  }
}
