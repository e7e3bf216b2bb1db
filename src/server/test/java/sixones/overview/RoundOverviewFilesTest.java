package sixones.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.official.StatedName;
import sixones.report.Column;
import sixones.report.Language;
import sixones.submission.WithdrawnBid;

/** A matrix as a file: what a spreadsheet shows, and what it must never run. */
class RoundOverviewFilesTest {
  private static final UUID EVALUATION = UUID.randomUUID();
  private static final Instant AT = Instant.parse("2022-06-29T16:30:00Z");

  @Test
  void the_csv_begins_with_a_byte_order_mark_and_ends_each_line_by_rfc_4180() {
    byte[] csv = RoundOverviewCsv.render(matrix(Language.ZH_CN, "批次", "成都市"));

    assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
    String text = new String(csv, StandardCharsets.UTF_8).substring(1);
    assertThat(text.split("\r\n", -1)).hasSize(3).endsWith("");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(text)
        .startsWith(
            "申报主体代码,申报主体（中文）,申报主体（英文）,版本,提交时间（北京时间）,提交情况,总体结论,待申报主体补充（项）,待工作人员核实（项）,待工作人员研判（项）,园区,链主,"
                + "园区：所填名称,链主：所填名称\r\n")
        .contains(
            "510100,成都市,成都市 in English,2,2022-06-30 00:30:00,已提交,不符合,1,2,3,按所填内容符合 · 另有3项待工作人员研判,"
                + "不符合 · 1项待申报主体补充 · 2项待工作人员核实,,\r\n");
  }

  @Test
  void commas_and_quotation_marks_stay_in_their_cell() {
    String csv = csv(matrix(Language.EN, "A round", "a,\"b\""));

    assertThat(csv).contains("510100,\"a,\"\"b\"\"\",\"a,\"\"b\"\" in English\",2,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\",\"here\")",
        "+1+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "＠SUM(A1)"
      })
  void what_a_spreadsheet_would_run_begins_with_an_apostrophe(String name) throws Exception {
    RoundExport matrix = matrix(Language.EN, name, name);
    String shown = "'" + Column.harmless(name);

    List<List<String>> lines = lines(csv(matrix));
    assertThat(lines.get(1).get(1)).isEqualTo(shown);
    assertThat(lines.get(1).get(2)).isEqualTo(shown + " in English");
    try (ReadableWorkbook book = read(RoundOverviewXlsx.render(matrix))) {
      List<Row> table = book.getFirstSheet().read();
      assertThat(table.get(1).getCellText(1)).isEqualTo(shown);
      List<Row> counts = book.getSheet(1).orElseThrow().read();
      assertThat(counts.stream().map(row -> row.getCellText(1)).toList()).contains(shown);
      for (Row row : table) {
        assertThat(row.stream().map(Cell::getType)).doesNotContain(CellType.FORMULA);
      }
    }
    for (String part : parts(RoundOverviewXlsx.render(matrix)).values()) {
      assertThat(part).doesNotContain("<f>", "<f ", "<hyperlink");
    }
  }

  @Test
  void a_minus_within_a_name_is_no_formula() {
    assertThat(csv(matrix(Language.EN, "A round", "a-b=c"))).contains("510100,a-b=c,");
  }

  @Test
  void control_characters_break_neither_file() throws Exception {
    RoundExport matrix = matrix(Language.EN, "\u0001\u202E\uD800", "a\u0000b\u001Fc");

    assertThat(csv(matrix)).contains("a\uFFFDb\uFFFDc");
    try (ReadableWorkbook book = read(RoundOverviewXlsx.render(matrix))) {
      assertThat(book.getFirstSheet().read().get(1).getCellText(1)).isEqualTo("a\uFFFDb\uFFFDc");
    }
  }

