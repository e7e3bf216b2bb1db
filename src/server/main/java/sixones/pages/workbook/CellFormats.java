package sixones.pages.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The number formats of a workbook's styles, which tell days and percentages from other numbers.
 */
final class CellFormats extends DefaultHandler {
  private static final int MOST_STYLES = 70_000;

  /** Excel shows 15 digits; the rest of a stored number is rounding. */
  private static final MathContext SHOWN = new MathContext(15);

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private boolean ofCells;
  private boolean from1904;

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    switch (name) {
      case "workbookPr" ->
          from1904 = List.of("1", "true").contains("" + attributes.getValue("date1904"));
      case "numFmt" -> {
        if (formats.size() < MOST_STYLES) {
          formats.put(number(attributes, "numFmtId"), attributes.getValue("formatCode"));
        }
      }
      case "cellXfs" -> ofCells = true;
      case "xf" -> {
        if (ofCells && styles.size() < MOST_STYLES) {
          styles.add(number(attributes, "numFmtId"));
        }
      }
      default -> {
        // Fonts, fills and borders say nothing about a value.
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    ofCells &= !name.equals("cellXfs");
  }

  private static int number(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
  }

  /**
   * Returns a stored number as people write it: a day in ISO 8601 form, a percentage with its sign,
   * any other number without a unit.
   */
  String written(String stored, String style) {
    BigDecimal number;
    try {
      number = new BigDecimal(stored.strip());
    } catch (NumberFormatException e) {
      return stored;
    }
    if (Math.abs((long) number.scale()) > 400 || number.precision() > 400) {
      return stored;
    }
    int id = style != null && style.matches("[0-9]{1,6}") ? format(Integer.parseInt(style)) : 0;
    String format = formats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id));
    if (isDay(id, format) && DateUtil.isValidExcelDate(number.doubleValue())) {
      LocalDateTime at = DateUtil.getLocalDateTime(number.doubleValue(), from1904);
      return at.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? at.toLocalDate().toString()
          : at.toString();
    }
    if (format != null && format.indexOf('%') >= 0) {
      return plain(number.movePointRight(2)) + "%";
    }
    return plain(number);
  }

  private int format(int style) {
    return style < styles.size() ? styles.get(style) : 0;
  }

  /** Excel in Chinese has days of its own among the formats without a code. */
  private static boolean isDay(int id, String format) {
    boolean chinese = id >= 27 && id <= 36 || id >= 50 && id <= 58;
    return chinese || DateUtil.isADateFormat(id, format);
  }

  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
    return shown.signum() == 0 ? "0" : shown.toPlainString();
  }
}
