package sixones.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sixones.Project;

/** The table of divisions that the rule set carries. */
public final class DivisionsInTests {
  public static final Divisions TABLE = read();

  private DivisionsInTests() {}

  private static Divisions read() {
    try {
      Path table = Project.file("rules/sichuan-2022-cities/divisions.tsv");
      return new Divisions(Files.readAllBytes(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
