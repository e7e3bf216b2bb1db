package sixones.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A printed document as a reader opens it. */
public final class PdfInTests implements AutoCloseable {
  private static final int DOTS_PER_INCH = 150;

  private final PDDocument document;

  private PdfInTests(PDDocument document) {
    this.document = document;
  }

  public static PdfInTests of(byte[] pdf) {
    try {
      return new PdfInTests(Loader.loadPDF(pdf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its text, without white space, which lines break at. */
  public String words() {
    return squeezed(text());
  }

  public static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
  }

  public String text() {
    try {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int pages() {
    return document.getNumberOfPages();
  }

  /** The text lines of each page. */
  public List<Integer> lines() {
    try {
      List<Integer> lines = new ArrayList<>();
      for (int page = 1; page <= pages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        lines.add((int) stripper.getText(document).lines().filter(line -> !line.isBlank()).count());
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PDDocument document() {
    return document;
  }

  /** The fonts of its pages. */
  public List<PDFont> fonts() {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        try {
          fonts.add(page.getResources().getFont(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return fonts;
  }

  public BufferedImage picture(int page) {
    try {
      return new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
