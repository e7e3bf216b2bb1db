package sixones.packer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The made-up programme that is a folder and nothing else, in two versions, for tests without a
 * packer: the build packs them beside the test classes.
 */
public final class PackedProgramme {
  public static final String ID = "sample-workshops";

  public static final String NEWEST = "1";

  /** A version with another form, other words and a lower figure. */
  public static final String OLDER = "0.9";

  /** What the older version has otherwise, by file. */
  private static final Map<String, UnaryOperator<String>> EDITS =
      Map.of(
          "ruleset.yaml",
          text -> text.replace("version: \"" + NEWEST + "\"", "version: \"" + OLDER + "\""),
          "bid.yaml",
          text ->
              text.replace("Number of small works", "Works on the list")
                  .replace("小型工场数量", "名录内工场数量")
                  .replace(
                      "\nfacts:",
                      "\n"
                          + "  remark: { kind: lines, label: { en: Remark of old, zh: 旧版备注 } }\n"
                          + "facts:"),
          "parameters.yaml",
          text -> text.replace("value: 10 }", "value: 2 }"),
          "messages/en.properties",
          text -> text.replace("standing.title = Standing", "standing.title = Rank of old"),
          "messages/zh-CN.properties",
          text -> text.replace("standing.title = 实力", "standing.title = 旧版等次"));

  private PackedProgramme() {}

  /**
   * Packs both versions.
   *
   * @param args the folder of the programme's rules, and the folder the bundles go to
   */
  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[1]));
    Files.write(out.resolve(name(NEWEST)), PackedFolder.bundle(Path.of(args[0])));
    Files.write(out.resolve(name(OLDER)), PackedFolder.bundle(Path.of(args[0]), EDITS));
  }

  private static String name(String version) {
    return ID + "-" + version + ".zip";
  }

  /** Returns the bundle of a version. */
  public static byte[] bundle(String version) {
    try (InputStream in =
        PackedProgramme.class.getResourceAsStream("/programme/" + name(version))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
