package sixones.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/**
 * Thrown when the service cannot start with its database or settings. Messages are found by kind.
 */
public final class DatabaseUnusable extends RuntimeException {
  private static final String NO_SPACE = "No space left on device";
  private static final Pattern TELLING = Pattern.compile("error:|FATAL:|PANIC:|^setpriv:");
  private static final int MOST_NAMES = 10;
  private static final long NEARLY_NONE = 1 << 20;

  private final String kind;
  private final Map<String, ?> values;

  private DatabaseUnusable(String kind, Map<String, ?> values, Throwable cause) {
    super(kind + " " + new TreeMap<>(values), cause);
    this.kind = kind;
    this.values = values;
  }

  static DatabaseUnusable folderInUse(Path folder, String pid) {
    return of("folder-in-use", Map.of("folder", folder.toString(), "pid", pid));
  }

  static DatabaseUnusable setprivMissing() {
    return of("setpriv-missing", Map.of());
  }

  /**
   * The user that PostgreSQL runs as instead of root cannot enter a folder.
   *
   * @param cause why the alternative folder cannot be used; null if it is closed as well
   */
  static DatabaseUnusable closedToServer(Path closed, Path instead, IOException cause) {
    if (cause != null && isFull(instead, cause.toString())) {
      return full(instead, cause);
    }
    return new DatabaseUnusable(
        "closed-to-server",
        Map.of("closed", closed.toString(), "user", String.valueOf(ServerUser.ID)),
        cause);
  }

  static DatabaseUnusable noBinaries(String machine) {
    return of("no-binaries", Map.of("machine", machine));
  }

  static DatabaseUnusable wrongVersion(Path database, String found, String needed) {
    return of(
        "wrong-version", Map.of("folder", database.toString(), "found", found, "needed", needed));
  }

  static DatabaseUnusable notThere(Path folder) {
    return of("not-there", Map.of("folder", folder.toString()));
  }

  /** The folder belongs to a database that is gone, or not restored yet. */
  public static DatabaseUnusable databaseLost(Path folder) {
    return of("database-lost", Map.of("folder", folder.toString()));
  }

  /** A restore of a backup was cut short, or is going on. */
  static DatabaseUnusable restoreUnfinished(Path folder) {
    return of("restore-unfinished", Map.of("folder", folder.toString()));
  }

  static DatabaseUnusable passwordsMissing(Path file) {
    return of("passwords-missing", Map.of("file", file.toString()));
  }

  /** The role could change accepted data or bypass row-level security. */
  public static DatabaseUnusable tooManyRights(String role, List<String> excess) {
    return of("too-many-rights", Map.of("role", role, "excess", excess));
  }

  /** The server is configured so that commits may be lost. */
  public static DatabaseUnusable notDurable(List<String> settings) {
    return of("not-durable", Map.of("settings", settings));
  }

  /** Access-control objects differ from those the migrations create. */
  public static DatabaseUnusable wallsChanged(
      List<String> missing, List<String> changed, List<String> unknown) {
    return of(
        "walls-changed",
        Map.of(
            "missing", some(missing),
            "changed", some(changed),
            "unknown", some(unknown)));
  }

