package sixones.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static sixones.evidence.FilesInTests.docx;
import static sixones.evidence.FilesInTests.docxParts;
import static sixones.evidence.FilesInTests.joined;
import static sixones.evidence.FilesInTests.jpeg;
import static sixones.evidence.FilesInTests.latin1;
import static sixones.evidence.FilesInTests.odt;
import static sixones.evidence.FilesInTests.pdf;
import static sixones.evidence.FilesInTests.png;
import static sixones.evidence.FilesInTests.written;
import static sixones.evidence.FilesInTests.xlsxParts;
import static sixones.evidence.FilesInTests.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.round.Refused;

@InTurns(3)
class EvidenceTypeReaderTest {
  static Stream<Arguments> kept() {
    Map<String, String> pptx = new LinkedHashMap<>();
    pptx.put(
        "[Content_Types].xml",
        "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
            + "presentationml.presentation.main+xml\"/></Types>");
    pptx.put("ppt/presentation.xml", "<p/>");
    Map<String, String> ofd = new LinkedHashMap<>();
    ofd.put("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>");
    return Stream.of(
        Arguments.of(EvidenceType.PDF, pdf()),
        Arguments.of(EvidenceType.PNG, png()),
        Arguments.of(EvidenceType.JPEG, jpeg()),
        Arguments.of(EvidenceType.DOCX, docx()),
        Arguments.of(EvidenceType.XLSX, zip(xlsxParts())),
        Arguments.of(EvidenceType.PPTX, zip(pptx)),
        Arguments.of(EvidenceType.ODT, odt()),
        Arguments.of(EvidenceType.OFD, zip(ofd)));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void a_type_is_known_by_its_content(EvidenceType type, byte[] file) throws Exception {
    assertThat(EvidenceTypeReader.read(written(file))).isEqualTo(type);
  }

  private static Map<String, String> docxWith(String name, String content) {
    Map<String, String> parts = docxParts();
    parts.put(name, content);
    return parts;
  }

  private static byte[] relating(String relationship) {
    return zip(docxWith("word/_rels/document.xml.rels", relationship));
  }

  private static byte[] types(String more) {
    String types = docxParts().get("[Content_Types].xml");
    return zip(docxWith("[Content_Types].xml", types.replace("</Types>", more + "</Types>")));
  }

  private static byte[] odtWith(String name, String content) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put("META-INF/manifest.xml", "<manifest/>");
    parts.put("content.xml", "<content/>");
    parts.put(name, content);
    return zip(parts);
  }

  private static byte[] cut(byte[] file) {
    return Arrays.copyOf(file, file.length - 30);
  }

  /** A zip with a field of its first directory entry overwritten. */
  private static byte[] patched(byte[] zip, int field, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(zip.length - 6);
    bytes.putInt(directory + field, value);
    return bytes.array();
  }

  private static byte[] encryptedZip() {
    byte[] zip = docx();
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(zip.length - 6);
    bytes.putShort(directory + 8, (short) (bytes.getShort(directory + 8) | 1));
    return zip;
  }

