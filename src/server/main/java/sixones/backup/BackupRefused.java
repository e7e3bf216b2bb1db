package sixones.backup;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thrown when a backup is not made or not restored. Messages are found by kind, {@code
 * backup.<kind>}.
 */
public final class BackupRefused extends RuntimeException {
  /** Whose matter it is: that of the exit code. */
  public enum Matter {
    /** The file cannot be read as a backup. */
    FILE,
    /** There is no such file. */
    NO_FILE,
    /** The file cannot be written. */
    OUTPUT,
    /** The database or the data folder is not fit for it. */
    DATABASE
  }

  private final transient Matter matter;
  private final String kind;
  private final transient Map<String, ?> values;

  private BackupRefused(Matter matter, String kind, Map<String, ?> values, Throwable cause) {
    super(kind + " " + new TreeMap<>(values), cause);
    this.matter = matter;
    this.kind = kind;
    this.values = values;
  }

  private static BackupRefused of(Matter matter, String kind, Map<String, ?> values) {
    return new BackupRefused(matter, kind, values, null);
  }

  static BackupRefused fileExists(Path file) {
    return of(Matter.OUTPUT, "file-exists", Map.of("file", file.toString()));
  }

  /** The file cannot be written, or not to its end. */
  public static BackupRefused notWritten(Path file, Exception cause) {
    return new BackupRefused(
        Matter.OUTPUT,
        "not-written",
        Map.of("file", file.toString(), "said", String.valueOf(cause.getMessage())),
        cause);
  }

  static BackupRefused noFile(Path file) {
    return of(Matter.NO_FILE, "no-file", Map.of("file", file.toString()));
  }

  static BackupRefused notABackup(String file) {
    return of(Matter.FILE, "not-a-backup", Map.of("file", file));
  }

  /**
   * A part is not what the manifest says.
   *
   * @param place the part
   */
  static BackupRefused damaged(String file, String place) {
    return of(Matter.FILE, "damaged", Map.of("file", file, "place", place));
  }

  /** It is not the file that was named by its digest. */
  static BackupRefused otherFile(Path file, String found) {
    return of(Matter.FILE, "other-file", Map.of("file", file.toString(), "found", found));
  }

  /** The file holds what no manifest names. */
  static BackupRefused unknownPart(String file, String place) {
    return of(Matter.FILE, "unknown-part", Map.of("file", file, "place", place));
  }

  /**
   * It was made by a newer release.
   *
   * @param found what this release does not know
   * @param known the newest it knows of the same
   */
  static BackupRefused newer(String file, String found, String known) {
    return of(Matter.FILE, "newer", Map.of("file", file, "found", found, "known", known));
  }

  /** Its tables are not those its migrations make. */
  static BackupRefused doesNotFit(String place) {
    return of(Matter.FILE, "does-not-fit", Map.of("place", place));
  }

  /** An own server, and no role named that sees every row. */
  public static BackupRefused roleMissing() {
    return of(Matter.DATABASE, "role-missing", Map.of());
  }

  /**
   * The role does not see every row.
   *
   * @param what what it lacks
   */
  static BackupRefused roleBlind(String role, String what) {
    return of(Matter.DATABASE, "role-blind", Map.of("role", role, "what", what));
  }

  /** There are no tables to back up. */
  static BackupRefused nothingThere() {
    return of(Matter.DATABASE, "nothing-there", Map.of());
  }

  /** The tables changed while the backup began. */
  static BackupRefused migrating() {
    return of(Matter.DATABASE, "migrating", Map.of());
  }

  static BackupRefused databaseThere(Path folder) {
    return of(Matter.DATABASE, "database-there", Map.of("folder", folder.toString()));
  }

  static BackupRefused notEmpty(String database, String table) {
    return of(Matter.DATABASE, "not-empty", Map.of("database", database, "table", table));
  }

  /** The database was migrated further than the backup. */
  static BackupRefused migratedFurther(String database, int found, int needed) {
    return of(
        Matter.DATABASE,
        "migrated-further",
        Map.of("database", database, "found", "V" + found, "needed", "V" + needed));
  }

  static BackupRefused otherKey(Path file) {
    return of(Matter.DATABASE, "other-key", Map.of("file", file.toString()));
  }

  static BackupRefused noRoom(Path folder, long needed, long free) {
    return of(
        Matter.DATABASE,
        "no-room",
        Map.of("folder", folder.toString(), "needed", megabytes(needed), "free", megabytes(free)));
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }

  /** What was loaded and read again is not what the backup holds. */
  static BackupRefused notEqual(String table) {
    return of(Matter.DATABASE, "not-equal", Map.of("table", table));
  }

  /** The database or the disk failed on the way. */
  static BackupRefused failed(Exception cause) {
    return new BackupRefused(
        Matter.DATABASE, "failed", Map.of("said", String.valueOf(cause.getMessage())), cause);
  }

  public Matter matter() {
    return matter;
  }

  /** Returns the kind: the last part of the message key. */
  public String kind() {
    return kind;
  }

  /** Returns the values for the message. */
  public Map<String, ?> values() {
    return values;
  }
}
