package sixones.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of an Office Open XML document. */
final class DocxInTests {
  private final Map<String, String> parts = new LinkedHashMap<>();

  static DocxInTests of(byte[] docx) throws IOException {
    DocxInTests opened = new DocxInTests();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        opened.parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return opened;
  }

  Set<String> names() {
    return parts.keySet();
  }

  String part(String name) {
    return parts.get(name);
  }
}
