package sixones.bid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import sixones.text.FileKind;
import sixones.text.WhiteSpace;

/** Reads the bytes of one draft against the contract and collects every defect. */
final class DraftReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String RULE_SET = "ruleSet";

  /**
   * Holds the YAML factory in a class of its own, so that a JSON draft does not initialize YAML.
   */
  private static final class Yaml {
    static final JsonFactory FACTORY = new YAMLFactory();
  }

  private final Draft.Format format;
  private final BidContract contract;
  private final List<Defect> defects = new ArrayList<>();

  /**
   * @param contract the contract of the bid; null to find out which rule set it names
   */
  DraftReader(Draft.Format format, BidContract contract) {
    this.format = format;
    this.contract = contract;
  }

  /**
   * Reads a document that must be free of defects.
   *
   * @throws UnreadableDraft if the document has a defect
   */
  ObjectNode read(byte[] bytes) throws UnreadableDraft {
    ObjectNode tree = readTree(bytes);
    if (!defects.isEmpty()) {
      throw new UnreadableDraft(defects);
    }
    return tree;
  }

  /**
   * Reads a document and leaves {@link UnreadableDraft#PLACE} at each defective place.
   *
   * @throws UnreadableDraft if a defect prevents any evaluation
   */
  ObjectNode readPartly(byte[] bytes) throws UnreadableDraft {
    ObjectNode tree = readTree(bytes);
    if (defects.stream().anyMatch(this::spoilsAll)) {
      throw new UnreadableDraft(defects);
    }
    return tree;
  }

  /** Returns the defects found so far, in the order of the draft. */
  List<Defect> defects() {
    return defects;
  }

  /**
   * Returns whether a defect prevents any evaluation. It does if it concerns the whole document,
   * the rule set or the applicant.
   */
  private boolean spoilsAll(Defect defect) {
    return defect.pointer().isEmpty()
        || defect.touches("/schema")
        || defect.touches("/" + RULE_SET)
        || defect.touches(contract.applicant());
  }

  /**
   * Reads as far as the id of the rule set.
   *
   * @return the id as written; null if it is blank or no text
   * @throws UnreadableDraft if the document has a defect before it, or names no rule set
   */
  String ruleSetOf(byte[] bytes) throws UnreadableDraft {
    ObjectNode tree = readTree(bytes);
    String named = tree.path(RULE_SET).textValue();
    if (named == null || WhiteSpace.fills(named)) {
      if (defects.isEmpty()) {
        defects.add(new Defect("/" + RULE_SET, "missing-rule-set", Map.of()));
      }
      throw new UnreadableDraft(defects);
    }
    return named;
  }

  private ObjectNode readTree(byte[] bytes) {
    if (bytes.length > Draft.MOST_BYTES && FileKind.of(bytes).isEmpty()) {
      defects.add(new Defect("", "document-too-large", Map.of("bytes", bytes.length)));
      return JsonNodeFactory.instance.objectNode();
    }
    Optional<NotText> notText = NotText.in(bytes);
    if (notText.isPresent()) {
      defects.add(notText.get().defect());
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode plain =
        format == Draft.Format.JSON && contract != null
            ? PlainReader.read(bytes, contract.plain())
            : null;
    return plain != null ? plain : parse(bytes);
  }

  /** Reads a document of either format, whatever stands in it. */
  ObjectNode parse(byte[] bytes) {
    JsonFactory factory = format == Draft.Format.JSON ? JSON : Yaml.FACTORY;
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    try (JsonParser parser = factory.createParser(bytes)) {
      try {
        readDocument(parser, tree, bytes);
      } catch (StreamConstraintsException e) {
        defects.add(at("document-beyond-limits", parser.currentLocation(), bytes));
      } catch (JsonProcessingException e) {
        defects.add(
            format == Draft.Format.JSON
                ? at("json-syntax", e.getLocation(), bytes)
                : yamlFault(e, bytes));
      } catch (RuntimeException e) {
        if (format == Draft.Format.JSON) {
          throw e;
        }
        // SnakeYAML lets some unchecked exceptions escape Jackson's wrapping.
        defects.add(yamlFault(e, bytes));
      }
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
    return tree;
  }

  private void readDocument(JsonParser parser, ObjectNode tree, byte[] bytes) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL && parser.getText().isEmpty()) {
      defects.add(new Defect("", "document-empty", Map.of()));
      return;
    }
    PlaceReader places = new PlaceReader(parser, defects);
    if (first == JsonToken.START_OBJECT && contract == null) {
      if (places.findText(RULE_SET, tree)) {
        return;
      }
    } else if (first == JsonToken.START_OBJECT) {
      places.readMembers(contract.whole(), tree, contract.applicant());
    } else {
      places.reject("object");
    }
    if (parser.nextToken() != null) {
      defects.add(at("document-trailing", parser.currentTokenLocation(), bytes));
    }
  }

  /**
   * Locates a YAML syntax error. The causes hold a more precise position than Jackson's wrapper.
   */
  private static Defect yamlFault(Exception fault, byte[] bytes) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
        Mark mark = marked.getProblemMark();
        return at("yaml-syntax", mark.getLine() + 1, mark.getColumn() + 1);
      }
      if (cause instanceof ReaderException unreadable) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.offsetByCodePoints(0, unreadable.getPosition());
        int start = text.lastIndexOf('\n', end - 1) + 1;
        int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return at("yaml-syntax", line, text.codePointCount(start, end) + 1);
      }
    }
    return at("yaml-syntax", 1, 1);
  }

  /**
   * Converts a parser position to a defect. Jackson counts columns in bytes; a defect counts them
   * in code points.
   */
  private static Defect at(String kind, JsonLocation where, byte[] bytes) {
    int end = (int) where.getByteOffset();
    int start = end - where.getColumnNr() + 1;
    if (start < 0 || end > bytes.length) {
      return at(kind, where.getLineNr(), where.getColumnNr());
    }
    String before = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return at(kind, where.getLineNr(), before.codePointCount(0, before.length()) + 1);
  }

  private static Defect at(String kind, int line, int column) {
    Map<String, Object> where = Map.of("line", Math.max(1, line), "column", Math.max(1, column));
    return new Defect("", kind, where);
  }
}
