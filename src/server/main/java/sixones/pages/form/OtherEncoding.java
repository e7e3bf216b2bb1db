package sixones.pages.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.bid.NotText;
import sixones.bid.UnreadableDraft;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.ruleset.RuleSet;
import sixones.text.Encoding;

/**
 * A file that is not UTF-8, with a preview in its most likely encoding, as the template renders it.
 *
 * @param address the address the choice is submitted to
 * @param encoding the id of the likely encoding; null if none is likely
 * @param encodingName the name of that encoding
 * @param seen the preview in that encoding
 * @param says why the file cannot be read, if no encoding is likely
 * @param along the hidden fields of the form
 */
public record OtherEncoding(
    String address,
    String encoding,
    String encodingName,
    List<Preview.Line> seen,
    List<Problem.Error> says,
    Map<String, String> along) {

  @CheckedTemplate(basePath = "pages/form")
  public static class Templates {
    public static native TemplateInstance otherEncoding(PageFrame frame, OtherEncoding other);
  }

  static OtherEncoding of(
      ChosenFile file,
      String address,
      Map<String, String> more,
      Function<String, RuleSet> rules,
      Language language) {
    Map<String, String> along = new TreeMap<>(more);
    Encoding likely =
        file.bytes().length > Draft.MOST_BYTES
            ? null
            : NotText.in(file.bytes()).flatMap(NotText::encoding).orElse(null);
    if (likely == null) {
      return new OtherEncoding(
          address, null, null, List.of(), said(file, rules.apply(""), language), along);
    }
    along.putIfAbsent(ChosenFile.ORIGINAL, file.original());
    along.putIfAbsent(ChosenFile.NAME, file.name());
    return new OtherEncoding(
        address,
        likely.id(),
        PageWords.in(language).text(key(likely)),
        Preview.of(file, likely, rules, language),
        List.of(),
        along);
  }

  /** Returns the message key of an encoding's name. */
  public static String key(Encoding encoding) {
    return "encoding-name." + encoding.id();
  }

  private static List<Problem.Error> said(ChosenFile file, RuleSet rules, Language language) {
    try {
      Draft.read(file.bytes(), Draft.Format.JSON, rules.contract());
      return List.of();
    } catch (UnreadableDraft e) {
      return Problem.of(e, language).errors();
    }
  }
}
