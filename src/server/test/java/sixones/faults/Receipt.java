package sixones.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a client was told when its act was accepted; the client relies on every byte of it. */
record Receipt(Act act, byte[] body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static JsonNode json(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json() {
    return json(body);
  }

  String submission() {
    return json().path("submission").asText();
  }
}
