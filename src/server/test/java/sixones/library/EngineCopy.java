package sixones.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import sixones.Project;
import sixones.rule.Bundle;

/**
 * The packed engine with one of its sources changed and compiled anew, as another release has it.
 */
public final class EngineCopy {
  private static final String OWN = "lib/sixones-engine.jar";

  /** The time that the build writes into each entry. */
  private static final LocalDateTime TIME = LocalDateTime.of(2022, 6, 13, 0, 0);

  private static final Map<String, PackedEngine> MADE = new ConcurrentHashMap<>();

  private EngineCopy() {}

  /** An engine that takes every place elsewhere for one within the applicant. */
  public static PackedEngine withLenientParks() {
    return with(
        "fact/derived/Locator.java",
        "return Location.of(Location.ELSEWHERE);",
        "return Location.of(Location.WITHIN);");
  }

  /** An engine whose answers have a member more. */
  public static PackedEngine withOneMemberMore() {
    return with(
        "answer/AnswerWriter.java",
        "    json.member(FORMAT_MEMBER, FORMAT);",
        "    json.member(FORMAT_MEMBER, FORMAT); json.member(\"more\", \"told\");");
  }

  /** An engine that was made before engines explained. */
  public static PackedEngine withoutExplanations() {
    return with("door/Evaluator.java", "public byte[] explain(", "public byte[] explained(");
  }

  /** An engine that explains everything and cannot be asked for less. */
  public static PackedEngine withoutAsking() {
    return with("door/Evaluator.java", "      int others) {", "      Integer others) {");
  }

  /** An engine in which a method that compiled rules call has another name. */
  public static PackedEngine withRenamedGetter() {
    return with("fact/Place.java", " against(", " versus(");
  }

  private static PackedEngine with(String source, String was, String becomes) {
    return MADE.computeIfAbsent(source + becomes, copy -> make(source, was, becomes));
  }

  private static PackedEngine make(String source, String was, String becomes) {
    try {
      Path out = Files.createTempDirectory(Path.of("target"), "engine-copy");
      compile(source, was, becomes, out);
      Map<String, byte[]> own = files(files(PackedEngine.bundled().jar().get()).get(OWN));
      try (Stream<Path> classes = Files.walk(out.resolve("classes"))) {
        for (Path path : classes.filter(Files::isRegularFile).toList()) {
          String name = out.resolve("classes").relativize(path).toString();
          own.put(name.replace(File.separatorChar, '/'), Files.readAllBytes(path));
        }
      }
      return packed(zip(own));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The engine with other classes of its own and the same libraries. */
  static PackedEngine packed(byte[] own) throws IOException {
    Map<String, byte[]> files = files(PackedEngine.bundled().jar().get());
    ObjectMapper json = new ObjectMapper();
    JsonNode manifest = json.readTree(files.get("engine.json"));
    for (JsonNode file : manifest.path("files")) {
      if (file.path("file").asText().equals(OWN)) {
        ((ObjectNode) file).put("sha256", Bundle.sha256(own));
      }
    }
    files.put("engine.json", json.writeValueAsBytes(manifest));
    files.put(OWN, own);
    byte[] engine = zip(files);
    return new PackedEngine(Bundle.sha256(engine), () -> engine);
  }

  private static void compile(String source, String was, String becomes, Path out)
      throws IOException {
    Path file = Project.file("src/engine/main/java/sixones/" + source);
    String text = Files.readString(file);
    if (!text.contains(was)) {
      throw new AssertionError(source + " holds no " + was);
    }
    Path changed = out.resolve(file.getFileName());
    Files.writeString(changed, text.replace(was, becomes));
    String classPath =
        Project.file("src/engine/target/classes")
            + File.pathSeparator
            + System.getProperty("java.class.path");
    List<String> options =
        List.of(
            "-proc:none",
            "-parameters",
            "--release",
            "17",
            "-cp",
            classPath,
            "-d",
            out.resolve("classes").toString(),
            changed.toString());
    int code =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("the changed " + source + " does not compile");
    }
  }

  static Map<String, byte[]> files(byte[] jar) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  /** Packs files as the build packs an engine, so that the same files are the same bytes. */
  static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        CRC32 sum = new CRC32();
        sum.update(file.getValue());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
