package sixones.pages.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the sheets of a workbook, part by part, with the limits of {@link WorkbookPackage}: no part
 * is held as a tree, no formula is calculated and no address is followed.
 */
final class WorkbookReader {
  private static final int MOST_SHEETS = 100;
  private static final double LEAST_RATIO = 0.001;

  static {
    ZipSecureFile.setMaxEntrySize(WorkbookPackage.MOST_UNPACKED);
    ZipSecureFile.setMaxTextSize(WorkbookPackage.MOST_UNPACKED);
    ZipSecureFile.setMaxFileCount(300);
    ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
    IOUtils.setByteArrayMaxOverride(WorkbookPackage.MOST_UNPACKED);
  }

  private WorkbookReader() {}

  /**
   * Reads every sheet, hidden ones included.
   *
   * @throws RefusedWorkbook if the file is not to be read, or is no workbook
   */
  static List<ReadSheet> read(byte[] file) throws RefusedWorkbook {
    WorkbookPackage.check(file);
    try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
      XSSFReader reader = new XSSFReader(parts);
      SharedTexts texts = new SharedTexts();
      CellFormats formats = new CellFormats();
      parse(reader.getSharedStringsData(), texts);
      parse(reader.getWorkbookData(), formats);
      parse(reader.getStylesData(), formats);
      SheetRows.Count count = new SheetRows.Count();
      List<ReadSheet> sheets = new ArrayList<>();
      XSSFReader.SheetIterator each = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (each.hasNext()) {
        if (sheets.size() == MOST_SHEETS) {
          throw new SAXException("too many sheets");
        }
        SheetRows rows = new SheetRows(texts, formats, count);
        parse(each.next(), rows);
        sheets.add(new ReadSheet(each.getSheetName(), rows.rows()));
      }
      return sheets;
    } catch (SAXException e) {
      boolean tooMuch = ("" + e.getMessage()).startsWith("too many");
      throw tooMuch
          ? new RefusedWorkbook("workbook.refused.rows", Map.of("most", SheetRows.MOST_ROWS))
          : new RefusedWorkbook("workbook.refused.broken");
    } catch (IOException | OpenXML4JException | ParserConfigurationException | RuntimeException e) {
      // The parts of a file made by hand may miss or contradict each other in any way.
      throw new RefusedWorkbook("workbook.refused.broken");
    }
  }

  private static void parse(InputStream part, ContentHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    if (part == null) {
      return;
    }
    try (part) {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      reader.setContentHandler(handler);
      reader.parse(new InputSource(part));
    }
  }
}
