package sixones.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** File formats that people send instead of a bid, recognized by their file signatures. */
public enum FileKind {
  WORD,
  EXCEL,
  OFFICE,
  PDF,
  OFD,
  ARCHIVE,
  PICTURE;

  /** A file signature at an offset. */
  private record Mark(int at, byte[] bytes, FileKind kind) {
    static Mark of(int at, String latin1, FileKind kind) {
      return new Mark(at, latin1.getBytes(StandardCharsets.ISO_8859_1), kind);
    }

    boolean standsIn(byte[] file) {
      return file.length >= at + bytes.length
          && file[at] == bytes[0]
          && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
  }

  private static final Mark ZIP = Mark.of(0, "PK\3\4", ARCHIVE);
  private static final Mark OLE2 =
      Mark.of(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", OFFICE);

  private static final List<Mark> MARKS =
      List.of(
          ZIP,
          OLE2,
          Mark.of(0, "PK\5\6", ARCHIVE),
          Mark.of(0, "Rar!\u001A\7", ARCHIVE),
          Mark.of(0, "7z\u00BC\u00AF\u0027\u001C", ARCHIVE),
          Mark.of(0, "\u001F\u008B", ARCHIVE),
          Mark.of(0, "{\\rtf", OFFICE),
          Mark.of(0, "%PDF-", PDF),
          Mark.of(0, "\u0089PNG\r\n\u001A\n", PICTURE),
          Mark.of(0, "\u00FF\u00D8\u00FF", PICTURE),
          Mark.of(0, "GIF87a", PICTURE),
          Mark.of(0, "GIF89a", PICTURE),
          Mark.of(0, "II*\0", PICTURE),
          Mark.of(0, "MM\0*", PICTURE),
          Mark.of(8, "WEBPVP8", PICTURE),
          Mark.of(4, "ftyphei", PICTURE));

  /**
   * Detects the format of a file, which may be truncated after its first megabyte.
   *
   * @return the format; empty if no known signature matches
   */
  public static Optional<FileKind> of(byte[] file) {
    for (Mark mark : MARKS) {
      if (mark.standsIn(file)) {
        return Optional.of(
            mark == ZIP ? zipped(file) : mark == OLE2 ? ofOffice(file) : mark.kind());
      }
    }
    return Optional.empty();
  }

  /** A zip file stores the names of its entries uncompressed. */
  private static FileKind zipped(byte[] file) {
    String names = new String(file, StandardCharsets.ISO_8859_1);
    if (names.contains("word/document")) {
      return WORD;
    }
    if (names.contains("xl/workbook")) {
      return EXCEL;
    }
    if (names.contains("OFD.xml")) {
      return OFD;
    }
    boolean office = names.contains("ppt/") || names.contains("vnd.oasis.opendocument");
    return office ? OFFICE : ARCHIVE;
  }

  /** An OLE 2 file stores the names of its streams in UTF-16. */
  private static FileKind ofOffice(byte[] file) {
    String names = new String(file, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (names.contains("WordDocument")) {
      return WORD;
    }
    return names.contains("Workbook") ? EXCEL : OFFICE;
  }
}
