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
 * Why the service cannot start on what it is given to keep things in; the words for each kind are
 * those of a report.
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
   * A folder that the user PostgreSQL runs as for root cannot enter.
   *
   * @param cause why what was tried instead cannot be used; null if it is closed, too
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

  static DatabaseUnusable passwordsMissing(Path file) {
    return of("passwords-missing", Map.of("file", file.toString()));
  }

  /** A role that could rewrite what was accepted, or step over the walls. */
  public static DatabaseUnusable tooManyRights(String role, List<String> excess) {
    return of("too-many-rights", Map.of("role", role, "excess", excess));
  }

  /** A server set so that what was committed may be lost. */
  public static DatabaseUnusable notDurable(List<String> settings) {
    return of("not-durable", Map.of("settings", settings));
  }

  /** Walls that are not those the migrations built. */
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

  /** A database whose people have the password of a demonstration, where none was asked for. */
  public static DatabaseUnusable ofDemonstration(List<String> names) {
    return of("of-demonstration", Map.of("names", names));
  }

  /** A demonstration asked for on a database that holds people of its own. */
  public static DatabaseUnusable notForDemonstration(List<String> names) {
    return of("not-for-demonstration", Map.of("names", names));
  }

  /** Why a service did not start, if that lies with its database. */
  public static Optional<DatabaseUnusable> behind(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnusable unusable) {
        return Optional.of(unusable);
      }
      if (cause instanceof SQLException || cause instanceof FlywayException) {
        return Optional.of(of("not-usable", Map.of("said", gist(String.valueOf(cause)))));
      }
      if (cause == cause.getCause()) {
        break;
      }
    }
    return Optional.empty();
  }

  /** A program of PostgreSQL that did not do what it was asked for, by what it said. */
  static DatabaseUnusable didNotStart(Path folder, String said, Throwable cause) {
    if (isFull(folder, said)) {
      return full(folder, cause);
    }
    String kind = said.startsWith("setpriv:") ? "setpriv-refused" : "did-not-start";
    return new DatabaseUnusable(
        kind, Map.of("folder", folder.toString(), "said", gist(said)), cause);
  }

  /** The lines in which a program says why it gave up, or else its last. */
  private static String gist(String said) {
    List<String> lines = said.strip().lines().toList();
    List<String> telling = lines.stream().filter(TELLING.asPredicate()).toList();
    List<String> from = telling.isEmpty() ? lines : telling;
    return String.join(" / ", from.subList(Math.max(0, from.size() - 3), from.size()));
  }

  /** A file that was to hold the key of the sign-in cookie and does not. */
  public static DatabaseUnusable noKey(Path file) {
    return of("no-key", Map.of("file", file.toString()));
  }

  /** A demonstration asked for where an identity provider says who is who. */
  public static DatabaseUnusable demonstrationWithProvider() {
    return of("demonstration-with-provider", Map.of());
  }

  /** A demonstration that others than this machine would reach. */
  public static DatabaseUnusable demonstrationElsewhere(String host, String setting) {
    return of("demonstration-elsewhere", Map.of("host", host, "setting", setting));
  }

  /** An address that was to be listened at, with the two settings that say it. */
  public static DatabaseUnusable addressTaken(String address, String host, String port) {
    return of("address-taken", Map.of("address", address, "host", host, "port", port));
  }

  /** Limits that would let an applicant keep nothing. */
  public static DatabaseUnusable nothingMayBeKept() {
    return of("nothing-may-be-kept", Map.of());
  }

  /** Proxies in front that are named otherwise than by addresses. */
  public static DatabaseUnusable proxiesUnreadable(String named) {
    return of("proxies-unreadable", Map.of("named", named));
  }

  /** Forwarded addresses would be believed of everybody. */
  public static DatabaseUnusable forwardingUntrusted() {
    return of("forwarding-untrusted", Map.of());
  }

  /** Roles that need a second factor, and are none. */
  public static DatabaseUnusable rolesUnknown(String named) {
    return of("roles-unknown", Map.of("named", named));
  }

  /** A file that could not be written or read. */
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

  /** Looks at the disk, too: the sentence may be in another language, or lost for want of room. */
  private static boolean isFull(Path folder, String said) {
    try {
      return said.contains(NO_SPACE)
          || Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() < NEARLY_NONE;
    } catch (IOException e) {
      return false;
    }
  }

  /** What is wrong, as the last part of the key of its words. */
  public String kind() {
    return kind;
  }

  /** What the words need: texts such as {@code folder}, {@code found}, {@code needed}. */
  public Map<String, ?> values() {
    return values;
  }
}
