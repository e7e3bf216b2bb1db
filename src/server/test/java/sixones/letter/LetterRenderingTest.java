package sixones.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.InTurns;
import sixones.Length;
import sixones.paper.PdfInTests;
import sixones.paper.Typesetter;
import sixones.report.Language;

/** Files of letters, as offices and readers open them. */
@Timeout(120)
@InTurns(3)
class LetterRenderingTest {
  private static final Typesetter TYPESETTER = new Typesetter(null);
  private static final Pattern RUN = Pattern.compile("<w:r>(.*?)</w:r>", Pattern.DOTALL);
  private static final String HOSTILE =
      "</w:t><script>alert('x')</script>&amp;{title}{#if}]]>\"<!--=1+1|@SUM";

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_part_of_a_document_is_well_formed_and_listed(Language language) throws Exception {
    for (Letter letter : LettersInTests.all().values()) {
      DocxInTests docx = docx(letter, language);
      String types = docx.part("[Content_Types].xml");
      assertThat(docx.names()).first().isEqualTo("[Content_Types].xml");
      for (String name : docx.names()) {
        parse(docx.part(name));
        assertThat(
                name.equals("[Content_Types].xml")
                    || name.endsWith(".rels")
                    || types.contains("\"/" + name + "\""))
            .as(name)
            .isTrue();
      }
    }
  }

  private static DocxInTests docx(Letter letter, Language language) throws IOException {
    return DocxInTests.of(new LetterRendering(LettersInTests.frozen(letter), language).docx());
  }

