package sixones.pages.choice;

import java.util.List;
import sixones.overview.RoundOverview;

/**
 * As many applicants as a page can list: all of them, or if they are too many those a reader names.
 *
 * @param few those to list
 * @param all how many there are
 */
public record FewApplicants(List<RoundOverview.Applicant> few, int all) {
  /** The most a page lists. */
  public static final int MOST = 100;

  /**
   * Selects the applicants to list.
   *
   * @param text a part of a name or an id; null for any
   */
  public static FewApplicants of(List<RoundOverview.Applicant> all, String text) {
    List<RoundOverview.Applicant> few =
        all.size() <= MOST
            ? all
            : all.stream().filter(each -> each.isNamed(text)).limit(MOST).toList();
    return new FewApplicants(few, all.size());
  }

  /** Returns how many are not listed. */
  public int more() {
    return all - few.size();
  }
}
