package sixones.official;

import com.ibm.icu.lang.UCharacter;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import sixones.text.Text;

/**
 * What an official evaluation was made on. Kept beside the answer, never a part of it: the answer
 * does not depend on any of this.
 *
 * @param java the version and the vendor of the Java that ran
 * @param unicode the edition of Unicode in the tables the application carries
 * @param application the SHA-256 of the application's own classes, rules, words and pages, as the
 *     build wrote it down
 */
@Embeddable
public record Platform(
    @Column(name = "java") String java,
    @Column(name = "unicode") String unicode,
    @Column(name = "application") String application) {
  private static final String DIGEST = "/sixones/application.sha256";

  /** What runs here; read at the first use. */
  public static Platform here() {
    return Here.PLATFORM;
  }

  private static final class Here {
    private static final Platform PLATFORM =
        new Platform(
            System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
            UCharacter.getUnicodeVersion().getVersionString(2, 4),
            digest());

    private static String digest() {
      try (InputStream in = Platform.class.getResourceAsStream(DIGEST)) {
        if (in == null) {
          throw new IllegalStateException("the build writes " + DIGEST);
        }
        return Text.width(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
