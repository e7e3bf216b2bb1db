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
 * The original file of a text that was converted from another encoding, as declared by the
 * uploader.
 *
 * @param digest {@code sha256:} of the file's bytes
 * @param encoding the encoding it was decoded from
 * @param converted {@code sha256:} of the resulting text in UTF-8
 */
@Embeddable
public record Source(
    @Column(name = "source_digest") String digest,
    @Enumerated(EnumType.STRING) @Column(name = "source_encoding") Encoding encoding,
    @Column(name = "source_converted") String converted) {

  /**
   * Converts the bytes of a file to UTF-8.
   *
   * @param fileName its extension tells JSON from YAML
   * @return empty if the bytes are not valid in the encoding, or the result is not text
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