  static Stream<Arguments> refused() {
    String external =
        "<Relationships><Relationship Id=\"a\" Type=\"http://x/%s\" Target=\"http://x\""
            + " TargetMode=%s/></Relationships>";
    byte[] ole = latin1("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(600));
    byte[] tall = png();
    ByteBuffer.wrap(tall).putInt(16, 60_000);
    Map<String, String> plain = new LinkedHashMap<>();
    plain.put("a.txt", "x");
    return Stream.of(
        Arguments.of("file-unknown", "an executable", latin1("MZ\u0090\0 program")),
        Arguments.of("file-unknown", "a program of Linux", latin1("\u007FELF\2\1\1")),
        Arguments.of("file-unknown", "a page", latin1("<!DOCTYPE html><html></html>")),
        Arguments.of("file-unknown", "SVG", latin1("<svg xmlns=\"x\"/>")),
        Arguments.of("file-unknown", "text", latin1("Baseline: 1")),
        Arguments.of("file-unknown", "GIF", latin1("GIF89a........")),
        Arguments.of("file-old-office", "OLE 2", ole),
        Arguments.of("file-archive", "RAR", latin1("Rar!\u001A\7\0 x")),
        Arguments.of("file-archive", "a plain zip", zip(plain)),
        Arguments.of("file-broken", "a PDF without an end", latin1("%PDF-1.4\n1 0 obj")),
        Arguments.of("file-broken", "a PDF of no version", latin1("%PDF-x\n%%EOF")),
        Arguments.of("file-encrypted", "PDF", pdf("\n<< /Encrypt 3 0 R >>")),
        Arguments.of("file-encrypted", "PDF, hidden", pdf("\n<< /Encr#79pt 3 0 R >>")),
        Arguments.of("file-runs", "a script in a PDF", pdf("\n<< /S /JavaScript /JS (x) >>")),
        Arguments.of("file-runs", "hidden", pdf("\n<< /S /#4aava#53cript >>")),
        Arguments.of("file-runs", "a program", pdf("\n<< /S /Launch /F (cmd.exe) >>")),
        Arguments.of("file-runs", "a form that is sent", pdf("\n<< /S /SubmitForm /F (x) >>")),
        Arguments.of("file-runs", "data that is loaded", pdf("\n<< /S /Import#44ata >>")),
        Arguments.of("file-embedded", "a file in a PDF", pdf("\n<< /Type /EmbeddedFile >>")),
        Arguments.of("file-embedded", "a tree of files", pdf("\n<< /EmbeddedFiles 3 0 R >>")),
        Arguments.of("file-embedded", "pinned on", pdf("\n<< /Subtype /FileAttachment >>")),
        Arguments.of("file-embedded", "a film", pdf("\n<< /Subtype /RichMedia >>")),
        Arguments.of("file-two-at-once", "a PDF that is a page", pdf("<html><script>1</script>")),
        Arguments.of("file-two-at-once", "a PDF that is a zip", joined(pdf(), zip(plain))),
        Arguments.of("file-two-at-once", "a JPEG that is a zip", joined(jpeg(), zip(plain))),
        Arguments.of("file-broken", "a PNG with more behind it", joined(png(), latin1("more"))),
        Arguments.of("file-broken", "half a PNG", cut(png())),
        Arguments.of("file-broken", "half a JPEG", cut(jpeg())),
        Arguments.of("file-broken", "a JPEG of nothing", latin1("\u00FF\u00D8\u00FF")),
        Arguments.of("file-bomb", "a picture no screen shows", tall),
        Arguments.of("file-broken", "half a zip", cut(docx())),
        Arguments.of("file-broken", "behind a program", joined(docx(), latin1("MZ"))),
        Arguments.of("file-unknown", "a program before a zip", joined(latin1("MZ"), docx())),
        Arguments.of("file-broken", "a page between", joined(latin1("PK\3\4<html>"), docx())),
        Arguments.of("file-encrypted", "an encrypted zip", encryptedZip()),
        Arguments.of("file-bomb", "declared", patched(docx(), 24, Integer.MAX_VALUE)),
        Arguments.of("file-macros", "macros", zip(docxWith("word/vbaProject.bin", "x"))),
        Arguments.of("file-macros", "in disguise", zip(docxWith("word/VBAproject.xml", "x"))),
        Arguments.of(
            "file-macros",
            "by type",
            types(
                "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main\"/>")),
        Arguments.of("file-broken", "a hidden type", types("<Override X=\"macro&#69;nabled\"/>")),
        Arguments.of("file-macros", "controls", zip(docxWith("word/activeX/activeX1.xml", "x"))),
        Arguments.of("file-embedded", "an object", zip(docxWith("word/embeddings/o.bin", "x"))),
        Arguments.of("file-embedded", "a program", zip(docxWith("word/media/setup.exe", "x"))),
        Arguments.of("file-embedded", "a page", zip(docxWith("word/afchunk.html", "x"))),
        Arguments.of(
            "file-links",
            "a template",
            relating(external.formatted("attachedTemplate", "\"External\""))),
        Arguments.of(
            "file-links", "a picture", relating(external.formatted("image", "'External'"))),
        Arguments.of(
            "file-links", "hidden", relating(external.formatted("frame", "\"Exter&#110;al\""))),
        Arguments.of(
            "file-links",
            "behind a bracket in a value",
            relating(
                "<Relationships><Relationship Target=\"http://x/a>b\" Type=\"http://x/image\""
                    + " TargetMode=\"External\"/></Relationships>")),
        Arguments.of(
            "file-links",
            "under an odd prefix",
            relating(
                "<a-b:Relationships xmlns:a-b=\"x\"><a-b:Relationship Target=\"http://x\""
                    + " Type=\"http://x/image\" TargetMode=\"External\"/></a-b:Relationships>")),
        Arguments.of(
            "file-links",
            "called a link for people by a foreign attribute",
            relating(
                "<Relationships xmlns:x=\"x\"><Relationship x:Type=\"/hyperlink\""
                    + " Type=\"http://x/attachedTemplate\" Target=\"http://x\""
                    + " TargetMode=\"External\"/></Relationships>")),
        Arguments.of(
            "file-broken",
            "an attribute twice",
            relating(
                "<Relationships><Relationship TargetMode=\"External\" TargetMode=\"Internal\""
                    + " Target=\"http://x\"/></Relationships>")),
        Arguments.of("file-broken", "a tag without an end", relating("<Relationships x=\"1\"")),
        Arguments.of("file-broken", "a path", zip(docxWith("../../evil.xml", "x"))),
        Arguments.of("file-broken", "an absolute path", zip(docxWith("/evil.xml", "x"))),
        Arguments.of("file-broken", "twice", zip(docxWith("WORD/document.xml", "x"))),
        Arguments.of("file-macros", "ODT", odtWith("Basic/Standard/Module1.xml", "x")),
        Arguments.of(
            "file-encrypted", "ODT", odtWith("META-INF/manifest.xml", "<encryption-data/>")),
        Arguments.of("file-unknown", "no document", zip(docxWithout("word/document.xml"))));
  }

  private static Map<String, String> docxWithout(String name) {
    Map<String, String> parts = docxParts();
    parts.remove(name);
    return parts;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refused")
  void what_is_not_kept_is_refused_with_its_reason(String fault, String what, byte[] file) {
    assertThat(fault(file)).as(what).isEqualTo(fault);
  }

  private static String fault(byte[] file) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> EvidenceTypeReader.read(written(file)));
    return refused == null ? "none" : refused.faults().get(0).kind();
  }

