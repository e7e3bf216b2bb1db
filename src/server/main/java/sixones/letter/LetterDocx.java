package sixones.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a letter as an Office Open XML document; the same letter gives the same bytes. */
final class LetterDocx {
  /** The parts that are the same in every letter, by their names in the package. */
  private static final Map<String, String> FIXED =
      Map.of(
          "[Content_Types].xml", LetterTemplates.resource("content-types.xml"),
          "_rels/.rels", LetterTemplates.resource("package.rels.xml"),
          "word/_rels/document.xml.rels", LetterTemplates.resource("document.rels.xml"),
          "word/settings.xml", LetterTemplates.resource("settings.xml"),
          "word/footer1.xml", LetterTemplates.resource("footer-odd.xml"),
          "word/footer2.xml", LetterTemplates.resource("footer-even.xml"));

  /** Later than the first instant an archive can name, which would be written by its time zone. */
  private static final LocalDateTime NEVER = LocalDateTime.of(1980, 2, 1, 0, 0);

  private LetterDocx() {}

  static byte[] of(Map<String, Object> data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      fixed(zip, "[Content_Types].xml");
      fixed(zip, "_rels/.rels");
      part(zip, "docProps/core.xml", LetterTemplates.PROPERTIES.render(data));
      part(zip, "word/document.xml", LetterTemplates.DOCUMENT.render(data));
      fixed(zip, "word/_rels/document.xml.rels");
      part(zip, "word/styles.xml", LetterTemplates.STYLES.render(data));
      fixed(zip, "word/settings.xml");
      fixed(zip, "word/footer1.xml");
      fixed(zip, "word/footer2.xml");
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return bytes.toByteArray();
  }

  private static void fixed(ZipOutputStream zip, String name) throws IOException {
    part(zip, name, FIXED.get(name));
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NEVER);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
