package sixones.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActTest {
  private static final Pattern WRITING =
      Pattern.compile(
          "(insert\\s+into|update|delete\\s+from)\\s+audit_entry", Pattern.CASE_INSENSITIVE);

  @Test
  void one_place_in_the_code_writes_entries() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("main/java"))) {
      assertThat(sources.filter(Files::isRegularFile).filter(ActTest::writes))
          .containsExactly(Path.of("main/java/sixones/audit/Audit.java"));
    }
  }

  private static boolean writes(Path source) {
    try {
      return WRITING.matcher(Files.readString(source)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_act_is_known_by_its_id_alone() {
    for (Act act : Act.values()) {
      assertThat(act.id()).matches("[a-z]+(-[a-z]+)*");
      assertThat(Act.of(act.id())).contains(act);
    }
    assertThat(Act.of("ROUND_MOVED")).isEmpty();
  }
}
