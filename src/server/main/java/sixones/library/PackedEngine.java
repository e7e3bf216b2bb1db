package sixones.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The engine of this application, packed by the build as one jar with its libraries.
 *
 * @param sha256 its digest in hexadecimal
 * @param jar reads its bytes
 */
public record PackedEngine(String sha256, Supplier<byte[]> jar) {
  private static final String FOLDER = "/engines/";

  /** Returns the engine packed with the application; its bytes are read when they are asked for. */
  public static PackedEngine bundled() {
    String index = new String(resource("index"), StandardCharsets.US_ASCII).strip();
    String[] parts = index.split("  ");
    return new PackedEngine(parts[0], () -> resource(parts[1]));
  }

  private static byte[] resource(String name) {
    try (InputStream in = PackedEngine.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the build writes " + FOLDER + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
