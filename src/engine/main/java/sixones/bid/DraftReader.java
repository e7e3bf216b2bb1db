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

/** Reads the bytes of one draft against the contract and collects every defect on the way. */
final class DraftReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> DEMANDED = List.of("/schema", "/ruleSet", "/city/code");

  /** Made at first use: a JSON draft should not pay for YAML. */
  private static final class Yaml {
    static final JsonFactory FACTORY = new YAMLFactory();
  }

  private final Draft.Format format;
  private final List<Defect> defects = new ArrayList<>();

  DraftReader(Draft.Format format) {
    this.format = format;
  }

  /** The document; every place of it can be read. */
  ObjectNode read(byte[] bytes) throws UnreadableDraft {
    ObjectNode tree = look(bytes);
    if (!defects.isEmpty()) {
      throw new UnreadableDraft(defects);
    }
    return tree;
  }

  /** The document with what can be read of it. */
  ObjectNode readPartly(byte[] bytes) throws UnreadableDraft {
    ObjectNode tree = look(bytes);
    if (defects.stream().anyMatch(DraftReader::spoilsAll)) {
      throw new UnreadableDraft(defects);
    }
    return tree;
  }

  /** The defects found, in the draft's order. */
  List<Defect> defects() {
    return defects;
  }

  /** Whether nothing can be checked: by which rules or for whom is not known, or no place is. */
  private static boolean spoilsAll(Defect defect) {
    return defect.pointer().isEmpty()
        || defect.pointer().equals("/city")
        || DEMANDED.stream().anyMatch(defect::touches);
  }

  private ObjectNode look(byte[] bytes) {
    if (bytes.length > Draft.MOST_BYTES && FileKind.of(bytes).isEmpty()) {
      defects.add(new Defect("", "document-too-large", Map.of("bytes", bytes.length)));
      return JsonNodeFactory.instance.objectNode();
    }
    Optional<NotText> notText = NotText.in(bytes);
    if (notText.isPresent()) {
      defects.add(notText.get().defect());
      return JsonNodeFactory.instance.objectNode();
    }
    return parse(bytes);
  }

  private ObjectNode parse(byte[] bytes) {
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
        // The YAML library lets some of its own unchecked exceptions through.
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
    if (first == JsonToken.START_OBJECT) {
      places.readMembers(BidContract.BID, tree);
    } else {
      places.reject("object");
    }
    if (parser.nextToken() != null) {
      defects.add(at("document-trailing", parser.currentTokenLocation(), bytes));
    }
  }

  /** Where the YAML library found fault, which its own exceptions know best. */
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

  /** The JSON parser counts a column in bytes, the reader of a defect in characters. */
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
