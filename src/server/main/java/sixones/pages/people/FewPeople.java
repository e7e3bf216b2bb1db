package sixones.pages.people;

import java.util.List;
import java.util.function.UnaryOperator;
import sixones.people.Account;
import sixones.text.Text;

/**
 * As many accounts as a page can list: all of them, or if they are too many those a reader looks
 * for.
 *
 * @param few those to list
 * @param all how many there are
 */
record FewPeople(List<Account> few, int all) {
  /** The most the page lists; each has forms of its own. */
  static final int MOST = 500;

  /**
   * Selects the accounts to list.
   *
   * @param find a part of a name, the particulars, or the applicant's name or id; null for any
   * @param applicants the name of an applicant by its id
   */
  static FewPeople of(List<Account> all, String find, UnaryOperator<String> applicants) {
    if (all.size() <= MOST) {
      return new FewPeople(all, all.size());
    }
    String part = Text.fold(find);
    List<Account> few =
        all.stream()
            .filter(each -> part == null || about(each, applicants).contains(part))
            .limit(MOST)
            .toList();
    return new FewPeople(few, all.size());
  }

  private static String about(Account account, UnaryOperator<String> applicants) {
    String applicant = account.person().applicant();
    String of = applicant == null ? "" : applicant + " " + applicants.apply(applicant);
    return Text.fold(String.join(" ", account.person().name(), account.particulars().line(), of));
  }

  /** Returns how many are not listed. */
  int more() {
    return all - few.size();
  }
}
