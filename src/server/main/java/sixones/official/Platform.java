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
 * The platform an official evaluation was run on. It is stored beside the answer and never part of
 * it, because the answer does not depend on the platform.
 *
 * @param java the version and vendor of the Java runtime
 * @param unicode the Unicode version of the bundled ICU tables
 * @param application the SHA-256 of the application's own classes, rules, messages and pages, as
 *     recorded by the build
 */
@Embeddable
public record Platform(
    @Column(name = "java") String java,
    @Column(name = "unicode") String unicode,
    @Column(name = "application") String application) {
  private static final String DIGEST = "/sixones/application.sha256";

  /** Returns the platform this process runs on; computed on first use. */
  public static Platform current() {
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
