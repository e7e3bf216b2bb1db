package sixones.pages.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/** Files that are never read as a workbook, whatever they hold. */
@InTurns(6)
class RefusedWorkbooksTest {
  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  private static final String END = "</sheetData></worksheet>";
  private static final int MEGABYTE = 1 << 20;

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("macros", with("xl/vbaProject.bin", "x")),
        Arguments.of("macros", with("xl/macrosheets/sheet1.xml", "x")),
        Arguments.of("links", with("xl/externalLinks/externalLink1.xml", "<a/>")),
        Arguments.of("encrypted", encrypted()),
        Arguments.of("kind", old()),
        Arguments.of("kind", of(Map.of("xl/workbook.bin", "x"))),
        Arguments.of("bomb", bomb()),
        Arguments.of("bomb", manyEntries()),
        Arguments.of("doctype", with("xl/worksheets/sheet1.xml", laughs())),
        Arguments.of(
            "doctype",
            with(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + SHEET + END)),
        Arguments.of("rows", with("xl/worksheets/sheet1.xml", rows())),
        Arguments.of("broken", with("xl/worksheets/sheet1.xml", SHEET)),
        Arguments.of("broken", of(Map.of("xl/workbook.xml", "<workbook/>"))),
        Arguments.of("broken", "PK\3\4 xl/workbook.xml and no zip file".getBytes(UTF_8)),
        Arguments.of("large", large()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_file_is_refused_in_plain_words(String kind, byte[] file) {
    assertThatExceptionOfType(RefusedWorkbook.class)
        .isThrownBy(() -> WorkbookReader.read(file))
        .satisfies(
            refused -> {
              assertThat(refused.key()).isEqualTo("workbook.refused." + kind);
              for (Language language : Language.values()) {
                assertThat(PageWords.in(language).text(refused.key(), refused.values()))
                    .doesNotContain("{");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("refused")
  void such_a_file_is_still_told_to_be_a_spreadsheet(String kind, byte[] file) {
    assertThat(WorkbookPackage.isSpreadsheet(file)).isTrue();
  }

  @Test
  void a_bomb_of_300_kilobytes_takes_neither_time_nor_memory() {
    byte[] bomb = bomb();
    assertThat(bomb.length).isBetween(200_000, 400_000);
    long before = System.nanoTime();

    assertThatExceptionOfType(RefusedWorkbook.class).isThrownBy(() -> WorkbookReader.read(bomb));

    assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
  }

  @Test
  void a_plain_workbook_of_somebody_else_can_be_read() throws Exception {
    assertThat(WorkbookReader.read(with("docProps/app.xml", "<a/>"))).hasSize(1);
  }

  private static byte[] bomb() {
    return with("xl/worksheets/sheet2.xml", "0".repeat(300 * MEGABYTE));
  }

  private static byte[] manyEntries() {
    Map<String, String> parts = parts();
    for (int i = 0; i < 400; i++) {
      parts.put("xl/media/" + i, "x");
    }
    return of(parts);
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 20; i++) {
      entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    return entities + "]>" + SHEET + "<row><c t=\"str\"><v>&a19;</v></c></row>" + END;
  }

  private static String rows() {
    return SHEET + "<row><c t=\"str\"><v>x</v></c></row>".repeat(SheetRows.MOST_ROWS + 1) + END;
  }

  private static byte[] large() {
    byte[] noise = new byte[WorkbookPackage.MOST_BYTES];
    new java.util.Random(1).nextBytes(noise);
    return with(
        "xl/media/photo.jpg", new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  private static byte[] old() {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("old");
      return written(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(HSSFWorkbook book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }

  private static byte[] encrypted() {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(system)) {
        out.write(of(parts()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      system.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parts() {
    String types = "http://schemas.openxmlformats.org/package/2006/content-types";
    String of = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String links = "http://schemas.openxmlformats.org/package/2006/relationships";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + types
            + "\"><Default Extension=\"rels\" ContentType=\"application/"
            + "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
            + " ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"a/b\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + of
            + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + of
            + "worksheet+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + links
            + "\"><Relationship Id=\"r1\" Type=\""
            + office
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + main
            + "\" xmlns:r=\""
            + office
            + "\"><sheets><sheet name=\"One\""
            + " sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + links
            + "\"><Relationship Id=\"r1\" Type=\""
            + office
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put("xl/worksheets/sheet1.xml", SHEET + END);
    return parts;
  }

  private static byte[] with(String name, String content) {
    Map<String, String> parts = parts();
    parts.put(name, content);
    return of(parts);
  }

  private static byte[] of(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
