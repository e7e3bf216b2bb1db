package sixones.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sixones.bid.Draft;
import sixones.bid.NotText;
import sixones.official.OfficialEvaluations;
import sixones.text.Encoding;

/**
 * The file a text was converted from, on somebody's word.
 *
 * @param digest {@code sha256:} of the file's bytes
 * @param encoding what it was read as
 * @param converted {@code sha256:} of the text in UTF-8 that this gave
 */
@Embeddable
public record Source(
    @Column(name = "source_digest") String digest,
    @Enumerated(EnumType.STRING) @Column(name = "source_encoding") Encoding encoding,
    @Column(name = "source_converted") String converted) {

  /**
   * The bytes of a file as a text to be kept: converted, with the file as its source.
   *
   * @param fileName by whose ending the text is JSON or YAML
   * @return empty if a byte does not belong to the encoding, or what comes of it is no text
   */
  public static Optional<WorkingDrafts.Text> convert(
      byte[] file, Encoding encoding, String fileName) {
    return encoding
        .read(file)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .filter(bytes -> NotText.in(bytes).isEmpty())
        .map(
            bytes -> {
              Draft.Format form = Draft.Format.of(fileName, bytes);
              Source source =
                  new Source(
                      OfficialEvaluations.digest(file),
                      encoding,
                      OfficialEvaluations.digest(bytes));
              return new WorkingDrafts.Text(form, bytes, source);
            });
  }
}
