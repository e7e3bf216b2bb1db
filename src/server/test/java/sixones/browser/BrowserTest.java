package sixones.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which browser the tests take; one they find none of is Playwright's to install. */
class BrowserTest {
  @TempDir Path first;
  @TempDir Path second;

  @Test
  void the_one_that_is_named_comes_before_all() throws IOException {
    program(first, "chromium");

    assertThat(Browser.find("/opt/other", first.toString())).contains(Path.of("/opt/other"));
  }

  @Test
  void without_a_name_it_is_the_first_on_the_path() throws IOException {
    program(second, "google-chrome");
    Files.createFile(first.resolve("chromium"));

    assertThat(Browser.find(null, first + File.pathSeparator + second))
        .contains(second.resolve("google-chrome"));
    assertThat(Browser.find("", second.toString())).contains(second.resolve("google-chrome"));
  }

  @Test
  void where_there_is_none_none_is_found() {
    assertThat(Browser.find(null, first.toString())).isEmpty();
  }

  private static void program(Path folder, String name) throws IOException {
    Files.createFile(
        folder.resolve(name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }
}
