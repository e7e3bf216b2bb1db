package sixones.pages.workbook;

import java.util.List;
import java.util.Map;

/**
 * A workbook that was not loaded at once, as the template renders it.
 *
 * @param address where the choice is sent to
 * @param refused why the file cannot be read; null if it can
 * @param faults what has to be corrected in it
 * @param along the hidden fields of the form
 */
public record WorkbookView(
    String address, String refused, List<CellFault> faults, Map<String, String> along) {}
