package sixones.people;

import java.util.Map;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;

/** What is done to people of the embedded table, with the audit entries of it. */
final class PersonActs {
  private PersonActs() {}

  /** Notes that a person was added. */
  static void added(Audit audit, KeptPerson row) {
    audit.note(Act.PERSON_ADDED, on(row), Map.of(), Map.of("role", row.role));
  }

  /** Changes a row and notes what is new; null leaves what is. */
  static void change(Audit audit, KeptPerson row, Boolean disabled, String hash) {
    if (disabled != null && disabled != row.disabled) {
      audit.note(
          disabled ? Act.PERSON_CLOSED : Act.PERSON_OPENED,
          on(row),
          Map.of("disabled", row.disabled),
          Map.of("disabled", disabled));
    }
    if (hash != null) {
      audit.note(Act.PASSWORD_GIVEN, on(row));
    }
    row.change(disabled, hash);
  }

  private static Thing on(KeptPerson row) {
    return Thing.person(row.number, row.city);
  }
}
