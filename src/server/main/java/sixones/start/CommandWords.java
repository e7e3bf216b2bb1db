package sixones.start;

import java.util.Map;
import sixones.backup.BackupRefused;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.postgres.DatabaseUnusable;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.retention.RetentionRefused;

/** What commands print: each sentence in both languages. */
record CommandWords(Streams streams) {
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

  int refused(RetentionRefused refused) {
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
