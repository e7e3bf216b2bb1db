package sixones.pages.authorities;

import java.util.List;
import sixones.pages.frame.PageWords;
import sixones.proceeding.permission.Permission;
import sixones.report.Language;

/** A row of the table of who may do what, in words. */
record PermissionRow(
    String act, String role, String authority, String persons, String states, List<String> unless) {

  /** Returns the whole table. */
  static List<PermissionRow> table(Language language) {
    return Permission.TABLE.stream().map(row -> of(row, PageWords.in(language))).toList();
  }

  private static PermissionRow of(Permission row, PageWords words) {
    String persons = row.persons() == 0 ? "by-determination" : String.valueOf(row.persons());
    List<String> states =
        row.in().stream().map(state -> words.text("casework.state." + state.id())).toList();
    return new PermissionRow(
        words.text("casework.act." + row.kind().id()),
        words.text("role." + row.role().id()),
        row.power() == null ? null : words.text("authorities.power." + row.power().id()),
        words.text("permissions.persons." + persons),
        String.join(words.text("authorities.and"), states),
        row.unless().stream().map(code -> words.text("permissions.unless." + code)).toList());
  }
}
