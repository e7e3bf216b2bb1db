package sixones.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import sixones.paper.Typesetter;
import sixones.report.Language;

/** The forms in which a letter is handed out. All are made of its frozen text. */
public enum LetterForm {
  /** The frozen text itself, with both languages. */
  JSON("application/json"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  PDF("application/pdf"),
  HTML("text/html;charset=UTF-8"),
  TXT("text/plain;charset=UTF-8");

  private final String type;

  LetterForm(String type) {
    this.type = type;
  }

  /** Returns the name in addresses and file names: {@code docx}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the form with this id, if there is one. */
  public static Optional<LetterForm> of(String id) {
    for (LetterForm form : values()) {
      if (form.id().equals(id)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** Returns the media type. */
  public String type() {
    return type;
  }

  /**
   * Returns a letter in this form.
   *
   * @throws sixones.paper.PaperRefused if too many wait for a PDF
   */
  public byte[] of(FrozenLetter letter, Language language, Typesetter typesetter) {
    LetterRendering rendering = new LetterRendering(letter, language);
    return switch (this) {
      case JSON -> letter.bytes();
      case DOCX -> rendering.docx();
      case PDF -> pdf(rendering, typesetter);
      case HTML -> rendering.document().getBytes(StandardCharsets.UTF_8);
      case TXT -> rendering.text().getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] pdf(LetterRendering rendering, Typesetter typesetter) {
    try {
      return rendering.pdf(typesetter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name of the file: {@code 3-510100-1-correction-zh-CN.docx}. */
  public String fileName(FrozenLetter letter, Language language) {
    String name =
        letter.letter().about().number()
            + "-"
            + letter.letter().kind().id()
            + (this == JSON ? "" : "-" + language.tag());
    return name.replaceAll("[^A-Za-z0-9._-]", "-") + "." + id();
  }
}
