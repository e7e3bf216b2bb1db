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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the bytes of one draft against the contract and collects every defect on the way. */
final class DraftReader {
  private static final JsonFactory JSON = new JsonFactory();

  /** Made at first use: a JSON draft should not pay for YAML. */
  private static final class Yaml {
    static final JsonFactory FACTORY = new YAMLFactory();
  }

  private final Draft.Format format;
  private final List<Defect> defects = new ArrayList<>();

  DraftReader(Draft.Format format) {
    this.format = format;
  }

  ObjectNode read(byte[] bytes) throws UnreadableDraft {
    if (bytes.length > Draft.MOST_BYTES) {
      defects.add(new Defect("", "document-too-large", Map.of("bytes", bytes.length)));
    } else if (isText(bytes)) {
      ObjectNode tree = parse(bytes);
      if (defects.isEmpty()) {
        return tree;
      }
    }
    throw new UnreadableDraft(defects);
  }

  private ObjectNode parse(byte[] bytes) {
    JsonFactory factory = format == Draft.Format.JSON ? JSON : Yaml.FACTORY;
    ObjectNode tree = null;
    try (JsonParser parser = factory.createParser(bytes)) {
      if (parser.nextToken() == null) {
        defects.add(new Defect("", "document-empty", Map.of()));
        return null;
      }
      PlaceReader places = new PlaceReader(parser, defects);
      tree = JsonNodeFactory.instance.objectNode();
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        places.readMembers(BidShape.BID, tree);
      } else {
        places.reject("object");
      }
      if (parser.nextToken() != null) {
        defects.add(at("document-trailing", parser.currentTokenLocation()));
      }
    } catch (StreamConstraintsException e) {
      defects.add(at("document-beyond-limits", e.getLocation()));
    } catch (JsonProcessingException e) {
      defects.add(at(format == Draft.Format.JSON ? "json-syntax" : "yaml-syntax", e.getLocation()));
    } catch (RuntimeException e) {
      if (format == Draft.Format.JSON) {
        throw e;
      }
      // The YAML library lets some of its own unchecked exceptions through.
      defects.add(at("yaml-syntax", null));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
    return tree;
  }

  private boolean isText(byte[] bytes) {
    // The lenient decoder is far quicker, and marks what is malformed.
    if (new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0) {
      return true;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer passing = CharBuffer.allocate(1024);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      passing.clear();
      result = decoder.decode(in, passing, true);
    }
    if (result.isError()) {
      defects.add(new Defect("", "document-not-utf8", Map.of("byte", in.position() + 1)));
    }
    return !result.isError();
  }

  private static Defect at(String kind, JsonLocation where) {
    int line = where == null ? 1 : Math.max(1, where.getLineNr());
    int column = where == null ? 1 : Math.max(1, where.getColumnNr());
    return new Defect("", kind, Map.of("line", line, "column", column));
  }
}
