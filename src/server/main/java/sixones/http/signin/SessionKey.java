package sixones.http.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.postgres.DatabaseUnusable;
import sixones.postgres.SecretFile;

/**
 * The key that encrypts the session cookie: from the configuration, else generated once in the data
 * folder, so that a restart signs nobody out. Several instances need a configured key.
 */
@ApplicationScoped
class SessionKey {
  private static final String FILE = "sign-in.key";
  private static final int SHORTEST = 32;

  private final Optional<String> configured;
  private final Path folder;

  @Inject
  SessionKey(
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key")
          Optional<String> configured,
      @ConfigProperty(name = "sixones.data", defaultValue = "data") Path folder) {
    this.configured = configured;
    this.folder = folder;
  }

  /**
   * Returns the key.
   *
   * @throws DatabaseUnusable if it can be neither read nor stored
   */
  String read() {
    return configured.orElseGet(this::kept);
  }

  private String kept() {
    Path file = folder.resolve(FILE);
    try {
      String key = String.join("", new SecretFile(file).readOr(SessionKey::made)).strip();
      if (key.length() < SHORTEST) {
        throw DatabaseUnusable.noKey(file);
      }
      return key;
    } catch (IOException e) {
      throw DatabaseUnusable.notWritable(folder, e);
    }
  }

  private static List<String> made() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return List.of(HexFormat.of().formatHex(random));
  }
}
