package sixones.packer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import sixones.rule.Bundle;

/** A bundle taken apart, to be changed and put together again. */
public final class PackedInTests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final ObjectNode manifest;

  public PackedInTests(byte[] bundle) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    manifest = (ObjectNode) JSON.readTree(files.remove(Bundle.MANIFEST));
  }

  /** Everything but the manifest. */
  public SortedMap<String, byte[]> files() {
    return files;
  }

  public ObjectNode manifest() {
    return manifest;
  }

  /** Changes the text of a source; one that is not there is empty. */
  public PackedInTests edit(String path, UnaryOperator<String> change) {
    String was = text(path);
    String is = change.apply(was);
    if (was.equals(is)) {
      throw new AssertionError(path + " is not changed");
    }
    files.put(Bundle.SOURCES + path, is.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private String text(String path) {
    byte[] bytes = files.getOrDefault(Bundle.SOURCES + path, new byte[0]);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The same, its manifest with the digests of the files as they now are. */
  public PackedInTests restated() {
    ObjectNode digests = manifest.putObject("files");
    files.forEach((path, bytes) -> digests.put(path, Bundle.sha256(bytes)));
    SortedMap<String, byte[]> sources = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith(Bundle.SOURCES)) {
            sources.put(path.substring(Bundle.SOURCES.length()), bytes);
          }
        });
    manifest.put("digest", Bundle.digestOf(sources));
    return this;
  }

  public byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, Bundle.MANIFEST, JSON.writeValueAsBytes(manifest));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Opens it with the digest it has. */
  public Bundle open() throws IOException {
    byte[] zip = zip();
    return Bundle.open("changed", zip, Bundle.sha256(zip));
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
