package sixones.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.MovableClock;
import sixones.retention.DecidedRound;
import sixones.store.TestDatabase;

/** Whoever has the machine archives and erases, and is told in both languages how it went. */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RetentionCommandTest {
  private static final String ROUNDS = "sixones.retention.rounds";
  private static final String PEOPLE = "sixones.retention.people";

  @TempDir Path folder;

  @AfterEach
  void nothing_is_left_set() {
    System.clearProperty(ROUNDS);
    System.clearProperty(PEOPLE);
    MovableClock.reset();
  }

  private static void assertTold(Run run, int code, String english, String chinese) {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.out() + run.err()).contains(english, chinese);
  }

  private static Run typing(String line, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return Run.of(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void a_round_is_archived_checked_and_erased() throws Exception {
    DecidedRound there = new DecidedRound();
    String round = String.valueOf(there.round.number());
    String file = folder.resolve("round.zip").toString();
    String[] erase = {"erase-round", "--reason", "a decision", round, file};

    Run made = Run.of("export-round", round, file);

    assertTold(made, 0, "on record now", "的存档已写入");
    Matcher digest = Pattern.compile("[0-9a-f]{64}").matcher(made.out());
    assertThat(digest.find()).isTrue();
    assertTold(
        Run.of("check-export", "--sha256", digest.group(), file),
        0,
        "is the whole archive",
        "完整存档");
    assertTold(Run.of("export-round", round, file), 73, "exists already", "已存在");
    assertTold(
        Run.of(erase), 77, "SIXONES_RETENTION_ROUNDS is not set", "没有设置SIXONES_RETENTION_ROUNDS");
    System.setProperty(ROUNDS, "P100Y");
    assertTold(Run.of(erase), 77, "It is too early", "尚未到期");
    System.setProperty(ROUNDS, "P1D");
    assertTold(typing("yes", erase), 77, "was not confirmed", "未以编号确认");
    assertTold(typing(round, erase), 0, "Round " + round + " was erased", "已清除第" + round + "号批次");
    assertTold(Run.of(erase), 77, "There is nothing left", "没有可存档或清除的内容");
  }

  @Test
  void what_is_no_archive_or_no_round_is_told() throws Exception {
    String none = folder.resolve("none.zip").toString();
    String other = Files.writeString(folder.resolve("other.zip"), "mine").toString();
    assertTold(Run.of("check-export", none), 66, "There is no file", "没有文件");
    assertTold(Run.of("check-export", other), 65, "is not the archive of a round", "不是批次存档");
    assertTold(Run.of("export-round", "0", none), 66, "There is no round", "没有批次");
    assertThat(Path.of(none)).doesNotExist();
    assertThat(Run.of("erase-round", "1", other).code()).isEqualTo(64);
    assertTold(Run.of("erase-person", "--reason", " ", "x"), 77, "Name the basis", "写明依据");
    assertTold(
        Run.of("erase-person", "--reason", "a", "nobody here"), 66, "There is nobody", "没有名为");
  }

  @Test
  void a_name_is_erased_once_it_is_confirmed() throws Exception {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into person (number, name, password, role, disabled, created_at) overriding"
              + " system value values (900001, 'to-be-gone', '-', 'officer', true, now() - interval"
              + " '9 days')");
    }
    System.setProperty(PEOPLE, "P1D");
    String[] erase = {"erase-person", "--reason", "a decision", "to-be-gone"};

    assertTold(typing("", erase), 77, "was not confirmed", "未以编号确认");
    assertTold(
        Run.of("erase-person", "--reason", "a", "--confirm", "900001", "to-be-gone"),
        0,
        "The name of person 900001 was erased",
        "已清除900001号人员的姓名");
  }
}
