package sixones.pages.notices;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.Option;
import sixones.report.Problem;

/**
 * The page on which an officer writes a notice, or widens or extends one.
 *
 * @param address of the case
 * @param applicant the name of the applicant
 * @param barred why it cannot be done; null if it can
 * @param notice the form of a notice; null if none can be written now
 * @param waiting the notice that waits for a reply; null if none does
 * @param added items by hand
 * @param trouble why the form was refused; null if it was not
 * @param typed what was typed for what is in no form any more
 * @param preview the letter in both languages; null unless it was asked for
 */
record NoticeView(
    String address,
    String applicant,
    String revision,
    String key,
    Problem barred,
    Build notice,
    Waiting waiting,
    List<Added> added,
    Trouble trouble,
    List<String> typed,
    Preview preview) {

  /** What is told or dropped. */
  record Build(List<Line> lines, Term term) {}

  /**
   * A candidate.
   *
   * @param known what it is known by, wherever it stands
   * @param found what was found, by place
   * @param mayChange the labels of what may be changed
   */
  record Line(
      int n,
      String known,
      String title,
      String kind,
      List<String> found,
      String demand,
      String mayChange,
      boolean told,
      Texts mend,
      Texts drop) {}

  /** A text in both languages, as typed, with what is wrong with it. */
  record Texts(String name, String zh, String en, String fault) {}

  /** An item by hand. */
  record Added(
      int n, List<Option> kinds, List<Option> places, List<Option> citations, Texts demand) {}

  /** A term, as typed. */
  record Term(
      String start, String amount, List<Option> units, boolean first, Map<String, String> faults) {
    /** Returns what is wrong with a field; null if nothing is. */
    public String fault(String name) {
      return faults.get(name);
    }
  }

  /**
   * A notice that waits.
   *
   * @param says when it was issued and until when a reply is awaited
   * @param places further places that may be named
   */
  record Waiting(
      String id,
      String says,
      List<List<Option>> places,
      Texts reasons,
      Term term,
      String barredWiden,
      String barredExtend) {}

  /** Why a form was refused. */
  record Trouble(String title, String detail, List<Link> links) {}

  /**
   * One fault.
   *
   * @param field the id of the field; null if it is at none
   */
  record Link(String field, String text) {}

  /**
   * A letter as it will look.
   *
   * @param faults what would keep it from being issued
   */
  record Preview(RawString zh, RawString en, List<String> faults) {}
}
