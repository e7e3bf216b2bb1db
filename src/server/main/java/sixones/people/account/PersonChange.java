package sixones.people.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Particulars;
import sixones.people.ParticularsRow;
import sixones.people.PersonRow;

/** The values of a row before a change, to record what differs afterwards. */
record PersonChange(
    String role, String applicant, boolean disabled, String hash, Particulars particulars) {
  static PersonChange of(PersonRow row) {
    return new PersonChange(
        row.role, row.applicant, row.disabled, row.password, ParticularsRow.of(row.number));
  }

  /** Records that an account was created. */
  static void added(Audit audit, PersonRow row) {
    audit.note(Act.PERSON_ADDED, on(row), Map.of(), PersonChange.of(row).place());
  }

  /** Records one audit entry for each value that differs. */
  void note(Audit audit, PersonRow row) {
    PersonChange now = PersonChange.of(row);
    if (!place().equals(now.place())) {
      audit.note(Act.PERSON_CHANGED, on(row), place(), now.place());
    }
    if (disabled != now.disabled) {
      audit.note(now.disabled ? Act.PERSON_CLOSED : Act.PERSON_OPENED, on(row));
    }
    if (!Objects.equals(hash, now.hash)) {
      audit.note(Act.PASSWORD_GIVEN, on(row));
    }
    if (!particulars.equals(now.particulars)) {
      audit.note(Act.PERSON_DESCRIBED, on(row));
    }
  }

  private Map<String, Object> place() {
    Map<String, Object> place = new HashMap<>();
    place.put("role", role);
    if (applicant != null) {
      place.put("applicant", applicant);
    }
    return place;
  }

  private static Thing on(PersonRow row) {
    return Thing.person(row.number, row.applicant);
  }
}
