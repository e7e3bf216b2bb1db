package sixones.rule;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * One packed rule set version: its sources, the classes compiled from them at build time, and a
 * manifest with the digest of each file. Opening a bundle verifies every digest.
 */
public final class Bundle {
  /** Reads numbers as they are written: a parameter is compared exactly. */
  private static final ObjectMapper EXACT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  public static final String MANIFEST = "manifest.json";
  public static final String SOURCES = "sources/";
  public static final String CLASSES = "classes/";
  private static final int MOST_BYTES = 16 << 20;

  private final String sha256;
  private final JsonNode manifest;
  private final Map<String, byte[]> files;

  private Bundle(String sha256, JsonNode manifest, Map<String, byte[]> files) {
    this.sha256 = sha256;
    this.manifest = manifest;
    this.files = files;
  }

  /**
   * Opens a bundle and verifies its digests.
   *
   * @param name the name of the bundle in messages
   * @param expected the SHA-256 of {@code zip}, in hexadecimal
   * @throws BrokenRuleSet if the bundle cannot be unpacked or a digest does not match
   */
  public static Bundle open(String name, byte[] zip, String expected) {
    if (!sha256(zip).equals(expected)) {
      throw new BrokenRuleSet(
          name + ": the bundle's digest is " + sha256(zip) + ", expected " + expected);
    }
    try {
      Map<String, byte[]> files = unpack(name, zip);
      byte[] manifestBytes = files.remove(MANIFEST);
      if (manifestBytes == null) {
        throw new BrokenRuleSet(name + ": holds no " + MANIFEST);
      }
      Bundle bundle = new Bundle(expected, EXACT.readTree(manifestBytes), files);
      bundle.verify(name);
      return bundle;
    } catch (IOException e) {
      throw new BrokenRuleSet(name + ": cannot be unpacked", e);
    }
  }

  private static Map<String, byte[]> unpack(String name, byte[] zip) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    int total = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readNBytes(MOST_BYTES - total + 1);
        total += bytes.length;
        if (total > MOST_BYTES) {
          throw new BrokenRuleSet(name + ": holds more than " + MOST_BYTES + " bytes");
        }
        if (files.put(entry.getName(), bytes) != null) {
          throw new BrokenRuleSet(name + ": holds " + entry.getName() + " twice");
        }
      }
    }
    return files;
  }

  private void verify(String name) {
    JsonNode digests = manifest.path("files");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String stated = digests.path(file.getKey()).asText("none");
      if (!stated.equals(sha256(file.getValue()))) {
        throw new BrokenRuleSet(name + ": " + file.getKey() + " does not have its stated digest");
      }
    }
    for (Iterator<String> names = digests.fieldNames(); names.hasNext(); ) {
      String stated = names.next();
      if (!files.containsKey(stated)) {
        throw new BrokenRuleSet(name + ": " + stated + " is missing");
      }
    }
    // Each file has its stated digest by now; to compute those of the sources again would take as
    // long.
    SortedMap<String, String> stated = new TreeMap<>();
    sources().keySet().forEach(p -> stated.put(p, digests.path(SOURCES + p).asText()));
    if (!digestOver(stated).equals(manifest.path("digest").asText())) {
      throw new BrokenRuleSet(name + ": the sources do not have the rule set's digest");
    }
  }

  /** Returns the SHA-256 of the packed bundle, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public JsonNode manifest() {
    return manifest;
  }

  /** Returns the source files of the rule set by their path in its folder. */
  public SortedMap<String, byte[]> sources() {
    SortedMap<String, byte[]> sources = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith(SOURCES)) {
            sources.put(path.substring(SOURCES.length()), bytes);
          }
        });
    return sources;
  }

  /**
   * Returns the bytes of a compiled class; null if the bundle has no such class.
   *
   * @param className the binary name of the class
   */
  public byte[] compiled(String className) {
    return files.get(CLASSES + className.replace('.', '/') + ".class");
  }

  /**
   * Computes the digest of a rule set: the SHA-256, in hexadecimal, over the paths and digests of
   * its files in path order.
   */
  public static String digestOf(SortedMap<String, byte[]> sources) {
    SortedMap<String, String> digests = new TreeMap<>();
    sources.forEach((path, bytes) -> digests.put(path, sha256(bytes)));
    return digestOver(digests);
  }

  private static String digestOver(SortedMap<String, String> digests) {
    StringBuilder list = new StringBuilder();
    digests.forEach((path, digest) -> list.append(digest).append("  ").append(path).append('\n'));
    return sha256(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
