package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest of an application names all of it, and nothing but it. */
class ApplicationDigestTest {
  @TempDir Path classes;
  @TempDir Path engine;

  @Test
  void the_same_files_have_the_same_digest_however_often_it_is_written() throws IOException {
    file("sixones/A.class", "a");
    file("rulesets/index", "b");

    String once = written();
    String again = written();

    assertThat(once).matches("[0-9a-f]{64}\n").isEqualTo(again);
  }

  @Test
  void another_byte_another_name_and_another_file_each_have_another_digest() throws IOException {
    file("sixones/A.class", "a");
    String first = written();

    file("sixones/A.class", "b");
    String changed = written();
    Files.move(classes.resolve("sixones/A.class"), classes.resolve("sixones/B.class"));
    String renamed = written();
    file("sixones/C.class", "");
    String added = written();

    assertThat(first).isNotEqualTo(changed);
    assertThat(changed).isNotEqualTo(renamed);
    assertThat(renamed).isNotEqualTo(added);
  }

  @Test
  void a_class_of_the_engine_is_among_them() throws IOException {
    file("rulesets/index", "b");
    String first = written();

    Files.writeString(engine.resolve("A.class"), "a");

    assertThat(written()).isNotEqualTo(first);
  }

  private void file(String path, String text) throws IOException {
    Path file = classes.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String written() throws IOException {
    ApplicationDigest.write(classes, engine);
    return Files.readString(classes.resolve("sixones/application.sha256"));
  }
}
