package sixones.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jboss.logging.Logger;

/**
 * The fonts documents are printed in: a regular and a bold one for Chinese and Latin and a serif of
 * this application, and after them those of a folder, for characters these lack. Only {@link
 * #canPrint} is safe for concurrent use.
 */
final class PaperFonts {
  private static final Logger LOG = Logger.getLogger(PaperFonts.class);
  private static final String FOLDER = "/sixones/paper/fonts/";

  private static final String CHINESE = "six-ones";
  private static final String LATIN = "six-ones-latin";
  private static final String SERIF = "six-ones-serif";

  /** The name of further fonts, before their number. */
  private static final String MORE = "six-ones-";

  private static final int MOST = 16;
  private static final long LARGEST = 64L << 20;
  private static final int LICENSED_FOR_NO_EMBEDDING = 0x0002;
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  /** A regular and a bold font. */
  private record Pair(TrueTypeFont regular, TrueTypeFont bold) {}

  private final Pair chinese;
  private final Pair latin;
  private final TrueTypeFont serif;

  /** What the bold fonts lack is printed by the regular one, which is therefore the first. */
  private final List<TrueTypeFont> more = new ArrayList<>();

  private final List<CmapLookup> lookups = new ArrayList<>();

  private PaperFonts(Pair chinese, Pair latin, TrueTypeFont serif, List<TrueTypeFont> added)
      throws IOException {
    this.chinese = chinese;
    this.latin = latin;
    this.serif = serif;
    more.add(chinese.regular());
    more.addAll(added);
    lookups.add(latin.regular().getUnicodeCmapLookup());
    for (TrueTypeFont font : more) {
      lookups.add(font.getUnicodeCmapLookup());
    }
  }

  /**
   * Reads the fonts of this application and the TrueType fonts ({@code *.ttf}) of a folder, by
   * name. A font that cannot be read or may not be embedded is left out, with a line in the log.
   *
   * @param folder null for none
   */
  static PaperFonts read(Path folder) {
    try {
      return new PaperFonts(
          pair(CHINESE), pair(LATIN), bundled(SERIF + "-regular.ttf"), ofFolder(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("the fonts are part of the application", e);
    }
  }

  private static Pair pair(String name) throws IOException {
    return new Pair(bundled(name + "-regular.ttf"), bundled(name + "-bold.ttf"));
  }

  private static TrueTypeFont bundled(String name) throws IOException {
    try (InputStream in = PaperFonts.class.getResourceAsStream(FOLDER + name)) {
      return parse(in.readAllBytes());
    }
  }

  private static TrueTypeFont parse(byte[] bytes) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
  }

  private static List<TrueTypeFont> ofFolder(Path folder) {
    List<TrueTypeFont> fonts = new ArrayList<>();
    if (folder == null) {
      return fonts;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(file -> file.toString().endsWith(".ttf")).sorted().limit(MOST).toList()) {
        added(file, fonts);
      }
    } catch (IOException e) {
      LOG.warnf("The fonts of sixones.paper.fonts are not used: %s", e);
    }
    return fonts;
  }

  private static void added(Path file, List<TrueTypeFont> fonts) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("larger than " + LARGEST + " bytes");
      }
      TrueTypeFont font = parse(Files.readAllBytes(file));
      OS2WindowsMetricsTable rights = font.getOS2Windows();
      if (rights != null && (rights.getFsType() & 0xF) == LICENSED_FOR_NO_EMBEDDING) {
        throw new IOException("its licence forbids embedding");
      }
      font.getUnicodeCmapLookup();
      fonts.add(font);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("The font %s is not used: %s", file.getFileName(), e);
    }
  }

  /** Returns whether any font has a glyph for a character. */
  boolean canPrint(int character) {
    for (CmapLookup lookup : lookups) {
      if (lookup.getGlyphId(character) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the CSS value {@code font-family} of a document in Chinese. */
  String ofChinese() {
    return CHINESE + ", " + LATIN + further();
  }

  /** Returns the CSS value {@code font-family} of a document in a language of Latin letters. */
  String ofLatin() {
    return LATIN + ", " + CHINESE + further();
  }

  /** Returns the CSS value {@code font-family} of a letter in Chinese. */
  String ofSerif() {
    return SERIF + ", " + ofChinese();
  }

  private String further() {
    StringBuilder families = new StringBuilder();
    for (int i = 0; i < more.size(); i++) {
      families.append(", ").append(MORE).append(i);
    }
    return families.toString();
  }

  /** Offers the fonts to a document, which embeds what it uses of them. */
  void offerTo(PdfRendererBuilder builder, PDDocument document) {
    offer(builder, document, chinese, CHINESE);
    offer(builder, document, latin, LATIN);
    offer(builder, document, serif, SERIF, REGULAR);
    for (int i = 0; i < more.size(); i++) {
      offer(builder, document, more.get(i), MORE + i, REGULAR);
    }
  }

  private static void offer(
      PdfRendererBuilder builder, PDDocument document, Pair pair, String family) {
    offer(builder, document, pair.regular(), family, REGULAR);
    offer(builder, document, pair.bold(), family, BOLD);
  }

  private static void offer(
      PdfRendererBuilder builder,
      PDDocument document,
      TrueTypeFont font,
      String family,
      int weight) {
    builder.useFont(new LateFont(document, font), family, weight, FontStyle.NORMAL, true);
  }

  /** A font that becomes part of a document when the first character of it is looked up. */
  private static final class LateFont extends PDFontSupplier {
    private final PDDocument document;
    private final TrueTypeFont font;

    LateFont(PDDocument document, TrueTypeFont font) {
      super(null);
      this.document = document;
      this.font = font;
    }

    @Override
    public PDType0Font supply() {
      try {
        return PDType0Font.load(document, font, true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
