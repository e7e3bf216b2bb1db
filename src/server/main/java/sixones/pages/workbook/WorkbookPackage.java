package sixones.pages.workbook;

import com.ibm.icu.lang.UCharacter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import sixones.text.FileKind;

/**
 * Looks at the packing of a workbook before anything of it is read: how much it unpacks to, and
 * whether it holds what is never read here.
 */
final class WorkbookPackage {
  /** The maximum size of a file, in bytes. */
  static final int MOST_BYTES = 2 << 20;

  /** The maximum size of all that a file unpacks to, in bytes. */
  static final int MOST_UNPACKED = 24 << 20;

  private static final int MOST_ENTRIES = 300;
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private WorkbookPackage() {}

  /** Returns whether a file is a spreadsheet by its content, of whatever kind. */
  static boolean isSpreadsheet(byte[] file) {
    Optional<FileKind> kind = FileKind.of(file);
    return kind.equals(Optional.of(FileKind.EXCEL))
        || kind.equals(Optional.of(FileKind.OFFICE))
            && (isEncrypted(file) || names(file).contains("vnd.oasis.opendocument.spreadsheet"));
  }

  private static String names(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  /** An encrypted workbook is an OLE 2 file, whose names are in UTF-16. */
  private static boolean isEncrypted(byte[] file) {
    return file[0] != 'P' && names(file).replace("\0", "").contains("EncryptedPackage");
  }

  /**
   * Checks a file.
   *
   * @throws RefusedWorkbook if it is not to be read
   */
  static void check(byte[] file) throws RefusedWorkbook {
    if (file.length > MOST_BYTES) {
      throw new RefusedWorkbook(
          "workbook.refused.large", Map.of("bytes", file.length, "most", MOST_BYTES));
    }
    if (isEncrypted(file)) {
      throw new RefusedWorkbook("workbook.refused.encrypted");
    }
    if (file[0] != 'P' || !names(file).contains("xl/workbook")) {
      throw new RefusedWorkbook("workbook.refused.kind");
    }
    int entries = 0;
    int unpacked = 0;
    // This is how POI unpacks it, too: entry by entry, whatever the directory at the end says.
    try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new RefusedWorkbook("workbook.refused.bomb");
        }
        check(UCharacter.toLowerCase(Locale.ROOT, entry.getName()));
        unpacked = unpack(zip, unpacked);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedWorkbook("workbook.refused.broken");
    }
  }

  private static void check(String name) throws RefusedWorkbook {
    if (name.contains("vbaproject") || name.contains("macrosheets/")) {
      throw new RefusedWorkbook("workbook.refused.macros");
    }
    if (name.contains("externallinks/")) {
      throw new RefusedWorkbook("workbook.refused.links");
    }
    if (name.startsWith("xl/workbook.bin")) {
      throw new RefusedWorkbook("workbook.refused.kind");
    }
  }

  /** Unpacks one entry and forgets it; returns how much was unpacked so far. */
  private static int unpack(ZipArchiveInputStream zip, int before)
      throws IOException, RefusedWorkbook {
    int unpacked = before;
    byte[] part = new byte[16 * 1024];
    int matched = 0;
    for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
      unpacked += read;
      if (unpacked > MOST_UNPACKED) {
        throw new RefusedWorkbook("workbook.refused.bomb");
      }
      for (int i = 0; i < read; i++) {
        // UTF-16 is UTF-8 with zeros between, as far as this goes.
        if (part[i] != 0) {
          matched = part[i] == DOCTYPE[matched] ? matched + 1 : part[i] == DOCTYPE[0] ? 1 : 0;
        }
        if (matched == DOCTYPE.length) {
          throw new RefusedWorkbook("workbook.refused.doctype");
        }
      }
    }
    return unpacked;
  }
}
