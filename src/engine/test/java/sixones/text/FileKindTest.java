package sixones.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.bid.Defect;
import sixones.bid.Draft;
import sixones.bid.DraftsInTests;
import sixones.bid.NotText;

@InTurns(3)
class FileKindTest {
  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "word/document.xml, WORD",
    "xl/workbook.xml, EXCEL",
    "ppt/presentation.xml, OFFICE",
    "Doc_0/OFD.xml, OFD",
    "bid.json, ARCHIVE"
  })
  void a_zip_file_is_told_by_what_is_packed_in_it(String name, FileKind kind) throws IOException {
    assertThat(FileKind.of(zip("[Content_Types].xml", name))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({"WordDocument, WORD", "Workbook, EXCEL", "PowerPoint Document, OFFICE"})
  void an_older_office_file_is_told_by_the_names_of_its_streams(String stream, FileKind kind) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(HexFormat.of().parseHex("D0CF11E0A1B11AE1"));
    file.writeBytes(new byte[1000]);
    file.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));

    assertThat(FileKind.of(file.toByteArray())).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "255044462D312E37, PDF",
    "89504E470D0A1A0A00, PICTURE",
    "FFD8FFE000104A464946, PICTURE",
    "474946383961, PICTURE",
    "7B5C72746631, OFFICE",
    "526172211A0700, ARCHIVE",
    "1F8B0800, ARCHIVE",
    "504B0506, ARCHIVE"
  })
  void other_files_are_told_by_their_marks(String hex, FileKind kind) {
    assertThat(FileKind.of(HexFormat.of().parseHex(hex))).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "PK", "GIF", "schema: sixones/bid/1", "%YAML 1.2\n---"})
  void a_text_is_no_other_file(String text) {
    assertThat(FileKind.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void a_draft_of_another_kind_of_file_is_told_as_what_it_is_however_large() throws IOException {
    byte[] word = zip("word/document.xml");
    byte[] large = java.util.Arrays.copyOf(word, Draft.MOST_BYTES + 1);

    assertThat(DraftsInTests.defects(word, Draft.Format.JSON))
        .singleElement()
        .isEqualTo(
            new NotText(0, java.util.Optional.of(FileKind.WORD), java.util.Optional.empty())
                .defect());
    assertThat(DraftsInTests.defects(large, Draft.Format.YAML))
        .extracting(Defect::kind)
        .containsExactly("document-other-file");
  }
}
