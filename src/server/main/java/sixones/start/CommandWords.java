package sixones.start;

import java.util.Map;
import sixones.backup.BackupRefused;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.postgres.DatabaseUnusable;
import sixones.postgres.UnfinishedRestore;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.retention.RetentionRefused;

/** What commands print: each sentence in both languages. */
record CommandWords(Streams streams) {
  /** What a command does with rounds and people that are kept. */
  interface Act {
    /** Does it, and returns the exit code. */
    int with(DatabaseSettings settings);
  }

  /** Does what a command is for, on the database that serve uses, or tells why it is refused. */
  int onKept(Act act) {
    DatabaseSettings settings = DatabaseSettings.configured();
    try {
      UnfinishedRestore.refuse(settings.folder());
      return act.with(settings);
    } catch (BackupRefused e) {
      return refusedArchive(e);
    } catch (RetentionRefused e) {
      return refused(e);
    } catch (DatabaseUnusable e) {
      return unusable(e);
    }
  }

  void out(String key, Map<String, ?> values) {
    for (Language language : Language.values()) {
      streams.out().println(Messages.text(language, key, values));
    }
  }

  void err(String key, Map<String, ?> values) {
    for (Language language : Language.values()) {
      streams.err().println(Messages.text(language, key, values));
    }
  }

  int refused(BackupRefused refused) {
    err("backup." + refused.kind(), refused.values());
    return code(refused);
  }

  /** Tells why the archive of a round cannot be written or read. */
  int refusedArchive(BackupRefused refused) {
    err("archive." + refused.kind(), refused.values());
    return code(refused);
  }

  private int refused(RetentionRefused refused) {
    err("retention." + refused.kind(), refused.values());
    return switch (refused.matter()) {
      case NO_SUCH -> ExitCode.NO_SUCH_FILE.code();
      case NOT_NOW -> ExitCode.REFUSED.code();
      case DATABASE -> ExitCode.DATABASE_UNUSABLE.code();
    };
  }

  private static int code(BackupRefused refused) {
    return switch (refused.matter()) {
      case FILE -> ExitCode.UNREADABLE.code();
      case NO_FILE -> ExitCode.NO_SUCH_FILE.code();
      case OUTPUT -> ExitCode.CANNOT_WRITE.code();
      case DATABASE -> ExitCode.DATABASE_UNUSABLE.code();
    };
  }

  int unusable(DatabaseUnusable unusable) {
    err("database." + unusable.kind(), unusable.values());
    return ExitCode.DATABASE_UNUSABLE.code();
  }
}
