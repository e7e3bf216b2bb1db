package sixones.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * The roles of the embedded database with their passwords, stored in a file that only its owner can
 * read.
 */
record DatabasePasswords(Credentials superuser, Credentials owner, Credentials application) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Reads the passwords of a folder, or generates them if it has neither passwords nor a database.
   *
   * @throws DatabaseUnusable if it has a database but no passwords
   */
  static DatabasePasswords of(DataFolder folder) throws IOException {
    Path file = folder.passwords();
    if (Files.notExists(file)) {
      if (Files.exists(folder.database())) {
        throw DatabaseUnusable.passwordsMissing(file);
      }
      makeUp(folder);
    }
    return kept(file);
  }

  /** Reads the passwords from an existing file. */
  static DatabasePasswords kept(Path file) throws IOException {
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
    }
    return new DatabasePasswords(
        credentials("postgres", kept, file),
        credentials("sixones_owner", kept, file),
        credentials("sixones_app", kept, file));
  }

  private static Credentials credentials(String role, Properties kept, Path file) {
    String password = kept.getProperty(role);
    if (password == null || !password.matches("[A-Za-z0-9_-]{16,}")) {
      throw DatabaseUnusable.passwordsMissing(file);
    }
    return new Credentials(role, password);
  }

  private static void makeUp(DataFolder folder) throws IOException {
    StringWriter properties = new StringWriter();
    properties.write("# The passwords of the database in this folder. Keep them with it.\n");
    for (String role : new String[] {"postgres", "sixones_owner", "sixones_app"}) {
      byte[] bytes = new byte[24];
      RANDOM.nextBytes(bytes);
      String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      properties.write(role + "=" + password + "\n");
    }
    Path made = folder.unfinished("database.properties");
    try (FileChannel out =
        FileChannel.open(
            made,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(DataFolder.OWNER_ONLY))) {
      out.write(ByteBuffer.wrap(properties.toString().getBytes(StandardCharsets.US_ASCII)));
      out.force(true);
    }
    folder.finish(made, folder.passwords());
  }
}
