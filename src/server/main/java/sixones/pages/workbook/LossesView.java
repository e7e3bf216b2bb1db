package sixones.pages.workbook;

import java.util.List;
import java.util.Map;

/**
 * What a workbook cannot hold of a bid, as the template renders it before the download.
 *
 * @param address where the workbook is downloaded from
 * @param method how: {@code get} or {@code post}
 * @param fields the hidden fields of the form
 */
public record LossesView(
    String address, String method, List<BidWorkbook.Loss> losses, Map<String, String> fields) {}
