package sixones.pages.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Packs a workbook anew without the time it was written at, so that equal bids give equal files.
 */
final class SameBytes {
  private static final String PROPERTIES = "docProps/core.xml";

  /** The first time a zip file can name. */
  private static final LocalDateTime START = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SameBytes() {}

  static byte[] of(byte[] workbook) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(workbook.length / 4);
    try (ZipArchiveInputStream from =
            new ZipArchiveInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry = from.getNextEntry();
          entry != null;
          entry = from.getNextEntry()) {
        ZipEntry same = new ZipEntry(entry.getName());
        // Unlike an instant, a local time is written the same in every zone.
        same.setTimeLocal(START);
        to.putNextEntry(same);
        byte[] content = from.readAllBytes();
        to.write(entry.getName().equals(PROPERTIES) ? withoutTime(content) : content);
        to.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] withoutTime(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("(?<tag><dcterms:(created|modified)[^>]*>)[^<]*", "${tag}" + START + ":00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
