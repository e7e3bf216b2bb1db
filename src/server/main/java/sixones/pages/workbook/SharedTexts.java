package sixones.pages.workbook;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that the cells of a workbook share. */
final class SharedTexts extends DefaultHandler {
  private static final int MOST = 200_000;

  private final List<String> texts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inText;
  private boolean inReading;

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    switch (name) {
      case "si" -> {
        text.setLength(0);
        if (texts.size() >= MOST) {
          throw new SAXException("too many texts");
        }
      }
      // How to pronounce a text, which Excel keeps beside it.
      case "rPh" -> inReading = true;
      case "t" -> inText = !inReading;
      default -> {
        // Runs of other fonts hold texts, which are joined.
      }
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inText) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    switch (name) {
      case "si" -> texts.add(CellText.decoded(text.toString()));
      case "rPh" -> inReading = false;
      case "t" -> inText = false;
      default -> {
        // As above.
      }
    }
  }

  /** Returns a text by its index; empty if there is none. */
  String at(String index) {
    boolean known = index.matches("[0-9]{1,9}") && Integer.parseInt(index) < texts.size();
    return known ? texts.get(Integer.parseInt(index)) : "";
  }
}
