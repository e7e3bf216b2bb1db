package sixones.pages.authorities;

import java.util.List;

/**
 * Who may do what, and the forms to change it.
 *
 * @param missing what is missing before any authority can come into force; null if nothing is
 * @param give the form to give one; null if the reader may not
 * @param delegate the form to let another act for the reader; null if she may not
 * @param noDelegate why an officer has no such form; null if she has or is no officer
 * @param refusal why what was sent was refused; null if nothing was
 */
record AuthoritiesView(
    List<AuthorityRow> rows,
    String missing,
    AuthorityForm give,
    AuthorityForm delegate,
    String noDelegate,
    AuthoritiesView.Refusal refusal) {

  /** Why something was refused, with links to the fields at fault. */
  record Refusal(String title, String detail, List<Link> links) {}

  /**
   * A fault.
   *
   * @param field the id of the field; null if it belongs to none
   */
  record Link(String field, String label, String fault) {}
}
