package sixones.pages.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Shape;
import sixones.pages.form.BidForm;
import sixones.report.Language;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.ruleset.RuleSetsInTests;

/** Workbooks as people fill them in. */
@QuarkusTest
@InTurns(6)
class FilledWorkbooksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST = FilledInTests.FIRST;

  @Inject Workbooks workbooks;
  @Inject RuleSets ruleSets;

  private FilledInTests template(Language language) {
    return FilledInTests.of(workbooks.template(ruleSets.all().get(0), language));
  }

  private LoadedWorkbook read(FilledInTests filled) throws RefusedWorkbook {
    return workbooks.read(filled.bytes(), Language.EN);
  }

  private static JsonNode bid(LoadedWorkbook loaded) throws Exception {
    return JSON.readTree(loaded.form().file());
  }

  @Test
  void days_and_numbers_are_read_as_excel_keeps_them() throws Exception {
    FilledInTests filled =
        template(Language.EN)
            .put("/city/code", FIRST, 510100.0)
            .put("/baseline/year", FIRST, 2021.0)
            .put("/baseline/gdp", FIRST, 19916.980000000003)
            .put("/chainHeads/*/appointedOn", FIRST, LocalDate.of(2022, 3, 1))
            .put("/parks/*/manufacturing", FIRST, true)
            .put("/baseline/aboveScaleIndustryGrowth", FIRST, 0.098);
    filled.cell("/baseline/aboveScaleIndustryGrowth", FIRST).setCellStyle(filled.format("0.0%"));

    LoadedWorkbook loaded = read(filled);

    assertThat(loaded.faults()).isEmpty();
    JsonNode bid = bid(loaded);
    assertThat(bid.at("/city/code").asText()).isEqualTo("510100");
    assertThat(bid.at("/baseline").toString())
        .isEqualTo("{\"year\":2021,\"gdp\":\"19916.98\",\"aboveScaleIndustryGrowth\":\"9.8\"}");
    assertThat(bid.at("/chainHeads/0/appointedOn").asText()).isEqualTo("2022-03-01");
    assertThat(bid.at("/parks/0/manufacturing").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/chainHeads/*/appointedOn, 2022年3月1日, 2022-03-01",
    "/chainHeads/*/appointedOn, ２０２２/3/1, 2022-03-01",
    "/parks/*/level, 国家级, national",
    "/parks/*/level, National, national",
    "/parks/*/state, IN PLACE, in_place",
    "/parks/*/cityCode, 成都市, 510100",
    "/parks/*/cityCode, Chengdu, 510100",
    "/parks/*/cityCode, 成都, 510100",
    "/parks/*/cityCode, 成都市（５１０１００）, 510100",
    "/parks/*/cityCode, 锦江区 (510104), 510104",
    "/parks/*/cityCode, 绵阳市（510100）, 绵阳市（510100）",
    "/parks/*/name/zh, =1+1, =1+1",
    "/parks/*/name/zh, '  two  ', '  two  '"
  })
  void values_are_read_as_people_write_them(String key, String written, String right)
      throws Exception {
    FilledInTests filled = template(Language.ZH_CN).put("/city/code", FIRST, "510100");

    LoadedWorkbook loaded = read(filled.put(key, FIRST, written));

    String pointer = key.replace("*", "0");
    assertThat(bid(loaded).at(pointer).asText()).isEqualTo(right);
  }

  @Test
  void several_values_stand_in_one_cell_and_blank_rows_are_skipped() throws Exception {
    FilledInTests filled =
        template(Language.ZH_CN)
            .put("/city/code", FIRST, "成都市")
            .put("/parks/*/name/zh", FIRST + 2, "甲")
            .put("/parks/*/evidence", FIRST + 2, "e1；e2、 e3\n\"e;4\"")
            .put("/parks/*/name/zh", FIRST + 90, "乙")
            .put("/cooperation/*/partners", FIRST, "重庆市; 成都市（510100）");

    JsonNode bid = bid(read(filled));

    assertThat(bid.at("/parks/0/evidence").toString()).isEqualTo("[\"e1\",\"e2\",\"e3\",\"e;4\"]");
    assertThat(bid.at("/parks/1/name/zh").asText()).isEqualTo("乙");
    assertThat(bid.at("/cooperation/0/partners").toString()).isEqualTo("[\"500000\",\"510100\"]");
  }

  @Test
  void rows_of_a_nested_list_belong_to_the_entry_whose_number_they_give() throws Exception {
    String of = "of:/chainLeaders/*/figures";
    String amount = "/chainLeaders/*/figures/*/amount";
    FilledInTests filled =
        template(Language.EN)
            .put("/city/code", FIRST, "510100")
            .put("number:/chainLeaders", FIRST, "7")
            .put("/chainLeaders/*/name/zh", FIRST, "甲厂")
            .put("/chainLeaders/*/name/zh", FIRST + 1, "乙厂")
            .put(of, FIRST, 2.0)
            .put(amount, FIRST, "20")
            .put(of, FIRST + 1, "７")
            .put(amount, FIRST + 1, "70")
            .put(of, FIRST + 2, "2")
            .put(amount, FIRST + 2, "21")
            .put(of, FIRST + 3, "9")
            .put(amount, FIRST + 3, "90");

    LoadedWorkbook loaded = read(filled);

    assertThat(bid(loaded).at("/chainLeaders").toString())
        .isEqualTo(
            "[{\"name\":{\"zh\":\"甲厂\"},\"figures\":[{\"amount\":\"70\"}]},"
                + "{\"name\":{\"zh\":\"乙厂\"},\"figures\":[{\"amount\":\"20\"},{\"amount\":\"21\"}]}]");
    assertThat(loaded.faults())
        .extracting(CellFault::sheet, CellFault::cell)
        .containsExactly(tuple(filled.sheet(of).getSheetName(), "" + (FIRST + 3)));
    assertThat(loaded.faults().get(0).says()).contains("no entry with the number 9");
  }

  @Test
  void a_row_that_two_entries_could_own_is_told_and_never_guessed() throws Exception {
    FilledInTests filled =
        template(Language.EN)
            .put("/city/code", FIRST, "510100")
            .put("number:/conferences", FIRST, "1")
            .put("number:/conferences", FIRST + 1, "1")
            .put("number:/conferences", FIRST + 2, "1")
            .put("of:/conferences/*/hosts", FIRST, "1")
            .put("/conferences/*/hosts/*/zh", FIRST, "主办");

    LoadedWorkbook loaded = read(filled);

    assertThat(bid(loaded).at("/conferences")).hasSize(3);
    assertThat(loaded.faults()).hasSize(1);
    assertThat(loaded.faults().get(0).says()).contains("Several entries have the number 1");
  }

  @Test
  void where_there_is_one_entry_its_number_may_be_left_out() throws Exception {
    FilledInTests filled =
        template(Language.EN)
            .put("/city/code", FIRST, "510100")
            .put("/chainLeaders/*/name/zh", FIRST, "甲厂")
            .put("/chainLeaders/*/figures/*/amount", FIRST, "20");

    LoadedWorkbook loaded = read(filled);

    assertThat(loaded.faults()).isEmpty();
    assertThat(bid(loaded).at("/chainLeaders/0/figures/0/amount").asText()).isEqualTo("20");
  }

  @Test
  void a_formula_is_read_as_its_value_and_never_calculated() throws Exception {
    FilledInTests filled = template(Language.EN).put("/city/code", FIRST, "510100");
    Cell sum = filled.cell("/baseline/gdp", FIRST);
    sum.setCellFormula("1000+900");
    filled.book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
    filled.cell("/baseline/secondaryIndustryValueAdded", FIRST).setCellFormula("1+2");
    Cell broken = filled.cell("/baseline/aboveScaleIndustryGrowth", FIRST);
    broken.setCellFormula("1/0");
    filled.book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(broken);

    LoadedWorkbook loaded = read(filled);

    assertThat(bid(loaded).at("/baseline").toString()).isEqualTo("{\"gdp\":\"1900\"}");
    assertThat(loaded.faults())
        .extracting(CellFault::cell, fault -> fault.says().replaceAll("[.(].*", "").strip())
        .containsExactly(
            tuple("C4", "The formula of this cell was never calculated"),
            tuple("D4", "The formula of this cell has no result"));
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 'Park', 'Park 1 › Level'",
    "ZH_CN, '园区', '园区1 › 级别'",
  })
  void a_fault_names_sheet_and_cell_and_the_field_of_the_form(
      Language language, String sheet, String place) throws Exception {
    FilledInTests filled =
        template(language)
            .put("/city/code", FIRST, "510100")
            .put("/parks/*/level", FIRST + 3, "特级")
            .put("/baseline/gdp", FIRST, "3000万元");
    String cell = filled.cell("/parks/*/level", FIRST + 3).getAddress().formatAsString();

    List<CellFault> faults = workbooks.read(filled.bytes(), language).faults();

    assertThat(faults)
        .extracting(CellFault::sheet, CellFault::cell)
        .contains(tuple(sheet, cell), tuple(filled.sheet("/baseline/gdp").getSheetName(), "B4"));
    CellFault level = faults.stream().filter(f -> cell.equals(f.cell())).findFirst().orElseThrow();
    assertThat(level.place()).isEqualTo(place);
    assertThat(level.where(language)).contains(sheet, cell);
    assertThat(faults).anyMatch(fault -> fault.says().contains("0.3"));
  }

  @Test
  void the_missing_code_of_the_city_is_told() throws Exception {
    LoadedWorkbook loaded = read(template(Language.EN).put("/parks/*/name/zh", FIRST, "园区"));

    assertThat(loaded.faults()).hasSize(1);
    assertThat(loaded.faults().get(0).place()).isEqualTo("The bidding city");
    assertThat(bid(loaded).at("/parks/0/name/zh").asText()).isEqualTo("园区");
  }

  @Test
  void columns_are_found_where_they_were_moved_to_and_sheets_under_other_names() throws Exception {
    FilledInTests filled = template(Language.ZH_CN).put("/city/code", FIRST, "510100");
    Sheet sheet = filled.sheet("/parks/*/level");
    int level = filled.cell("/parks/*/level", 1).getColumnIndex();
    int name = filled.cell("/parks/*/name/zh", 1).getColumnIndex();
    sheet.getRow(0).getCell(level).setCellValue("/parks/*/name/zh");
    sheet.getRow(0).getCell(name).setCellValue("/parks/*/level");
    sheet.shiftRows(0, 2, 1);
    sheet.removeRow(sheet.getRow(2));
    filled.book.setSheetName(filled.book.getSheetIndex(sheet), "我们的园区");
    filled.book.setSheetOrder("我们的园区", 0);
    sheet.createRow(6).createCell(level).setCellValue("示例园区");
    sheet.getRow(6).createCell(name).setCellValue("市级");

    LoadedWorkbook loaded = read(filled);

    assertThat(bid(loaded).at("/parks").toString())
        .isEqualTo("[{\"name\":{\"zh\":\"示例园区\"},\"level\":\"municipal\"}]");
  }

  @Test
  void what_is_not_of_the_template_is_told_and_never_taken_silently() throws Exception {
    FilledInTests filled = template(Language.EN).put("/city/code", FIRST, "510100");
    filled.book.createSheet("Mine").createRow(0).createCell(0).setCellValue("a note");
    Sheet city = filled.sheet("/city/code");
    city.getRow(FIRST - 1).createCell(25).setCellValue("another note");
    city.createRow(FIRST + 1).createCell(0).setCellValue("510700");

    LoadedWorkbook loaded = read(filled);

    assertThat(bid(loaded).at("/city/code").asText()).isEqualTo("510100");
    assertThat(loaded.faults())
        .extracting(CellFault::sheet, CellFault::cell)
        .containsExactlyInAnyOrder(
            tuple("Mine", null),
            tuple(city.getSheetName(), "Z"),
            tuple(city.getSheetName(), "" + (FIRST + 2)));
  }

  @Test
  void more_entries_than_a_list_holds_are_told() throws Exception {
    FilledInTests filled = template(Language.EN).put("/city/code", FIRST, "510100");
    for (int i = 0; i < Shape.MOST_ENTRIES + 2; i++) {
      filled.put("/evidence/*/id", FIRST + i, "e" + i);
    }

    LoadedWorkbook loaded = read(filled);

    assertThat(bid(loaded).at("/evidence")).hasSize(Shape.MOST_ENTRIES);
    assertThat(loaded.faults()).hasSize(1);
    assertThat(loaded.faults().get(0).cell()).isEqualTo("" + (FIRST + Shape.MOST_ENTRIES));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_template_is_text_with_choices_hints_and_a_hidden_row_of_keys(Language language) {
    FilledInTests template = template(language);

    assertThat(template.book.getNumberOfSheets())
        .isEqualTo(PlannedSheet.of(RuleSetsInTests.SICHUAN.contract()).size() + 2);
    for (PlannedSheet planned : PlannedSheet.of(RuleSetsInTests.SICHUAN.contract())) {
      var sheet =
          (org.apache.poi.xssf.usermodel.XSSFSheet) template.sheet(planned.columns().get(0).key());
      assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 3);
      assertThat((int) sheet.getRow(1).getLastCellNum()).isEqualTo(planned.columns().size());
      for (int column = 0; column < planned.columns().size(); column++) {
        assertThat(sheet.getColumnStyle(column).getDataFormatString()).isEqualTo("@");
      }
    }
    Sheet parks = template.sheet("/parks/*/level");
    assertThat(parks.getDataValidations()).hasSize(7);
    assertThat(template.book.isSheetHidden(template.book.getSheetIndex(BidSheets.HIDDEN))).isTrue();
    String guide = text(template.book.getSheetAt(0));
    assertThat(guide).contains("20,000").contains("200");
    assertThat(Shape.MOST_CHARACTERS).isEqualTo(20_000);
    assertThat(RuleSetsInTests.SICHUAN.contract().schema().toString())
        .contains("\"maxLength\":20000");
  }

  /** Nested lists have the name of the list they lie in before their own, cut off if need be. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void sheets_of_every_rule_set_have_names_that_excel_takes_and_that_differ(Language language) {
    for (RuleSet set : ruleSets.all()) {
      Workbook book = FilledInTests.of(workbooks.template(set, language)).book;
      List<String> names = new ArrayList<>();
      book.forEach(sheet -> names.add(sheet.getSheetName().toLowerCase(Locale.ROOT)));

      assertThat(names)
          .as(set.id())
          .doesNotHaveDuplicates()
          .allSatisfy(
              name ->
                  assertThat(name).hasSizeBetween(1, 31).doesNotContainPattern("[\\[\\]:*?/\\\\]"));
    }
  }

  private static String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1"})
  void what_begins_like_a_formula_is_text(String text) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/parks/0/name").put("zh", text);

    byte[] workbook =
        workbooks.of(BidForm.of(bid, RuleSetsInTests.SICHUAN), Language.ZH_CN).bytes();

    Cell cell = FilledInTests.of(workbook).cell("/parks/*/name/zh", FIRST);
    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell.getStringCellValue()).isEqualTo(text);
    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    assertThat(new String(workbook, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("<f>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0001b",
        "_x0041_",
        "_x005F_x0041_",
        "a\uFFFEb",
        "é̂𲎯",
        "two\nlines",
        " x ",
        "a\u000Bb",
        "&<>\"'",
        "[]",
        "\u200Bx"
      })
  void any_text_comes_back_as_it_was(String text) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/parks/0/name").put("zh", text);
    bid.withObject("/parks/0").putArray("evidence").add(text).add("e1").add("a;b").add("\"q\"");

    BidWorkbook workbook = workbooks.of(BidForm.of(bid, RuleSetsInTests.SICHUAN), Language.EN);
    JsonNode back = bid(workbooks.read(workbook.bytes(), Language.EN));

    assertThat(workbook.losses()).isEmpty();
    assertThat(back.at("/parks/0/name/zh").asText()).isEqualTo(text);
    assertThat(back.at("/parks/0/evidence")).isEqualTo(bid.at("/parks/0/evidence"));
  }

  @Test
  void lists_that_are_empty_and_entries_that_are_blank_come_back() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.putArray("parks");
    bid.putArray("conferences").addObject().putArray("hosts").addObject();
    bid.withArray("conferences").addObject().putArray("evidence");
    bid.withArray("conferences").addObject().putArray("hosts");

    byte[] workbook = workbooks.of(BidForm.of(bid, RuleSetsInTests.SICHUAN), Language.EN).bytes();
    JsonNode back = bid(workbooks.read(workbook, Language.ZH_CN));

    assertThat(back.path("parks")).isEqualTo(bid.path("parks"));
    assertThat(back.path("conferences")).isEqualTo(bid.path("conferences"));
  }

  @Test
  void a_list_that_is_full_comes_back() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    var leaders = bid.putArray("chainLeaders");
    for (int i = 0; i < Shape.MOST_ENTRIES; i++) {
      var figures = leaders.addObject().putArray("figures");
      for (int j = 0; j < 5; j++) {
        figures.addObject().put("amount", "" + i + j);
      }
    }

    byte[] workbook = workbooks.of(BidForm.of(bid, RuleSetsInTests.SICHUAN), Language.EN).bytes();

    assertThat(bid(workbooks.read(workbook, Language.EN)).path("chainLeaders")).isEqualTo(leaders);
  }

  @Test
  void the_same_bid_gives_the_same_bytes() {
    BidForm form = BidForm.of(Fixtures.compliant(), RuleSetsInTests.SICHUAN);

    assertThat(workbooks.of(form, Language.EN).bytes())
        .isEqualTo(workbooks.of(form, Language.EN).bytes());
  }

  @Test
  void what_a_cell_cannot_hold_is_named() {
    ObjectNode bid = Fixtures.compliant();
    String longest = "𠀀".repeat(Shape.MOST_CHARACTERS);
    bid.withObject("/pillarIndustries/0").put("drivingForce", longest);

    BidWorkbook workbook = workbooks.of(BidForm.of(bid, RuleSetsInTests.SICHUAN), Language.EN);

    assertThat(workbook.losses())
        .extracting(BidWorkbook.Loss::place)
        .containsExactly("Pillar industry 1 › Driving force");
    assertThat(workbook.losses().get(0).why()).contains("32,767");
  }
}
