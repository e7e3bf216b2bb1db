package sixones.paper;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Prepares a document for the layout: printable texts, style, and bookmarks of its headings. */
final class PaperDocument {
  private static final Set<String> SHOWN_ATTRIBUTES = Set.of("alt", "title");
  private static final int LONGEST_BOOKMARK = 100;

  private final Document document;
  private final PrintableText text;
  private final List<Element> headings = new ArrayList<>();
  private Element codes;

  private PaperDocument(Document document, PrintableText text) {
    this.document = document;
    this.text = text;
  }

  /**
   * Parses a document.
   *
   * @param printed whether a font has a glyph for a character
   * @param style its style sheet
   */
  static Document of(String xhtml, IntPredicate printed, String style) {
    PrintableText text = new PrintableText(printed);
    PaperDocument prepared = new PaperDocument(parse(text.forXml(xhtml)), text);
    prepared.prepare(style);
    return prepared.document;
  }

  private static Document parse(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // It throws what others would print.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("a template for paper is well-formed", e);
    }
  }

  private void prepare(String style) {
    Element body = (Element) document.getElementsByTagName("body").item(0);
    walk(body);
    if (codes != null && !text.hasCoded()) {
      codes.getParentNode().removeChild(codes);
    }
    Element head = (Element) document.getElementsByTagName("head").item(0);
    Element sheet = document.createElement("style");
    sheet.setTextContent(style);
    head.insertBefore(sheet, head.getFirstChild());
    if (!headings.isEmpty()) {
      head.appendChild(bookmarks());
    }
  }

  private void walk(Element element) {
    if (element.getAttribute("id").equals("codes")) {
      codes = element;
    }
    if (element.getTagName().equals("h1") || element.getTagName().equals("h2")) {
      headings.add(element);
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (SHOWN_ATTRIBUTES.contains(attribute.getName())) {
        attribute.setValue(text.of(attribute.getValue()));
      }
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element inner) {
        walk(inner);
      } else if (child instanceof Text said) {
        said.setData(text.of(said.getData()));
      }
    }
  }

  private static String shortened(String name) {
    return sixones.text.Text.shortened(name, LONGEST_BOOKMARK);
  }

  /** Puts headings of the second kind below the one of the first before them. */
  private Element bookmarks() {
    Element bookmarks = document.createElement("bookmarks");
    Element parent = bookmarks;
    for (Element heading : headings) {
      String id = heading.getAttribute("id");
      if (id.isEmpty()) {
        id = "heading-" + headings.indexOf(heading);
        heading.setAttribute("id", id);
      }
      Element bookmark = document.createElement("bookmark");
      String name = heading.getTextContent().strip().replaceAll("\\s+", " ");
      bookmark.setAttribute("name", shortened(name));
      bookmark.setAttribute("href", "#" + id);
      if (heading.getTagName().equals("h1")) {
        parent = bookmark;
        bookmarks.appendChild(bookmark);
      } else {
        parent.appendChild(bookmark);
      }
    }
    return bookmarks;
  }
}
