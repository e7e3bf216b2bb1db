package sixones.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key the sign-in cookie is sealed with: as configured, else made once and kept in the data
 * folder, so that nobody is signed out by a restart. Several instances need one by configuration.
 */
@ApplicationScoped
class SessionKey {
  private static final String FILE = "sign-in.key";

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

  String read() {
    return configured.orElseGet(this::kept);
  }

  private String kept() {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        keep(file);
      }
      String key = Files.readString(file).strip();
      if (key.length() < 32) {
        throw new IllegalStateException(
            file + " holds no key; delete it, and a new one is made at the next start.");
      }
      return key;
    } catch (IOException e) {
      throw new IllegalStateException(
          "The key of the sign-in cookie cannot be kept in "
              + file.toAbsolutePath()
              + " ("
              + e.getClass().getSimpleName()
              + "); make the folder writable, or set QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY.",
          e);
    }
  }

  private void keep(Path file) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    Path whole = Files.createTempFile(folder, FILE, ".new", ownersAlone());
    try {
      Files.writeString(whole, HexFormat.of().formatHex(random) + "\n");
      // A link is made only where there is no file yet; whoever comes second reads the first one's.
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.delete(whole);
    }
  }

  private static FileAttribute<?> ownersAlone() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }
}
