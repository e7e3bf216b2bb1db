package sixones.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;

/**
 * The classes of one engine and of its libraries, apart from those of the application: nothing but
 * the JDK is shared. They are read from a folder that only the owner of this process may enter, and
 * that is deleted when the process ends.
 */
final class EngineClasses extends URLClassLoader {
  private static final String MANIFEST = "engine.json";
  private static final Pattern JAR = Pattern.compile("lib/[A-Za-z0-9._-]+[.]jar");

  private EngineClasses(String sha256, List<URL> jars) {
    super("engine-" + sha256, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /**
   * Unpacks an engine whose digest and signature hold.
   *
   * @throws BrokenRuleSet if it is not packed as an engine is
   */
  static ClassLoader of(String sha256, byte[] engine) {
    try {
      Map<String, byte[]> files = files(engine);
      Path folder = Files.createTempDirectory("sixones-engine-");
      folder.toFile().deleteOnExit();
      List<URL> jars = new ArrayList<>();
      for (JsonNode file : new ObjectMapper().readTree(files.get(MANIFEST)).path("files")) {
        String name = file.path("file").asText();
        byte[] jar = files.get(name);
        if (jar == null
            || !JAR.matcher(name).matches()
            || !Bundle.sha256(jar).equals(file.path("sha256").asText())) {
          throw new BrokenRuleSet("the engine " + sha256 + " lacks its " + name);
        }
        Path path = folder.resolve(name.substring(name.indexOf('/') + 1));
        Files.write(path, jar);
        path.toFile().deleteOnExit();
        jars.add(path.toUri().toURL());
      }
      return new EngineClasses(sha256, jars);
    } catch (IOException e) {
      throw new BrokenRuleSet("the engine " + sha256 + " cannot be unpacked", e);
    }
  }

  private static Map<String, byte[]> files(byte[] engine) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(engine))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    if (!files.containsKey(MANIFEST)) {
      throw new IOException("there is no " + MANIFEST);
    }
    return files;
  }
}