  @Test
  void the_workbook_has_words_in_the_language_days_as_days_and_counts_as_numbers()
      throws Exception {
    try (ReadableWorkbook book =
        read(RoundOverviewXlsx.render(matrix(Language.ZH_CN, "第一批次", "成都市")))) {
      assertThat(book.getSheets().map(Sheet::getName)).containsExactly("申报主体与要求总表", "统计");
      List<Row> table = book.getFirstSheet().read();
      assertThat(table.get(0).getCellText(6)).isEqualTo("总体结论");
      assertThat(table.get(1).getCell(4).asDate()).isEqualTo(LocalDateTime.of(2022, 6, 30, 0, 30));
      assertThat(table.get(1).getCell(7).asNumber().intValue()).isEqualTo(1);
      assertThat(table.get(1).getCell(8).asNumber().intValue()).isEqualTo(2);
      assertThat(table.get(1).getCell(9).asNumber().intValue()).isEqualTo(3);
      assertThat(table.get(1).getCellText(10)).isEqualTo("按所填内容符合 · 另有3项待工作人员研判");
      List<Row> counts = book.getSheet(1).orElseThrow().read();
      assertThat(counts.get(1).getCellText(0)).isEqualTo("园区");
      assertThat(counts.get(1).getCell(1).asNumber().intValue()).isEqualTo(1);
      assertThat(counts.get(2).getCell(2).asNumber().intValue()).isEqualTo(1);
      assertThat(counts.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
    }
  }

  @Test
  void the_columns_are_wide_enough_and_the_head_stays_in_sight() throws Exception {
    String name = "阿坝藏族羌族自治州";
    String sheet =
        parts(RoundOverviewXlsx.render(matrix(Language.ZH_CN, "批次", name)))
            .get("xl/worksheets/sheet1.xml");

    var width =
        java.util.regex.Pattern.compile("<col min=\"2\" max=\"2\" width=\"([0-9.]+)\"")
            .matcher(sheet);
    assertThat(width.find()).isTrue();
    assertThat(Double.parseDouble(width.group(1))).isGreaterThanOrEqualTo(2.0 * name.length());
    assertThat(sheet).containsPattern("<pane xSplit=\"3\" ySplit=\"1\"[^>]*state=\"frozen\"");
    assertThat(sheet).contains("<autoFilter ref=\"A1:N2\"");
  }

  @Test
  void the_counts_are_wide_enough_for_the_name_of_the_round() throws Exception {
    String round = "四川省首批制造强市试点遴选批次";
    String sheet =
        parts(RoundOverviewXlsx.render(matrix(Language.ZH_CN, round, "成都市")))
            .get("xl/worksheets/sheet2.xml");

    var width =
        java.util.regex.Pattern.compile("<col min=\"2\" max=\"2\" width=\"([0-9.]+)\"")
            .matcher(sheet);
    assertThat(width.find()).isTrue();
    assertThat(Double.parseDouble(width.group(1))).isGreaterThanOrEqualTo(2.0 * round.length());
  }

  @Test
  void a_matrix_without_rows_is_still_a_file() throws Exception {
    RoundExport none =
        export(new RoundOverview(Language.EN, "A round", List.of(), List.of(), List.of(), 0));

    assertThat(lines(csv(none))).hasSize(1);
    try (ReadableWorkbook book = read(RoundOverviewXlsx.render(none))) {
      assertThat(book.getFirstSheet().read()).hasSize(1);
    }
  }

  @Test
  void the_names_a_bid_states_stand_in_the_row_of_the_bid() throws Exception {
    List<StatedName> two = List.of(name("Park A", "园区甲"), name(null, "=1+1"));
    RoundOverview shown = shown(Language.EN, "A round", "Chengdu");
    RoundExport export =
        new RoundExport(
            shown, List.of(), Map.of(EVALUATION, Map.of("park", two)), Map.of(), "", AT);

    List<List<String>> lines = lines(csv(export));
    assertThat(lines.get(0)).endsWith("园区: name as stated", "链主: name as stated");
    assertThat(lines.get(1)).endsWith("Park A; =1+1", "");
    try (ReadableWorkbook book = read(RoundOverviewXlsx.render(export))) {
      assertThat(book.getFirstSheet().read().get(1).getCellText(12)).isEqualTo("Park A; =1+1");
    }
  }

  @Test
  void who_handed_in_nothing_or_withdrew_it_is_a_row() throws Exception {
    RoundOverview shown = shown(Language.EN, "A round", "Chengdu");
    RoundExport export =
        new RoundExport(
            shown,
            List.of(
                new RoundOverview.Applicant("510300", "Zigong", "自贡市"),
                new RoundOverview.Applicant("510400", "Panzhihua", "攀枝花市")),
            Map.of(),
            Map.of(
                "510100",
                new WithdrawnBid("510100", 3, UUID.randomUUID(), AT, "cd"),
                "510400",
                new WithdrawnBid("510400", 1, UUID.randomUUID(), AT, "pzh")),
            "",
            AT);

    List<List<String>> lines = lines(csv(export));
    assertThat(lines.stream().map(line -> line.get(5)))
        .containsExactly(
            "Standing",
            "handed in · version 3 withdrawn on 2022-06-30 00:30:00 by cd",
            "nothing handed in",
            "version 1 withdrawn on 2022-06-30 00:30:00 by pzh");
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)));
    try (ReadableWorkbook book = read(RoundOverviewXlsx.render(export))) {
      List<Row> table = book.getFirstSheet().read();
      assertThat(table).hasSize(4);
      assertThat(table.get(2).getCellText(5)).isEqualTo("nothing handed in");
    }
  }

  @Test
  void each_sheet_is_printed_landscape_one_page_wide_with_its_head_and_its_round()
      throws Exception {
    Map<String, String> parts =
        parts(RoundOverviewXlsx.render(matrix(Language.EN, "R & D <1>", "Chengdu")));

    for (String sheet : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")) {
      assertThat(parts.get(sheet))
          .contains("orientation=\"landscape\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"")
          .contains("fitToPage=\"true\"", "R &amp;&amp; D &lt;1&gt;", "Beijing time (UTC+8)");
    }
    assertThat(parts.get("xl/workbook.xml")).contains("_xlnm.Print_Titles");
  }

  @Test
  void the_counts_tell_apart_what_is_to_supply_to_review_and_to_judge() throws Exception {
    try (ReadableWorkbook book =
        read(RoundOverviewXlsx.render(matrix(Language.EN, "A round", "Chengdu")))) {
      List<Row> counts = book.getSheet(1).orElseThrow().read();

      assertThat(numbers(counts.get(1))).containsExactly(1, 0, 0, 1, 0, 0, 3);
      assertThat(numbers(counts.get(2))).containsExactly(0, 1, 0, 1, 1, 2, 0);
      assertThat(numbers(counts.get(3))).containsExactly(0, 1, 0, 1, 1, 2, 3);
    }
  }

  private static List<Integer> numbers(Row row) {
    return row.stream().skip(1).map(cell -> cell.asNumber().intValue()).toList();
  }

  private static StatedName name(String en, String zh) {
    return new StatedName(EVALUATION, "park", en, zh);
  }

  private static RoundExport matrix(Language language, String round, String applicant) {
    return export(shown(language, round, applicant));
  }

  private static RoundExport export(RoundOverview shown) {
    return new RoundExport(shown, List.of(), Map.of(), Map.of(), "", AT);
  }

  private static RoundOverview shown(Language language, String round, String applicant) {
    return new RoundOverview(
            language,
            round,
            List.of(
                new RoundOverview.Requirement("park", "园区", Map.of()),
                new RoundOverview.Requirement("chain-leader", "链主", Map.of())),
            List.of(
                new RoundOverview.Row(
                    new RoundOverview.Applicant("510100", applicant + " in English", applicant),
                    2,
                    AT,
                    EVALUATION,
                    Verdict.NOT_MET,
                    new Remaining(3, 1, 2),
                    List.of(Verdict.MET, Verdict.NOT_MET),
                    List.of(new Remaining(3, 0, 0), new Remaining(0, 1, 2)))),
            List.of(),
            1)
        .only(RoundOverview.Filter.NONE);
  }

  private static String csv(RoundExport matrix) {
    return new String(RoundOverviewCsv.render(matrix), StandardCharsets.UTF_8).substring(1);
  }

  /** A reader of RFC 4180, written apart from the writer. */
  private static List<List<String>> lines(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        line.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return lines;
  }

  private static ReadableWorkbook read(byte[] bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes));
  }

  private static Map<String, String> parts(byte[] bytes) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        byte[] text = zip.getInputStream(part).readAllBytes();
        parts.put(part.getName(), new String(text, StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
