package sixones.pages.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as somebody fills it in with Excel: by the keys of its columns. */
final class FilledInTests {
  /** The first row to fill in, as Excel counts. */
  static final int FIRST = 4;

  final XSSFWorkbook book;

  private FilledInTests(XSSFWorkbook book) {
    this.book = book;
  }

  static FilledInTests of(byte[] workbook) {
    try {
      return new FilledInTests(new XSSFWorkbook(new ByteArrayInputStream(workbook)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills in a cell by its column and its row, as Excel counts. */
  FilledInTests put(String key, int row, Object value) {
    Cell cell = cell(key, row);
    if (value instanceof LocalDate day) {
      cell.setCellStyle(format("yyyy/m/d"));
      cell.setCellValue(day);
    } else if (value instanceof Double number) {
      cell.setCellStyle(format("General"));
      cell.setCellValue(number);
    } else if (value instanceof Boolean yes) {
      cell.setCellValue(yes);
    } else {
      cell.setCellValue((String) value);
    }
    return this;
  }

  CellStyle format(String code) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(code));
    return style;
  }

  /** Finds a cell by the key of its column, and makes it if it is not there. */
  Cell cell(String key, int row) {
    Cell head = head(key);
    Row in = head.getSheet().getRow(row - 1);
    Row there = in == null ? head.getSheet().createRow(row - 1) : in;
    return there.getCell(head.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  private Cell head(String key) {
    for (Sheet sheet : book) {
      for (Cell cell : sheet.getRow(0)) {
        if (cell.getStringCellValue().equals(key)) {
          return cell;
        }
      }
    }
    throw new AssertionError("no column " + key);
  }

  Sheet sheet(String key) {
    return head(key).getSheet();
  }

  byte[] bytes() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