  private static void parse(String xml) throws Exception {
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_run_names_its_font_for_each_script(Language language) throws Exception {
    DocxInTests docx = docx(LettersInTests.correction(), language);
    int runs = 0;
    for (String part : new String[] {"document", "footer1", "footer2"}) {
      Matcher run = RUN.matcher(docx.part("word/" + part + ".xml"));
      while (run.find()) {
        runs++;
        assertThat(run.group(1)).contains("w:ascii=", "w:hAnsi=", "w:eastAsia=", "w:cs=");
      }
    }
    assertThat(runs).isGreaterThan(60);
  }

  @Test
  void a_document_has_the_measures_of_the_standard_and_room_for_what_is_the_offices()
      throws Exception {
    DocxInTests docx = docx(LettersInTests.correction(), Language.ZH_CN);
    String text = docx.part("word/document.xml");

    // 37, 28, 26 and 35 mm; 22 lines in 225 mm.
    assertThat(text)
        .contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>")
        .contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\"")
        .contains("w:linePitch=\"579\"")
        .contains("<w:titlePg/>");
    for (String font : new String[] {"方正小标宋简体", "黑体", "楷体", "仿宋"}) {
      assertThat(text).contains("w:eastAsia=\"" + font + "\"");
    }
    for (String room : new String[] {"IssuerRoom", "NumberRoom", "SignatureRoom"}) {
      assertThat(text)
          .containsOnlyOnce("<w:p><w:pPr><w:pStyle w:val=\"" + room + "\"/></w:pPr></w:p>");
    }
    assertThat(docx.part("word/footer1.xml")).contains("— ", " PAGE ", " —");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hostile_texts_stand_there_as_text(Language language) throws Exception {
    FrozenLetter frozen = LettersInTests.frozen(LettersInTests.found(HOSTILE));
    LetterRendering rendering = new LetterRendering(frozen, language);
    String document = DocxInTests.of(rendering.docx()).part("word/document.xml");

    parse(document);
    assertThat(document).doesNotContain("<script").contains("&lt;/w:t&gt;&lt;script&gt;");
    assertThat(rendering.html()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(LetterRendering.preview(frozen.letter(), language))
        .doesNotContain("<script")
        .doesNotContain("data-digest");
    assertThat(FrozenLetterTest.unescaped(document)).contains(HOSTILE);
    assertThat(FrozenLetterTest.unescaped(rendering.html())).contains(HOSTILE);
    assertThat(rendering.text()).contains(HOSTILE);
    try (PdfInTests pdf = PdfInTests.of(rendering.pdf(TYPESETTER))) {
      assertThat(pdf.words()).contains(PdfInTests.squeezed(HOSTILE));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_preview_shows_what_could_not_be_issued_without_its_effect(Language language) {
    assertThat(preview("a\u202eb\ud800c\u0000d", language))
        .contains("a[U+202E]b[U+D800]c[U+0000]d");
    assertThat(preview(" ", language)).contains("</b>…</p>");
    assertThat(preview("\n\n", language)).contains("</b>…</p>");
  }

  private static String preview(String found, Language language) {
    return LetterRendering.preview(LettersInTests.found(found), language);
  }

  @Test
  void a_character_only_the_other_font_has_is_printed_by_it() throws Exception {
    String rare = "丌";
    FrozenLetter frozen = FrozenLetter.of(LettersInTests.found("王" + rare + "明"), TYPESETTER);

    try (PdfInTests pdf =
        PdfInTests.of(new LetterRendering(frozen, Language.ZH_CN).pdf(TYPESETTER))) {
      assertThat(pdf.words()).contains("王" + rare + "明");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_pdf_is_the_same_twice_and_says_what_it_is_made_of_and_set_in(Language language)
      throws Exception {
    for (Letter letter : printed(language)) {
      FrozenLetter frozen = FrozenLetter.of(letter, TYPESETTER);
      LetterRendering rendering = new LetterRendering(frozen, language);
      byte[] printed = rendering.pdf(TYPESETTER);

      keep(letter.kind().id() + "-" + language.tag(), printed, rendering);
      if (letter.kind() == LetterKind.CORRECTION) {
        assertThat(rendering.pdf(TYPESETTER)).isEqualTo(printed);
      }
      try (PdfInTests pdf = PdfInTests.of(printed)) {
        var properties = pdf.document().getDocumentInformation();
        assertThat(properties.getKeywords()).isEqualTo("sha256:" + frozen.digest());
        assertThat(properties.getSubject()).contains("Noto", "GB/T 9704");
        assertThat(properties.getTitle()).isEqualTo(title(letter, language));
        assertThat(properties.getCreationDate().toInstant())
            .isEqualTo(letter.issued().atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(pdf.document().getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        assertThat(pdf.fonts()).allMatch(font -> font.isEmbedded());
        String words = pdf.words();
        assertThat(words).contains(frozen.digest()).doesNotContain("[U+");
        for (String line : rendering.text().lines().toList()) {
          for (String part : line.split(" \\| ")) {
            assertThat(words).contains(PdfInTests.squeezed(part));
          }
        }
      }
    }
  }

  /** In the short form of the tests each kind in one language by turns, one kind in both. */
  private static List<Letter> printed(Language language) {
    return LettersInTests.all().values().stream()
        .filter(
            letter ->
                Length.asked() == Length.LONG
                    || letter.kind() == LetterKind.CORRECTION
                    || letter.kind().ordinal() % 2 == language.ordinal() % 2)
        .toList();
  }

  private static String title(Letter letter, Language language) {
    return language == Language.EN ? letter.title().en() : letter.title().zh();
  }

  private static void keep(String name, byte[] pdf, LetterRendering rendering) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/letters"));
    Files.write(folder.resolve(name + ".pdf"), pdf);
    Files.write(folder.resolve(name + ".docx"), rendering.docx());
  }

  @Test
  void body_and_title_in_chinese_are_set_in_a_serif() throws Exception {
    FrozenLetter frozen = FrozenLetter.of(LettersInTests.correction(), TYPESETTER);

    try (PdfInTests pdf =
        PdfInTests.of(new LetterRendering(frozen, Language.ZH_CN).pdf(TYPESETTER))) {
      assertThat(pdf.fonts()).anyMatch(font -> font.getName().contains("SixOnesSerif"));
    }
  }

  @Test
  void a_document_takes_5_ms_and_a_pdf_a_second_of_cpu_once_warm() throws IOException {
    FrozenLetter frozen = FrozenLetter.of(LettersInTests.correction(), TYPESETTER);
    LetterRendering rendering = new LetterRendering(frozen, Language.ZH_CN);
    for (int i = 0; i < 200; i++) {
      new LetterRendering(frozen, Language.ZH_CN).docx();
    }
    rendering.pdf(TYPESETTER);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 20; i++) {
      new LetterRendering(frozen, Language.ZH_CN).docx();
    }
    long docx = (threads.getCurrentThreadCpuTime() - start) / 20;
    start = threads.getCurrentThreadCpuTime();
    rendering.pdf(TYPESETTER);
    long pdf = threads.getCurrentThreadCpuTime() - start;

    System.out.println("letter: docx " + docx / 1_000 + " µs, pdf " + pdf / 1_000_000 + " ms");
    assertThat(docx).isLessThan(5_000_000L);
    assertThat(pdf).isLessThan(1_000_000_000L);
  }

  @Test
  void the_largest_letter_is_rendered_within_bounds() throws IOException {
    FrozenLetter frozen = FrozenLetter.of(LettersInTests.withItems(300), TYPESETTER);
    LetterRendering rendering = new LetterRendering(frozen, Language.ZH_CN);

    assertThat(rendering.docx().length).isLessThan(1 << 20);
    assertThat(rendering.html().length()).isLessThan(1 << 20);
    assertThat(rendering.text()).contains("（三百）");
  }
}
