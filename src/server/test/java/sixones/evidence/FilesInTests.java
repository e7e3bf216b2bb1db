package sixones.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.submission.SubmissionFiles;

/** Small files of each type, made up, and what they are made of. */
public final class FilesInTests {
  private FilesInTests() {}

  public static byte[] pdf() {
    return pdf("about " + System.identityHashCode(new Object()));
  }

  /** A PDF that is told from others by its words. */
  public static byte[] pdf(String words) {
    return latin1(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n% "
            + words
            + "\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
  }

  /** The form that adds a file to the first document of a bid; its boundary is {@code b}. */
  public static byte[] form(byte[] file) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--b\r\nContent-Disposition: form-data; name=\"entry\"\r\n\r\n/evidence/0\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file);
    form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  /** A file of an entry on record, whose bytes are nowhere. */
  public static EvidenceFile onRecord(
      FileOwner owner, String entry, String entryId, String name, EvidenceType type) {
    String digest = String.format("%02x", name.hashCode() & 0xFF).repeat(32);
    return new EvidenceFile(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        "510100",
        owner,
        entry,
        entryId,
        "sha256:" + digest,
        182_044,
        type,
        name,
        Instant.parse("2022-06-17T02:20:30Z"),
        "li.wei");
  }

  /** The same for the bytes of a bid. */
  public static SubmissionFiles.HandedIn handedIn(byte[] bid, BidContract contract) {
    return handedIn(BidEntries.read(bid, Draft.Format.JSON, contract), contract);
  }

  /** Files of the first and the last document of a bid: one whole, one missing, one changed. */
  public static SubmissionFiles.HandedIn handedIn(JsonNode bid, BidContract contract) {
    FileOwner draft = FileOwner.draft(UUID.nameUUIDFromBytes(new byte[1]));
    BidEntries entries = BidEntries.of(bid, contract);
    BidEntries.Entry first = entries.all().get(0);
    BidEntries.Entry second = entries.all().get(entries.all().size() - 1);
    EvidenceFile whole =
        onRecord(
            draft,
            first.pointer(),
            first.id(),
            "关于设立示例园区的批复（扫描件，第一页至第十二页）<b>.pdf",
            EvidenceType.PDF);
    EvidenceFile missing =
        onRecord(draft, first.pointer(), first.id(), "photo-of-the-park.jpg", EvidenceType.JPEG);
    EvidenceFile changed =
        onRecord(draft, second.pointer(), second.id(), "plan.docx", EvidenceType.DOCX);
    return new SubmissionFiles.HandedIn(
        List.of(whole, missing, changed),
        entries,
        Map.of(
            missing.digest(), FileCondition.MISSING,
            changed.digest(), FileCondition.CHANGED),
        false);
  }

  public static byte[] png() {
    return picture("png");
  }

  public static byte[] jpeg() {
    return picture("jpg");
  }

  private static byte[] picture(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Map<String, String> docxParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    parts.put("_rels/.rels", "<Relationships/>");
    parts.put("word/document.xml", "<document/>");
    return parts;
  }

  static Map<String, String> xlsxParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    parts.put("xl/workbook.xml", "<workbook/>");
    parts.put("xl/printerSettings/printerSettings1.bin", "x");
    return parts;
  }

  public static byte[] docx() {
    return zip(docxParts());
  }

  static byte[] odt() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put("META-INF/manifest.xml", "<manifest/>");
    parts.put("content.xml", "<content/>");
    return zip(parts);
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] bytes = latin1(part.getValue());
        ZipEntry entry = new ZipEntry(part.getKey());
        if (part.getKey().equals("mimetype")) {
          CRC32 sum = new CRC32();
          sum.update(bytes);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(bytes.length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }

  /** Writes bytes to a file of their own. */
  public static Path written(byte[] bytes) {
    try {
      Path file = Files.createTempFile("evidence", ".test");
      file.toFile().deleteOnExit();
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
