package sixones.pages.workbook;

import java.util.List;
import sixones.pages.form.BidForm;

/**
 * A bid read from a workbook.
 *
 * @param form all values as written; one that cannot be read stays, so that the form shows it
 * @param faults what has to be corrected, by sheet and cell
 */
public record LoadedWorkbook(BidForm form, List<CellFault> faults) {}
