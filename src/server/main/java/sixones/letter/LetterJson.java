package sixones.letter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sixones.letter.LetterBlock.Entry;
import sixones.letter.LetterBlock.Field;
import sixones.representation.StoredJson;
import sixones.text.Words;

/**
 * Letters as JSON of the format {@code sixones/letter/1}: keys sorted, no white space, whole
 * numbers alone, so that the bytes are those of RFC 8785.
 */
final class LetterJson {
  static final String FORMAT = "sixones/letter/1";

  private static final int DEEPEST = 12;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private LetterJson() {}

  static byte[] bytes(Letter letter) {
    try {
      return MAPPER.writeValueAsString(tree(letter)).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory can be written", e);
    }
  }

  static ObjectNode tree(Letter letter) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("format", FORMAT)
        .put("kind", letter.kind().id())
        .put("issued", letter.issued().toString());
    node.set("title", words(letter.title()));
    node.set("digestLabel", words(letter.digestLabel()));
    node.putObject("about")
        .put("applicant", letter.about().applicant())
        .put("number", letter.about().number())
        .put("version", letter.about().version())
        .put("receivedAt", StoredJson.instant(letter.about().receivedAt()))
        .put("digest", letter.about().digest());
    ArrayNode blocks = node.putArray("blocks");
    letter.blocks().forEach(block -> blocks.add(tree(block)));
    return node;
  }

  private static ObjectNode words(Words words) {
    return MAPPER.createObjectNode().put("en", words.en()).put("zh", words.zh());
  }

  private static ObjectNode tree(LetterBlock block) {
    if (block instanceof LetterBlock.Addressee addressee) {
      return typed("addressee", addressee.text());
    }
    if (block instanceof LetterBlock.Heading heading) {
      return typed("heading", heading.text());
    }
    if (block instanceof LetterBlock.Paragraph paragraph) {
      return typed("paragraph", paragraph.text());
    }
    if (block instanceof LetterBlock.Closing closing) {
      return typed("closing", closing.date());
    }
    if (block instanceof LetterBlock.Fields fields) {
      ObjectNode node = MAPPER.createObjectNode().put("type", "fields");
      node.set("fields", fields(fields.fields()));
      return node;
    }
    if (block instanceof LetterBlock.Table table) {
      ObjectNode node = MAPPER.createObjectNode().put("type", "table");
      node.set("head", row(table.head()));
      ArrayNode rows = node.putArray("rows");
      table.rows().forEach(cells -> rows.add(row(cells)));
      return node;
    }
    return entry((Entry) block);
  }

  private static ObjectNode typed(String type, Words text) {
    ObjectNode node = MAPPER.createObjectNode().put("type", type);
    node.set("text", words(text));
    return node;
  }

  private static ArrayNode fields(List<Field> fields) {
    ArrayNode all = MAPPER.createArrayNode();
    for (Field field : fields) {
      ObjectNode node = all.addObject();
      node.set("label", words(field.label()));
      node.set("text", words(field.text()));
    }
    return all;
  }

  private static ArrayNode row(List<Words> cells) {
    ArrayNode row = MAPPER.createArrayNode();
    cells.forEach(cell -> row.add(words(cell)));
    return row;
  }

  private static ObjectNode entry(Entry entry) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("type", LetterWords.id(entry.role()))
            .put("n", entry.n())
            .put("requirement", entry.requirement())
            .put("rule", entry.rule());
    node.set("title", words(entry.title()));
    entry.pointers().forEach(node.putArray("pointers")::add);
    entry.mayChange().forEach(node.putArray("mayChange")::add);
    node.set("fields", fields(entry.fields()));
    return node;
  }

  /**
   * Reads a letter.
   *
   * @throws IOException if the bytes are not exactly what a letter is written as
   */
  static Letter read(byte[] bytes) throws IOException {
    Letter letter;
    try {
      letter = letter(MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8)));
    } catch (RuntimeException e) {
      throw new IOException("no letter of format " + FORMAT, e);
    }
    if (!java.util.Arrays.equals(bytes(letter), bytes)) {
      throw new IOException("no canonical letter of format " + FORMAT);
    }
    return letter;
  }

  private static Letter letter(JsonNode node) {
    JsonNode about = node.required("about");
    List<LetterBlock> blocks = new ArrayList<>();
    node.required("blocks").forEach(block -> blocks.add(block(block)));
    return new Letter(
        LetterKind.of(node.required("kind").textValue()),
        new Letter.About(
            about.required("applicant").textValue(),
            about.required("number").textValue(),
            about.required("version").intValue(),
            Instant.parse(about.required("receivedAt").textValue()),
            about.required("digest").textValue()),
        LocalDate.parse(node.required("issued").textValue()),
        words(node.required("title")),
        blocks,
        words(node.required("digestLabel")));
  }

  private static Words words(JsonNode node) {
    return new Words(node.required("en").textValue(), node.required("zh").textValue());
  }

  private static LetterBlock block(JsonNode node) {
    String type = node.required("type").textValue();
    return switch (type) {
      case "addressee" -> new LetterBlock.Addressee(words(node.required("text")));
      case "heading" -> new LetterBlock.Heading(words(node.required("text")));
      case "paragraph" -> new LetterBlock.Paragraph(words(node.required("text")));
      case "closing" -> new LetterBlock.Closing(words(node.required("text")));
      case "fields" -> new LetterBlock.Fields(fields(node.required("fields")));
      case "table" -> {
        List<List<Words>> rows = new ArrayList<>();
        node.required("rows").forEach(cells -> rows.add(row(cells)));
        yield new LetterBlock.Table(row(node.required("head")), rows);
      }
      default ->
          new Entry(
              LetterBlock.Role.valueOf(type.toUpperCase(Locale.ROOT)),
              node.required("n").intValue(),
              words(node.required("title")),
              node.required("requirement").textValue(),
              node.required("rule").textValue(),
              texts(node.required("pointers")),
              texts(node.required("mayChange")),
              fields(node.required("fields")));
    };
  }

  private static List<Field> fields(JsonNode node) {
    List<Field> fields = new ArrayList<>();
    node.forEach(
        each -> fields.add(new Field(words(each.required("label")), words(each.required("text")))));
    return fields;
  }

  private static List<Words> row(JsonNode node) {
    List<Words> row = new ArrayList<>();
    node.forEach(cell -> row.add(words(cell)));
    return row;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