  private static String some(List<String> names) {
    int more = names.size() - MOST_NAMES;
    return names.isEmpty()
        ? "none"
        : String.join("; ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
            + (more > 0 ? "; … +" + more : "");
  }

  /** Accounts have the demonstration's password, but no demonstration was requested. */
  public static DatabaseUnusable ofDemonstration(List<String> names) {
    return of("of-demonstration", Map.of("names", names));
  }

  /** A demonstration was requested on a database with other accounts. */
  public static DatabaseUnusable notForDemonstration(List<String> names) {
    return of("not-for-demonstration", Map.of("names", names));
  }

  /** Returns the {@code DatabaseUnusable} among the causes of a failure, if there is one. */
  public static Optional<DatabaseUnusable> behind(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnusable unusable) {
        return Optional.of(unusable);
      }
      if (cause instanceof SQLException || cause instanceof FlywayException) {
        String said = cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
        return Optional.of(of("not-usable", Map.of("said", gist(said))));
      }
      if (cause == cause.getCause()) {
        break;
      }
    }
    return Optional.empty();
  }

  /**
   * A PostgreSQL program failed.
   *
   * @param said its output
   */
  static DatabaseUnusable didNotStart(Path folder, String said, Throwable cause) {
    if (isFull(folder, said)) {
      return full(folder, cause);
    }
    String kind = said.startsWith("setpriv:") ? "setpriv-refused" : "did-not-start";
    return new DatabaseUnusable(
        kind, Map.of("folder", folder.toString(), "said", gist(said)), cause);
  }

  /** Returns the lines of the output with an error, or else the last one. */
  private static String gist(String said) {
    List<String> lines = said.strip().lines().toList();
    List<String> telling = lines.stream().filter(TELLING.asPredicate()).toList();
    List<String> from = telling.isEmpty() ? lines : telling;
    return String.join(" / ", from.subList(Math.max(0, from.size() - 3), from.size()));
  }

  /** The file for the key of the session cookie holds no key. */
  public static DatabaseUnusable noKey(Path file) {
    return of("no-key", Map.of("file", file.toString()));
  }

  /** A demonstration was requested together with an identity provider. */
  public static DatabaseUnusable demonstrationWithProvider() {
    return of("demonstration-with-provider", Map.of());
  }

  /** A demonstration was requested on an address that other machines can reach. */
  public static DatabaseUnusable demonstrationElsewhere(String host, String setting) {
    return of("demonstration-elsewhere", Map.of("host", host, "setting", setting));
  }

  /** The address to listen on is in use; names the two settings that choose it. */
  public static DatabaseUnusable addressTaken(String address, String host, String port) {
    return of("address-taken", Map.of("address", address, "host", host, "port", port));
  }

  /** The quota settings would let an applicant store nothing. */
  public static DatabaseUnusable nothingMayBeKept() {
    return of("nothing-may-be-kept", Map.of());
  }

  /** The setting for trusted proxies holds something other than addresses. */
  public static DatabaseUnusable proxiesUnreadable(String named) {
    return of("proxies-unreadable", Map.of("named", named));
  }

  /** Forwarded headers would be trusted from everybody. */
  public static DatabaseUnusable forwardingUntrusted() {
    return of("forwarding-untrusted", Map.of());
  }

  /** The setting for roles that need a second factor holds an unknown role. */
  public static DatabaseUnusable rolesUnknown(String named) {
    return of("roles-unknown", Map.of("named", named));
  }

  /** A file could not be written or read. */
  public static DatabaseUnusable notWritable(Path folder, IOException cause) {
    if (isFull(folder, cause.toString())) {
      return full(folder, cause);
    }
    String why =
        cause instanceof FileAlreadyExistsException
            ? "file"
            : cause instanceof AccessDeniedException
                ? "denied"
                : cause instanceof NoSuchFileException ? "missing" : "other";
    String at = cause instanceof FileSystemException e && e.getFile() != null ? e.getFile() : "";
    String said =
        cause instanceof FileSystemException e && e.getReason() != null
            ? e.getReason()
            : String.valueOf(cause.getMessage());
    return new DatabaseUnusable(
        "not-writable",
        Map.of("folder", folder.toString(), "why", why, "at", at, "said", said),
        cause);
  }

  private static DatabaseUnusable full(Path folder, Throwable cause) {
    return new DatabaseUnusable("disk-full", Map.of("folder", folder.toString()), cause);
  }

  private static DatabaseUnusable of(String kind, Map<String, ?> values) {
    return new DatabaseUnusable(kind, values, null);
  }

  /** Also checks the free space, because the message may be localised or incomplete. */
  private static boolean isFull(Path folder, String said) {
    try {
      return said.contains(NO_SPACE)
          || Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() < NEARLY_NONE;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the kind: the last part of the message key. */
  public String kind() {
    return kind;
  }

  /** Returns the values for the message, such as {@code folder}, {@code found}, {@code needed}. */
  public Map<String, ?> values() {
    return values;
  }
}
