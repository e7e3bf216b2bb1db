package sixones.packer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines on which the names of a YAML file stand. */
final class YamlLines {
  private final Map<List<String>, Integer> lines = new HashMap<>();

  /**
   * Reads the lines.
   *
   * @param bytes the file; what comes after a fault in it is not looked at
   */
  YamlLines(byte[] bytes) {
    try (JsonParser parser = new YAMLFactory().createParser(bytes)) {
      if (parser.nextToken() != null) {
        read(parser, List.of());
      }
    } catch (IOException e) {
      // Whoever reads the content of the file tells what is wrong with it.
      lines.put(List.of(), 1);
    }
  }

  private void read(JsonParser parser, List<String> path) throws IOException {
    JsonToken opened = parser.currentToken();
    if (!opened.isStructStart()) {
      return;
    }
    JsonToken next = parser.nextToken();
    for (int entry = 0; next != null && !next.isStructEnd(); entry++) {
      List<String> there = path;
      int line = parser.currentTokenLocation().getLineNr();
      if (next == JsonToken.FIELD_NAME) {
        there = below(path, parser.currentName());
        parser.nextToken();
      } else {
        there = below(path, String.valueOf(entry));
      }
      lines.putIfAbsent(there, line);
      read(parser, there);
      next = parser.nextToken();
    }
  }

  private static List<String> below(List<String> path, String step) {
    List<String> there = new java.util.ArrayList<>(path);
    there.add(step);
    return List.copyOf(there);
  }

  /** Returns the line of a name, or of the last one on the way to it that is there. */
  int of(List<String> path) {
    for (int known = path.size(); known > 0; known--) {
      Integer line = lines.get(path.subList(0, known));
      if (line != null) {
        return line;
      }
    }
    return 1;
  }
}
