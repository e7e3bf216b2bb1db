package sixones.pages.workbook;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/** A workbook that is asked about: with cells to correct, refused, and one that cannot hold all. */
@Singleton
class WorkbookExamples implements PageExamples {
  @Override
  public List<Example> all() {
    return List.of(
        new Example("workbook-faults", language -> page(language, null, faults(language))),
        new Example(
            "workbook-refused",
            language -> page(language, text(language, "workbook.refused.macros"), List.of())),
        new Example("workbook-losses", language -> losses(language, List.of(loss(language)))),
        new Example("workbook-unheld", language -> losses(language, List.of())));
  }

  private static TemplateInstance page(Language language, String refused, List<CellFault> faults) {
    return WorkbookPages.Templates.workbook(
        frame(language, null, "/"),
        new WorkbookView("/load", refused, faults, Map.of("original", "UEs")));
  }

  private static List<CellFault> faults(Language language) {
    boolean chinese = language == Language.ZH_CN;
    String place = chinese ? "园区1 › 级别" : "Park 1 › Level";
    return List.of(
        new CellFault(null, null, place, text(language, "defect.missing-applicant")),
        new CellFault(chinese ? "园区" : "Park", "D4", place, text(language, "defect.division")),
        new CellFault("Sheet1", null, null, text(language, "workbook.fault.sheet")));
  }

  private static TemplateInstance losses(Language language, List<BidWorkbook.Loss> losses) {
    return WorkbookPages.Templates.losses(
        frame(language, null, "/"),
        new LossesView("/bid.xlsx", "post", losses, Map.of("/city/code", "510100")));
  }

  private static BidWorkbook.Loss loss(Language language) {
    return new BidWorkbook.Loss(
        language == Language.ZH_CN ? "主导产业1 › 带动力" : "Pillar industry 1 › Driving force",
        text(language, "workbook.loss.sign"));
  }

  private static String text(Language language, String key) {
    return PageWords.in(language).text(key);
  }
}
