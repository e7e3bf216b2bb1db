package sixones.pages.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sixones.pages.form.BidForm;
import sixones.pages.form.MadeUpProgramme;
import sixones.report.Language;

/** The workbook of a programme follows from its contract alone. */
class MadeUpWorkbookTest {
  private static final Map<String, String> SENT =
      Map.of(
          "/schema", "made-up/bid/1",
          "/ruleSet", "made-up",
          "/call", "2024",
          "/phone", "028-1234",
          "/unit/id", "unit:liangjiang",
          "/projects/0/name/zh", "甲",
          "/projects/0/contact/town", "510100",
          "/projects/0/tasks/0/done", "true");

  private static BidForm form(Map<String, String> fields) {
    return BidForm.of(fields, MadeUpProgramme.RULES, word -> List.of());
  }

  private static CellWords words() {
    return new CellWords(
        MadeUpProgramme.RULES, Language.EN, Map.of(), new DivisionChoices(MadeUpProgramme.RULES));
  }

  private static BidWorkbook written(BidForm form) {
    return BidSheets.write(MadeUpProgramme.RULES, words(), form.tree());
  }

  @Test
  void there_is_a_sheet_for_each_section_and_list_and_one_for_what_stands_beside_them() {
    List<PlannedSheet> sheets = PlannedSheet.of(MadeUpProgramme.RULES.contract());

    assertThat(sheets)
        .extracting(PlannedSheet::place)
        .containsExactly("", "/unit", "/projects", "/projects/*/tasks", "/papers");
    assertThat(sheets.get(0).columns())
        .extracting(PlannedColumn::key)
        .containsExactly("/call", "/phone");
  }

  @Test
  void a_bid_comes_back_from_its_workbook() throws Exception {
    BidForm form = form(SENT);
    BidWorkbook workbook = written(form);

    SheetCells cells = new SheetCells(List.of(words()));
    cells.read(WorkbookReader.read(workbook.bytes()));

    Map<String, String> fields = new HashMap<>(cells.fields());
    fields.put("/schema", "made-up/bid/1");
    fields.put("/ruleSet", "made-up");
    assertThat(workbook.losses()).isEmpty();
    assertThat(cells.faults()).isEmpty();
    assertThat(form(fields).tree()).isEqualTo(form.tree());
  }

  @Test
  void a_list_too_deep_for_a_sheet_is_told_before_it_is_lost() {
    Map<String, String> sent = new HashMap<>(SENT);
    sent.put("/projects/0/tasks/0/steps/0/what", "x");

    assertThat(written(form(sent)).losses())
        .extracting(BidWorkbook.Loss::place)
        .containsExactly("Project 1 › tasks 1 › steps");
  }
}
