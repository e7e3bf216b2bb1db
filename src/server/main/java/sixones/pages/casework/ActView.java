package sixones.pages.casework;

import java.util.ArrayList;
import java.util.List;
import sixones.proceeding.act.GivenReasons;
import sixones.report.Language;

/**
 * An act as the history tells it.
 *
 * @param number its number in the case
 * @param what its kind, in words
 * @param standing how it stands; null if it simply happened
 * @param who who did it; with whom it was done for
 * @param authority the document of the authority; null if none was needed
 * @param digest the digest of its body
 * @param lines what it says; empty if it is not shown yet
 * @param address where it is answered or withdrawn; null if it is not
 */
record ActView(
    long number,
    String what,
    CaseChip standing,
    String at,
    String who,
    String authority,
    String digest,
    List<Line> lines,
    String address) {

  /**
   * A text.
   *
   * @param lang the language it is in; null if it is in that of the page
   */
  record Said(String lang, String text) {}

  /** Something an act says: what it is, and its texts. */
  record Line(String label, List<Said> texts) {
    static Line of(String label, String text) {
      return new Line(label, List.of(new Said(null, text)));
    }

    static Line of(String label, List<String> texts) {
      return new Line(label, texts.stream().map(text -> new Said(null, text)).toList());
    }

    /** Returns the reasons with the reader's language first. */
    static Line of(String label, GivenReasons reasons, Language language) {
      return new Line(label, said(reasons, language));
    }

    static List<Said> said(GivenReasons reasons, Language language) {
      List<Said> said = new ArrayList<>();
      if (reasons != null && reasons.zh() != null) {
        said.add(new Said(Language.ZH_CN.tag(), reasons.zh()));
      }
      if (reasons != null && reasons.en() != null) {
        said.add(
            language == Language.EN ? 0 : said.size(), new Said(Language.EN.tag(), reasons.en()));
      }
      return said;
    }
  }
}
