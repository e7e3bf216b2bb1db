package sixones.pages.workbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import sixones.pages.form.BidForm;
import sixones.pages.form.Checks;
import sixones.pages.form.DefectWords;
import sixones.report.Language;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** Bids as Excel workbooks: blank ones to fill in, those of a bid, and those somebody sends. */
@ApplicationScoped
public class Workbooks {
  private static final int AT_ONCE = 2;
  private static final int WAIT_SECONDS = 10;

  private final Semaphore readers = new Semaphore(AT_ONCE, true);
  private final Map<RuleSet, DivisionChoices> divisions = new ConcurrentHashMap<>();
  private final Map<List<Object>, byte[]> templates = new ConcurrentHashMap<>();

  @Inject Checks checks;
  @Inject RuleSets ruleSets;

  /** Returns whether a file is a spreadsheet by its content; its name counts for nothing. */
  public static boolean isSpreadsheet(byte[] file) {
    return WorkbookPackage.isSpreadsheet(file);
  }

  /** Returns a blank workbook to fill in. */
  public byte[] template(RuleSet ruleSet, Language language) {
    return templates.computeIfAbsent(
        List.of(ruleSet, language),
        key ->
            BidSheets.write(
                    ruleSet, words(ruleSet, language), JsonNodeFactory.instance.objectNode())
                .bytes());
  }

  /** Returns a bid as a workbook. */
  public BidWorkbook of(BidForm form, Language language) {
    RuleSet ruleSet = form.ruleSet();
    return BidSheets.write(ruleSet, words(ruleSet, language), form.tree());
  }

  /** Reads a workbook as people fill it in, by the newest version of the rule set it names. */
  LoadedWorkbook read(byte[] file, Language language) throws RefusedWorkbook {
    return read(file, language, checks::named);
  }

  /**
   * Reads a workbook as people fill it in.
   *
   * @param version gives the version of a rule set by its id
   * @throws RefusedWorkbook if the file is not to be read, or holds no sheet of a bid
   */
  LoadedWorkbook read(byte[] file, Language language, Function<String, RuleSet> version)
      throws RefusedWorkbook {
    List<ReadSheet> sheets = sheets(file);
    String named = named(sheets);
    RuleSet ruleSet = ruleSet(sheets, named, version);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("/schema", ruleSet.contract().schemaName());
    fields.put("/ruleSet", named.isEmpty() ? ruleSet.id() : named);
    SheetCells cells =
        new SheetCells(
            Stream.concat(Stream.of(language), Stream.of(Language.values()))
                .distinct()
                .map(each -> words(ruleSet, each))
                .toList());
    cells.read(sheets);
    fields.putAll(cells.fields());
    BidForm form = checks.sent(fields, id -> ruleSet);
    List<CellFault> faults = new ArrayList<>(cells.faults());
    for (DefectWords.Named defect : checks.defects(form, language)) {
      SheetCells.At at = cells.at(defect.pointer());
      faults.add(
          new CellFault(
              at == null ? null : at.sheet(),
              at == null ? null : at.cell(),
              defect.place(),
              defect.detail()));
    }
    return new LoadedWorkbook(form, List.copyOf(faults));
  }

  /** Few workbooks are read at once, because each may unpack to much. */
  private List<ReadSheet> sheets(byte[] file) throws RefusedWorkbook {
    try {
      if (!readers.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new RefusedWorkbook("workbook.refused.busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedWorkbook("workbook.refused.busy");
    }
    try {
      return WorkbookReader.read(file);
    } finally {
      readers.release();
    }
  }

  /** Returns the rule set that a workbook names; empty if it names none. */
  private static String named(List<ReadSheet> sheets) {
    return sheets.stream()
        .filter(sheet -> sheet.name().equals(BidSheets.HIDDEN) && sheet.rows().size() > 1)
        .map(sheet -> sheet.rows().get(1).at(0))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Returns the rule set of an id; that which most keys of the workbook fit, if there is none. */
  private RuleSet ruleSet(List<ReadSheet> sheets, String named, Function<String, RuleSet> version)
      throws RefusedWorkbook {
    RuleSet ruleSet =
        version.apply(
            ruleSets
                .find(named)
                .orElseGet(
                    () ->
                        ruleSets.newest().stream()
                            .max(Comparator.comparingLong(set -> keys(sheets, set)))
                            .orElseThrow())
                .id());
    if (keys(sheets, ruleSet) == 0) {
      throw new RefusedWorkbook("workbook.refused.other");
    }
    return ruleSet;
  }

  private static long keys(List<ReadSheet> sheets, RuleSet set) {
    return SheetCells.keys(sheets, set.contract());
  }

  private CellWords words(RuleSet ruleSet, Language language) {
    DivisionChoices choices = divisions.computeIfAbsent(ruleSet, DivisionChoices::new);
    return new CellWords(ruleSet, language, checks.accepted(ruleSet), choices);
  }
}
