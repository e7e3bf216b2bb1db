package sixones.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.backup.LastBackup;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UnfinishedRestore;
import sixones.postgres.UsedFolder;

/** Whoever has the machine backs up and restores, and is told in both languages how it went. */
@InTurns(6)
class BackupCommandTest {
  @TempDir static Path data;

  @TempDir Path temporary;

  private Path file;

  @BeforeAll
  static void a_service_was_there() throws Exception {
    fill(data, "latest");
  }

  private static void fill(Path folder, String version) throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(UsedFolder.copyTo(folder))) {
      Flyway.configure()
          .dataSource(database.jdbcUrl(), database.owner().username(), database.owner().password())
          .placeholders(Map.of("application", database.application().username()))
          .target(version)
          .load()
          .migrate();
      try (DatabaseAccess access = DatabaseAccess.ofAdministrator(folder);
          Connection connection = access.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "insert into person (name, password, role, disabled, created_at)"
                + " values ('admin', '-', 'admin', false, now())");
      }
    }
  }

  @BeforeEach
  void the_data_is_where_the_service_looks_for_it() throws IOException {
    System.setProperty("sixones.data", data.toString());
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    file = temporary.resolve("backup.zip");
  }

  @AfterEach
  void nothing_is_left_set() {
    System.clearProperty("sixones.data");
    for (String each :
        List.of("datasource.jdbc.url", "datasource.username", "datasource.password")) {
      System.clearProperty("quarkus." + each);
    }
    System.clearProperty("quarkus.flyway.username");
    System.clearProperty("quarkus.flyway.password");
  }

  @Test
  void a_backup_is_written_while_the_service_runs_and_restored_elsewhere() {
    Matcher printed;
    try (EmbeddedPostgres running = EmbeddedPostgres.start(data)) {
      Run made = Run.of("backup", file.toString());

      assertThat(made.code()).as(made.err()).isZero();
      assertThat(made.out()).contains("and read again").contains("备份已写入").contains("SHA-256");
      printed = Pattern.compile("[0-9a-f]{64}").matcher(made.out());
      assertThat(printed.find()).isTrue();
      assertThat(new LastBackup(data).at()).as("how old it is").isPresent();
    }
    System.setProperty("sixones.data", temporary.resolve("new").toString());

    Run restored = Run.of("restore", "--sha256", printed.group(), file.toString());

    assertThat(restored.err()).isEmpty();
    assertThat(restored.code()).isZero();
    assertThat(restored.out())
        .contains("each read again and equal to the backup", "均已重新读取，与备份一致")
        .contains("no official evaluation to run again", "没有可重新运行的正式评估");
    assertThat(Run.of("password", "admin").code()).isZero();
  }

  @Test
  void what_cannot_be_backed_up_or_written_is_told_in_both_languages() throws Exception {
    Files.writeString(file, "mine");
    assertRefused(Run.of("backup", file.toString()), 73, "exists already", "已存在");
    assertThat(file).hasContent("mine");
    Path nowhere = temporary.resolve("none").resolve("backup.zip");
    assertRefused(Run.of("backup", nowhere.toString()), 73, "cannot be written", "无法写入");
    Files.delete(file);
    System.setProperty("sixones.data", temporary.toString());
    assertRefused(Run.of("backup", file.toString()), 69, "There is no database in", "没有数据库");
    System.setProperty("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none");
    assertRefused(Run.of("backup", file.toString()), 69, "SIXONES_BACKUP_USERNAME", "能看到全部行的数据库角色");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void what_cannot_be_restored_is_told_in_both_languages() throws Exception {
    assertRefused(Run.of("restore", file.toString()), 66, "There is no file", "没有文件");
    Files.writeString(file, "no backup");
    assertRefused(Run.of("restore", file.toString()), 65, "is not a backup", "不是本系统的备份");
    Files.delete(file);
    assertThat(Run.of("backup", file.toString()).code()).isZero();
    assertRefused(
        Run.of("restore", "--sha256", "0".repeat(64), file.toString()),
        65,
        "not the one you named",
        "不是所指定的那一份");
    assertRefused(Run.of("restore", file.toString()), 69, "There is a database in", "中已有数据库");
    System.setProperty("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none");
    assertRefused(Run.of("restore", file.toString()), 69, "Nothing was kept", "没有保留任何内容");
  }

  @Test
  void a_folder_with_an_unfinished_restore_is_opened_by_nothing() throws Exception {
    Path folder = temporary.resolve("half");
    UnfinishedRestore.begin(folder);
    System.setProperty("sixones.data", folder.toString());

    for (String[] command : new String[][] {{"serve"}, {"backup", file.toString()}}) {
      assertRefused(Run.of(command), 69, "A backup is being restored into", "正在向");
    }
  }

  @Test
  void what_cannot_be_backed_up_is_not_migrated() throws Exception {
    Path older = temporary.resolve("older");
    fill(older, "18");
    Files.writeString(older.resolve("backups"), "in the way");
    System.setProperty("sixones.data", older.toString());

    assertRefused(Run.of("serve"), 69, "no backup could be written before", "未能事先写出备份");

    nothing_is_left_set();
    System.setProperty("sixones.data", older.toString());
    try (DatabaseAccess access = DatabaseAccess.ofAdministrator(older);
        Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet newest =
            statement.executeQuery("select max(version::int) from flyway_schema_history")) {
      newest.next();
      assertThat(newest.getInt(1)).isEqualTo(18);
    }
  }

  private static void assertRefused(Run run, int code, String english, String chinese) {
    assertThat(run.err()).contains(english, chinese).doesNotContain("{", "Exception");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }
}
