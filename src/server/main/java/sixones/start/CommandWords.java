package sixones.start;

import java.util.Map;
import sixones.backup.BackupRefused;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.postgres.DatabaseUnusable;
import sixones.report.Language;
import sixones.report.Messages;

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
