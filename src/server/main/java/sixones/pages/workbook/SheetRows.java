package sixones.pages.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the rows of one sheet while it is parsed; a blank cell takes no memory. */
final class SheetRows extends DefaultHandler {
  /** The maximum number of rows that are not blank, of all sheets. */
  static final int MOST_ROWS = 20_000;

  private static final int MOST_CELLS = 200_000;

  private final SharedTexts texts;
  private final CellFormats formats;
  private final Count count;
  private final List<ReadSheet.Row> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private SortedMap<Integer, ReadSheet.Cell> cells = new TreeMap<>();
  private int row;
  private int column;
  private String type;
  private String style;
  private boolean isFormula;
  private boolean hasValue;
  private boolean inValue;
  private boolean inReading;

  /** How much was read of the workbook so far. */
  static final class Count {
    private int rows;
    private int cells;
  }

  SheetRows(SharedTexts texts, CellFormats formats, Count count) {
    this.texts = texts;
    this.formats = formats;
    this.count = count;
  }

  List<ReadSheet.Row> rows() {
    return rows;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    switch (name) {
      case "row" -> {
        String number = attributes.getValue("r");
        row = number != null && number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : row + 1;
        column = -1;
        cells = new TreeMap<>();
      }
      case "c" -> {
        column = column(attributes.getValue("r"), column + 1);
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        isFormula = false;
        hasValue = false;
        text.setLength(0);
      }
      case "f" -> isFormula = true;
      case "rPh" -> inReading = true;
      case "v" -> {
        inValue = true;
        hasValue = true;
      }
      case "t" -> {
        inValue = !inReading;
        hasValue = true;
      }
      default -> {
        // Layout says nothing about a value.
      }
    }
  }

  /** Reads the column of a reference such as AB12, from 0. */
  private static int column(String reference, int next) {
    if (reference == null) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + c - 'A' + 1;
    }
    return column == 0 ? next : column - 1;
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inValue) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    switch (name) {
      case "v", "t" -> inValue = false;
      case "rPh" -> inReading = false;
      case "c" -> add();
      case "row" -> {
        if (!cells.isEmpty()) {
          rows.add(new ReadSheet.Row(row, cells));
          if (++count.rows > MOST_ROWS) {
            throw new SAXException("too many rows");
          }
        }
      }
      default -> {
        // As above.
      }
    }
  }

  private void add() throws SAXException {
    if (!hasValue && !isFormula) {
      return;
    }
    ReadSheet.Cell cell = cell();
    if (!cell.isBlank()) {
      cells.put(column, cell);
      if (++count.cells > MOST_CELLS) {
        throw new SAXException("too many cells");
      }
    }
  }

  private ReadSheet.Cell cell() {
    String stored = text.toString();
    if (isFormula && !hasValue) {
      return new ReadSheet.Cell("", ReadSheet.State.UNCALCULATED);
    }
    return switch (type == null ? "n" : type) {
      case "s" -> value(texts.at(stored.strip()));
      case "b" -> value(stored.strip().equals("1") ? "true" : "false");
      case "e" -> new ReadSheet.Cell(stored, ReadSheet.State.ERROR);
      case "n" -> value(formats.written(stored, style));
      case "d" -> value(stored.replaceFirst("T00:00(:00(\\.0*)?)?Z?$", ""));
      default -> value(CellText.decoded(stored));
    };
  }

  private static ReadSheet.Cell value(String text) {
    return new ReadSheet.Cell(text, ReadSheet.State.VALUE);
  }
}
