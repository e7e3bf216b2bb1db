package sixones.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
import sixones.paper.Typesetter;
import sixones.report.Language;

/**
 * A frozen letter in one language, as files and as a part of a page. Nothing is read but the frozen
 * text. Room is left for the red heading, the number, signature and seal, which are the office's.
 */
public final class LetterRendering {
  private final FrozenLetter frozen;
  private final Map<String, Object> data;

  public LetterRendering(FrozenLetter frozen, Language language) {
    this.frozen = frozen;
    this.data = LetterLayout.of(frozen.letter(), language);
    data.put("digest", frozen.digest());
    data.put("fonts", in(language));
  }

  private static String in(Language language) {
    var fonts = LetterWords.text("fonts");
    return language == Language.ZH_CN ? fonts.zh() : fonts.en();
  }

  /** Returns an Office Open XML document (.docx) to be finished in the office. */
  public byte[] docx() {
    return LetterDocx.of(data);
  }

  /** Returns an element {@code article} for a page. */
  public String html() {
    return LetterTemplates.PAGE.render(data);
  }

  /** Returns a whole HTML document, without style or script. */
  public String document() {
    String article = html();
    String title = article.substring(article.indexOf("<h2>") + 4, article.indexOf("</h2>"));
    return "<!DOCTYPE html>\n<html lang=\""
        + data.get("language")
        + "\">\n<head><meta charset=\"utf-8\"><title>"
        + title
        + "</title></head>\n<body>\n"
        + article
        + "\n</body>\n</html>\n";
  }

  /** Returns a letter that was not issued yet as an element {@code article} for a page. */
  public static String preview(Letter letter, Language language) {
    Map<String, Object> data = LetterLayout.of(letter, language);
    data.put("digest", "");
    return LetterTemplates.PAGE.render(data);
  }

  /** Returns plain text, each paragraph on a line. */
  public String text() {
    return LetterTemplates.TEXT.render(data);
  }

  /**
   * Prints a tagged PDF.
   *
   * @throws sixones.paper.PaperRefused if too many wait
   */
  public byte[] pdf(Typesetter typesetter) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    typesetter.print(
        LetterTemplates.PAPER.render(data),
        frozen.letter().issued().atStartOfDay().toInstant(ZoneOffset.UTC),
        pdf);
    return pdf.toByteArray();
  }
}
