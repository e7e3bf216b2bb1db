package sixones.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sixones.round.Refused;
import sixones.text.FileKind;

/**
 * Recognizes the type of a file by its content. What it is called and what its sender says it is
 * counts for nothing. A file that is two things at once, is encrypted, or holds what programs run
 * is refused.
 */
final class EvidenceTypeReader {
  /** Programs look for the beginning of a page or a PDF in so many bytes. */
  private static final int HEAD = 1024;

  /** The record at the end of a zip file, without a comment. */
  private static final int END_OF_ZIP = 22;

  private static final int LONGEST_COMMENT = 65_535;
  private static final String[] MARKUP = {"<html", "<script", "<!doctype", "<svg", "<?php"};

  private EvidenceTypeReader() {}

  /**
   * Returns the type of a file.
   *
   * @throws Refused if it is none of {@link EvidenceType} or not to be kept
   */
  static EvidenceType read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return read(bytes.order(ByteOrder.LITTLE_ENDIAN));
    } catch (IndexOutOfBoundsException e) {
      throw unfit("file-broken");
    }
  }

  private static EvidenceType read(ByteBuffer file) {
    if (startsWith(file, "PK\3\4")) {
      return OfficePackage.type(ZipParts.read(file));
    }
    EvidenceType type = byHead(file);
    refuseTwoAtOnce(file, type);
    switch (type) {
      case PDF -> PdfContent.check(file);
      case PNG -> PictureContent.checkPng(file);
      default -> PictureContent.checkJpeg(file);
    }
    return type;
  }

  private static EvidenceType byHead(ByteBuffer file) {
    if (startsWith(file, "%PDF-")) {
      return EvidenceType.PDF;
    }
    if (startsWith(file, "\u0089PNG\r\n\u001A\n")) {
      return EvidenceType.PNG;
    }
    if (startsWith(file, "\u00FF\u00D8\u00FF")) {
      return EvidenceType.JPEG;
    }
    byte[] head = new byte[Math.min(file.limit(), 1 << 20)];
    file.get(0, head);
    Optional<FileKind> kind = FileKind.of(head);
    boolean office =
        kind.filter(k -> k == FileKind.OFFICE || k == FileKind.WORD || k == FileKind.EXCEL)
            .isPresent();
    if (office) {
      throw unfit("file-old-office");
    }
    throw unfit(kind.equals(Optional.of(FileKind.ARCHIVE)) ? "file-archive" : "file-unknown");
  }

  /**
   * A picture that is an archive, a page or a PDF as well is opened as what it is not served as.
   */
  private static void refuseTwoAtOnce(ByteBuffer file, EvidenceType type) {
    byte[] head = new byte[Math.min(file.limit(), HEAD)];
    file.get(0, head);
    String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (String mark : MARKUP) {
      if (text.contains(mark)) {
        throw unfit("file-two-at-once");
      }
    }
    if (type != EvidenceType.PDF && text.contains("%pdf-") || endsAsZip(file)) {
      throw unfit("file-two-at-once");
    }
  }

  private static boolean endsAsZip(ByteBuffer file) {
    int first = Math.max(0, file.limit() - END_OF_ZIP - LONGEST_COMMENT);
    for (int at = file.limit() - END_OF_ZIP; at >= first; at--) {
      boolean marked = file.get(at) == 'P' && file.getInt(at) == ZipParts.END;
      if (marked && at + END_OF_ZIP + (file.getShort(at + 20) & 0xFFFF) <= file.limit()) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWith(ByteBuffer file, String latin1) {
    return isAt(file, 0, latin1);
  }

  static boolean isAt(ByteBuffer file, int at, String latin1) {
    if (at < 0 || file.limit() - at < latin1.length()) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if ((file.get(at + i) & 0xFF) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the refusal of a file, which says what would be right. */
  static Refused unfit(String fault) {
    return Refused.wrong("/file", fault, Map.of("known", EvidenceType.known()));
  }
}