  @Test
  void a_link_for_people_may_lead_elsewhere() throws Exception {
    byte[] file =
        relating(
            "<Relationships><Relationship Type=\"http://x/hyperlink\""
                + " Target=\"http://x/?a=1&amp;b\" TargetMode=\"External\"/></Relationships>");

    assertThat(EvidenceTypeReader.read(written(file))).isEqualTo(EvidenceType.DOCX);
  }

  @Test
  void a_zip_of_very_many_parts_is_a_bomb() {
    Map<String, String> parts = docxParts();
    for (int i = 0; i < 5_000; i++) {
      parts.put("word/part" + i + ".xml", "");
    }

    assertThat(fault(zip(parts))).isEqualTo("file-bomb");
  }

  /** A part of a few packed bytes must not keep a processor busy. */
  @ParameterizedTest
  @ValueSource(strings = {"<Relationship ", "<Relationship a='", "w", "<a:", "<r a=", "<r a='' "})
  void a_part_is_looked_through_in_one_walk(String repeated) {
    String begin = repeated.startsWith("<") ? "<r>" : "<Relationship ";
    String part = begin + repeated.repeat(((1 << 20) - 100) / repeated.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(fault(relating(part))).isEqualTo("file-broken"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(fault(relating(part + "/></r>"))).matches("none|file-.*"));
  }

  @Test
  void a_part_does_not_unpack_to_more_than_it_says() {
    byte[] file = docx();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(file.length - 6);

    assertThat(fault(patched(file, 24, bytes.getInt(directory + 24) - 1))).isEqualTo("file-broken");
  }

  @Test
  void what_is_looked_at_in_a_zip_is_unpacked_up_to_a_limit() {
    byte[] file = relating("x".repeat(2 << 20));

    assertThat(fault(file)).isEqualTo("file-bomb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK\3\4", "%PDF-", "\u0089PNG\r\n\u001A\n", "\u00FF\u00D8\u00FF\u00E0"})
  void no_beginning_makes_a_fault_of_ours(String head) {
    for (int length = 0; length < 80; length++) {
      assertThat(fault(latin1(head + "\u00FF".repeat(length)))).startsWith("file-");
      assertThat(fault(latin1(head + "\0".repeat(length)))).startsWith("file-");
    }
    byte[] whole = docx();
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x55;
      assertThat(fault(changed)).matches("none|file-.*");
    }
  }
}
