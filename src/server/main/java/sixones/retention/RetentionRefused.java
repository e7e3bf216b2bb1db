package sixones.retention;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thrown when nothing is archived or erased. Messages are found by kind, {@code retention.<kind>}.
 */
public final class RetentionRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whose matter it is: that of the exit code. */
  public enum Matter {
    /** There is no such round or person. */
    NO_SUCH,
    /** It may not be done, or not yet. */
    NOT_NOW,
    /** The database failed, or is older than erasures. */
    DATABASE
  }

  private final transient Matter matter;
  private final String kind;
  private final transient Map<String, ?> values;

  private RetentionRefused(Matter matter, String kind, Map<String, ?> values, Throwable cause) {
    super(kind + " " + new TreeMap<>(values), cause);
    this.matter = matter;
    this.kind = kind;
    this.values = values;
  }

  private static RetentionRefused notNow(String kind, Map<String, ?> values) {
    return new RetentionRefused(Matter.NOT_NOW, kind, values, null);
  }

  static RetentionRefused noRound(String round) {
    return new RetentionRefused(Matter.NO_SUCH, "no-round", Map.of("round", round), null);
  }

  static RetentionRefused noPerson(String person) {
    return new RetentionRefused(Matter.NO_SUCH, "no-person", Map.of("person", person), null);
  }

  /** Several people of an identity provider are called so; one is named by number. */
  static RetentionRefused severalPeople(String person, String numbers) {
    return notNow("several-people", Map.of("person", person, "numbers", numbers));
  }

  static RetentionRefused notDecided(int round, String state) {
    return notNow("not-decided", Map.of("round", round, "state", state));
  }

  /** No time is set after which anything of the kind is erased. */
  static RetentionRefused nothingSet(String setting) {
    return notNow("nothing-set", Map.of("setting", setting));
  }

  static RetentionRefused unfitPeriod(String setting, String value) {
    return notNow("unfit-period", Map.of("setting", setting, "value", value));
  }

  static RetentionRefused tooEarly(SetTime.Term term) {
    return notNow(
        "too-early",
        Map.of(
            "period", term.period().toString(),
            "since", term.since().toString(),
            "allowed", term.allowed().toString()));
  }

  /** No archive of the round was recorded that is this file. */
  static RetentionRefused unknownArchive(int round, Path file, String sha256) {
    return notNow(
        "unknown-archive", Map.of("round", round, "file", file.toString(), "sha256", sha256));
  }

  /** The round is not any more what the archive holds. */
  static RetentionRefused changedSince(int round) {
    return notNow("changed-since", Map.of("round", round));
  }

  static RetentionRefused erasedBefore(int round, LocalDate day) {
    return notNow("erased-before", Map.of("round", round, "day", day.toString()));
  }

  static RetentionRefused personErasedBefore(long person) {
    return notNow("person-erased-before", Map.of("person", person));
  }

  static RetentionRefused openAccount(String person) {
    return notNow("open-account", Map.of("person", person));
  }

  static RetentionRefused notConfirmed() {
    return notNow("not-confirmed", Map.of());
  }

  static RetentionRefused unfitReason() {
    return notNow("unfit-reason", Map.of());
  }

  /** The database was not migrated to this release. */
  static RetentionRefused notMigrated() {
    return new RetentionRefused(Matter.DATABASE, "not-migrated", Map.of(), null);
  }

  /** The database or the disk failed; nothing was changed. */
  static RetentionRefused failed(Exception cause) {
    return new RetentionRefused(
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
