package sixones.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents are written as Jackson writes them, byte for byte. */
class JsonBytesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void every_character_is_written_as_jackson_does() throws Exception {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String text = "x" + Character.toString(c) + "中";

        assertThat(JsonBytes.encoded(text)).isEqualTo(MAPPER.writeValueAsBytes(text));
      }
    }
  }

  @Test
  void values_are_written_as_a_mapper_does() throws Exception {
    Random random = new Random(61);
    for (int i = 0; i < 2_000; i++) {
      JsonNode value = value(random, 0);

      assertThat(written(value))
          .isEqualTo(new String(MAPPER.writeValueAsBytes(value), StandardCharsets.UTF_8) + "\n");
    }
  }

  private static String written(JsonNode value) {
    JsonBytes json = new JsonBytes(1);
    json.value(value);
    return new String(json.endLine(), StandardCharsets.UTF_8);
  }

  private static JsonNode value(Random random, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    switch (random.nextInt(depth < 3 ? 7 : 5)) {
      case 0:
        return nodes.numberNode(random.nextInt());
      case 1:
        return nodes.numberNode(new BigInteger(80, random));
      case 2:
        return nodes.booleanNode(random.nextBoolean());
      case 3:
        return nodes.nullNode();
      case 4:
        return nodes.textNode(text(random));
      case 5:
        ArrayNode list = nodes.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth + 1));
        }
        return list;
      default:
        ObjectNode object = nodes.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(text(random), value(random, depth + 1));
        }
        return object;
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      int[] ranges = {0, 0x80, 0x4E00, 0x20000};
      text.appendCodePoint(ranges[random.nextInt(ranges.length)] + random.nextInt(0x80));
    }
    return text.toString();
  }
}
