package sixones.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * Turns documents of XHTML into tagged PDF. There is one for the whole service, which prints one
 * document at a time and keeps its fonts; it opens no file and no connection for a document.
 *
 * <p>A document has a language, a title and the classes of {@code paper.css}. Its headings become
 * bookmarks. Characters without a glyph are printed by their code; an element with the id {@code
 * codes} explains that and is left out if there are none.
 */
public final class Typesetter {
  /** The most characters of a document. */
  static final int LONGEST = 4_000_000;

  private static final String FIRST =
      """
      <html lang="zh-CN"><head><title>Six Ones</title><meta name="description" content="Six Ones"/>
      </head><body><div class="head"><table><tr><td>六个一</td><td class="side">1</td></tr></table>
      </div><div class="foot"><span class="page"></span></div><h1>六个一 Six Ones</h1><h2>报告</h2>
      <table class="facts"><thead><tr><th>要求</th><th>结论</th></tr></thead><tbody><tr><th>一</th>
      <td><b>符合</b></td></tr></tbody></table><p class="quoted">A word, 一个词</p></body></html>
      """;

  private static final String PRODUCER = "Six Ones";

  /** A picture that stands in the document itself. */
  private static final String OWN_PICTURE = "data:image/png;base64,";

  private static final int MOST_WAITING = 8;
  private static final long SECONDS = 15;

  private final Path folder;
  private final int longest;
  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private PaperFonts fonts;
  private String style;

  /**
   * Creates a typesetter, which reads its fonts with the first document.
   *
   * @param folder further fonts; null for none
   */
  public Typesetter(Path folder) {
    this(folder, LONGEST);
  }

  Typesetter(Path folder, int longest) {
    this.folder = folder;
    this.longest = longest;
    XRLog.setLoggingEnabled(false);
  }

  /**
   * Prints a document; waits a little for its turn.
   *
   * @param document well-formed XHTML without a document type
   * @throws PaperRefused if it is too large, or too many wait
   */
  public void print(String document, OutputStream pdf) throws IOException {
    print(document, null, pdf);
  }

  /**
   * Prints a document that says when it was made, so that the same document gives the same bytes;
   * waits a little for its turn.
   *
   * @param document well-formed XHTML without a document type
   * @param made the instant its properties name; null for the present one
   * @throws PaperRefused if it is too large, or too many wait
   */
  public void print(String document, Instant made, OutputStream pdf) throws IOException {
    mustBeShort(document);
    takeTurn();
    try {
      set(document, made, pdf);
    } finally {
      turn.release();
    }
  }

  /** Returns whether a character is printed as itself, and not as its code. */
  public boolean hasGlyph(int character) {
    return fonts().canPrint(character);
  }

  private synchronized PaperFonts fonts() {
    if (fonts == null) {
      fonts = PaperFonts.read(folder);
    }
    return fonts;
  }

  /**
   * Prints a document nobody waits for; takes its turn whenever that comes.
   *
   * @throws PaperRefused if it is too large, or the thread is interrupted
   */
  public void printInBackground(String document, OutputStream pdf) throws IOException {
    mustBeShort(document);
    try {
      turn.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PaperRefused(PaperRefused.Why.BUSY);
    }
    try {
      set(document, null, pdf);
    } finally {
      turn.release();
    }
  }

  /** Reads the fonts and prints a first document, so that nobody has to wait for that. */
  public void warmUp() throws IOException {
    printInBackground(FIRST, OutputStream.nullOutputStream());
  }

  private void mustBeShort(String document) {
    if (document.length() > longest) {
      throw new PaperRefused(PaperRefused.Why.TOO_LARGE);
    }
  }

  private void takeTurn() {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      throw new PaperRefused(PaperRefused.Why.BUSY);
    }
    try {
      if (!turn.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
        throw new PaperRefused(PaperRefused.Why.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PaperRefused(PaperRefused.Why.BUSY);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void set(String xhtml, Instant made, OutputStream pdf) throws IOException {
    PaperFonts fonts = fonts();
    if (style == null) {
      style = style(fonts);
    }
    Document document = PaperDocument.of(xhtml, fonts::canPrint, style);
    try (PDDocument file = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(file).withProducer(PRODUCER).usePdfUaAccessibility(true);
      fonts.offerTo(builder, file);
      for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
        builder.useExternalResourceAccessControl(
            (address, kind) -> address.startsWith(OWN_PICTURE), when);
      }
      builder.useHttpStreamImplementation(Typesetter::refuse);
      builder.useProtocolsStreamImplementation(
          Typesetter::refuse, "http", "https", "file", "jar", "ftp");
      builder.withW3cDocument(document, null);
      if (made == null) {
        builder.toStream(pdf).run();
      } else {
        dated(builder, file, made, pdf);
      }
    }
  }

  private static void dated(
      PdfRendererBuilder builder, PDDocument file, Instant made, OutputStream pdf)
      throws IOException {
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      Calendar then = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
      file.getDocumentInformation().setCreationDate(then);
      file.setDocumentId(made.toEpochMilli());
      file.save(pdf);
    }
  }

  private static com.openhtmltopdf.extend.FSStream refuse(String address) {
    throw new IllegalStateException("a document refers to nothing outside it");
  }

  private static String style(PaperFonts fonts) {
    try (InputStream in = Typesetter.class.getResourceAsStream("/sixones/paper/paper.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("CHINESE-FONTS", fonts.ofChinese())
          .replace("LATIN-FONTS", fonts.ofLatin())
          .replace("SERIF-FONTS", fonts.ofSerif());
    } catch (IOException e) {
      throw new UncheckedIOException("the style is part of the application", e);
    }
  }
}
