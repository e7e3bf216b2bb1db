package sixones.letter;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The templates of letters. They stand outside those of pages, in an engine that knows maps, lists
 * and texts alone, escapes every value of a document of XML or HTML and fails on one that is not
 * there.
 */
final class LetterTemplates {
  static final String FOLDER = "/sixones/letter/";

  private static final Engine ENGINE =
      Engine.builder()
          .addDefaultSectionHelpers()
          .addValueResolvers(
              ValueResolvers.mapResolver(),
              ValueResolvers.mapperResolver(),
              ValueResolvers.mapEntryResolver(),
              ValueResolvers.rawResolver(),
              ValueResolvers.equalsResolver(),
              ValueResolvers.logicalAndResolver(),
              ValueResolvers.logicalOrResolver())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML, Variant.TEXT_XML)))
          .strictRendering(true)
          .timeout(60_000)
          .build();

  static final LetterTemplates DOCUMENT = new LetterTemplates("document.xml", Variant.TEXT_XML);
  static final LetterTemplates STYLES = new LetterTemplates("styles.xml", Variant.TEXT_XML);
  static final LetterTemplates PROPERTIES = new LetterTemplates("core.xml", Variant.TEXT_XML);
  static final LetterTemplates PAGE = new LetterTemplates("page.html", Variant.TEXT_HTML);
  static final LetterTemplates PAPER = new LetterTemplates("paper.html", Variant.TEXT_XML);
  static final LetterTemplates TEXT = new LetterTemplates("letter.txt", Variant.TEXT_PLAIN);

  private final Template template;

  private LetterTemplates(String name, String type) {
    template = ENGINE.parse(resource(name), Variant.forContentType(type), name);
  }

  /** Returns a file beside the templates. */
  static String resource(String name) {
    try (InputStream in = LetterTemplates.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " is part of the application", e);
    }
  }

  String render(Map<String, Object> data) {
    return template.render(data);
  }
}
