package sixones.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.Project;

/** What every printed document has, and what none can do. */
@Timeout(60)
class TypesetterTest {
  private static final Typesetter TYPESETTER = new Typesetter(null);
  private static final String CODES = "<p id=\"codes\">Printed as codes.</p>";

  @Test
  void a_document_is_tagged_and_says_its_language_and_title() throws IOException {
    try (PdfInTests pdf = print(document("<h1>一</h1><h2>two</h2><p>三</p><h2>four</h2>"))) {
      var catalog = pdf.document().getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.document().getDocumentInformation().getTitle()).isEqualTo("题目 title");
      assertThat(pdf.document().getDocumentInformation().getProducer()).isEqualTo("Six Ones");
      PDOutlineItem first = catalog.getDocumentOutline().getFirstChild();
      assertThat(first.getTitle()).isEqualTo("一");
      assertThat(first.children())
          .extracting(PDOutlineItem::getTitle)
          .containsExactly("two", "four");
    }
  }

  private static String document(String body) {
    return """
    <html lang="zh-CN"><head><title>题目 title</title><meta name="description" content="x"/>
    </head><body>%s</body></html>\
    """
        .formatted(body);
  }

  private static PdfInTests print(String document) throws IOException {
    return print(TYPESETTER, document);
  }

  private static PdfInTests print(Typesetter typesetter, String document) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    typesetter.print(document, pdf);
    return PdfInTests.of(pdf.toByteArray());
  }

  @Test
  void fonts_are_embedded_and_hold_what_is_printed_of_them_alone() throws IOException {
    try (PdfInTests pdf = print(document("<p>四川 Sichuan <b>粗 bold</b></p>"))) {
      assertThat(pdf.fonts()).isNotEmpty();
      assertThat(pdf.fonts()).allMatch(font -> font.isEmbedded());
      assertThat(pdf.fonts()).allMatch(font -> font.getName().matches("[A-Z]{6}\\+SixOnes.*"));
      assertThat(pdf.text()).contains("四川 Sichuan 粗 bold");
    }
  }

  @Test
  void a_character_without_a_glyph_is_printed_as_its_code_with_a_footnote() throws IOException {
    String name = new StringBuilder("王").appendCodePoint(0x323AF).append("明").toString();

    try (PdfInTests pdf = print(document("<p>" + name + "</p>" + CODES))) {
      assertThat(pdf.text()).contains("王[U+323AF]明").contains("Printed as codes.");
    }
    try (PdfInTests pdf = print(document("<p>王明</p>" + CODES))) {
      assertThat(pdf.text()).contains("王明").doesNotContain("Printed as codes.");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, U+0001", "202e, U+202E", "200b, U+200B", "d800, U+D800", "fffe, U+FFFE"})
  void what_reorders_or_hides_is_printed_as_its_code(String character, String code)
      throws IOException {
    String text = "a" + (char) Integer.parseInt(character, 16) + "b";

    try (PdfInTests pdf = print(document("<p>" + text + "</p>" + CODES))) {
      assertThat(pdf.text()).contains("a[" + code + "]b").contains("Printed as codes.");
    }
  }

  @Test
  void a_folder_adds_fonts_and_one_that_cannot_be_read_is_left_out(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("broken.ttf"), "no font");
    try (InputStream rare = TypesetterTest.class.getResourceAsStream("rare.ttf")) {
      Files.copy(rare, folder.resolve("rare.ttf"));
    }
    String name = Character.toString(0x323AF);

    try (PdfInTests pdf = print(new Typesetter(folder), document("<b>" + name + "</b>" + CODES))) {
      assertThat(pdf.text()).contains(name).doesNotContain("U+").doesNotContain("as codes");
      assertThat(pdf.fonts()).anyMatch(font -> font.getName().endsWith("+Rare-Regular"));
    }
    assertThat(print(new Typesetter(folder.resolve("none")), document("<p>x</p>")).text())
        .contains("x");
  }

  @Test
  void every_character_of_our_own_words_has_a_glyph() throws IOException {
    PaperFonts fonts = PaperFonts.read(null);
    Set<String> missing = new TreeSet<>();
    for (Path file : words()) {
      Files.readString(file)
          .codePoints()
          .filter(c -> c >= ' ' && !fonts.canPrint(c))
          .forEach(c -> missing.add(file.getFileName() + " " + Character.toString(c)));
    }

    assertThat(missing).isEmpty();
  }

  private static List<Path> words() throws IOException {
    List<Path> words = new ArrayList<>();
    for (String folder :
        List.of(
            "src/server/main/resources/sixones/pages/",
            "src/server/main/resources/sixones/letter/",
            "src/engine/main/resources/sixones/report/",
            "rules/")) {
      try (Stream<Path> files = Files.walk(Project.file(folder))) {
        files.filter(file -> file.toString().matches(".*\\.(properties|yaml)")).forEach(words::add);
      }
    }
    assertThat(words).hasSizeGreaterThan(30);
    return words;
  }

  @Test
  void nothing_outside_a_document_is_fetched(@TempDir Path folder) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
        });
    server.start();
    String http = "http://localhost:" + server.getAddress().getPort() + "/x.png";
    Path picture = folder.resolve("x.png");
    ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());

    try (PdfInTests pdf =
        print(
            document(
                """
                <style>@import url(%1$s); p { background-image: url(%2$s) }</style>
                <p>x</p><img src="%1$s" alt="a"/><img src="%2$s" alt="b"/>
                <object data="%2$s" type="image/png" title="c"></object>
                <link rel="stylesheet" href="%1$s"/>\
                """
                    .formatted(http, picture.toUri())))) {
      assertThat(pdf.text()).contains("x");
      for (PDPage page : pdf.document().getPages()) {
        assertThat(page.getResources().getXObjectNames()).extracting(COSName::getName).isEmpty();
      }
    } finally {
      server.stop(0);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void a_document_type_or_entity_is_refused() {
    String document =
        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + document("<p>&x;</p>");

    assertThatThrownBy(() -> print(document)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_document_that_is_too_large_is_refused() {
    Typesetter small = new Typesetter(null, 100);

    assertThatThrownBy(() -> print(small, document("<p>" + "x".repeat(100) + "</p>")))
        .isInstanceOfSatisfying(
            PaperRefused.class, e -> assertThat(e.why()).isEqualTo(PaperRefused.Why.TOO_LARGE));
  }

  @Test
  void one_document_is_printed_at_a_time_and_few_wait() throws Exception {
    Typesetter typesetter = new Typesetter(null);
    CountDownLatch printing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    OutputStream held =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            printing.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    ExecutorService readers = Executors.newCachedThreadPool();
    try {
      Future<?> first = readers.submit(() -> printTo(typesetter, held));
      assertThat(printing.await(30, TimeUnit.SECONDS)).isTrue();
      List<Future<?>> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        waiting.add(readers.submit(() -> printTo(typesetter, OutputStream.nullOutputStream())));
      }
      while (waiting.stream().filter(Future::isDone).count() < 12) {
        Thread.onSpinWait();
      }
      goOn.countDown();

      first.get();
      int refused = 0;
      for (Future<?> each : waiting) {
        try {
          each.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(PaperRefused.class);
          refused++;
        }
      }
      assertThat(refused).isEqualTo(12);
    } finally {
      goOn.countDown();
      readers.shutdownNow();
    }
  }

  private static Object printTo(Typesetter typesetter, OutputStream pdf) throws IOException {
    typesetter.print(document("<p>x</p>"), pdf);
    return null;
  }
}
