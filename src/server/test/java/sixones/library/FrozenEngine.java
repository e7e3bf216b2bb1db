package sixones.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import sixones.rule.Bundle;

/**
 * An engine that is kept in the repository as its manifest and its own classes; its libraries are
 * read from the local repository.
 */
public final class FrozenEngine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FrozenEngine() {}

  /** Puts the engine of a folder together again, byte for byte as it was packed. */
  public static byte[] of(Path folder) throws IOException {
    byte[] manifest = Files.readAllBytes(folder.resolve("engine.json"));
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("engine.json", manifest);
    for (JsonNode file : JSON.readTree(manifest).path("files")) {
      Path jar =
          file.has("library")
              ? inRepository(file.path("library").asText())
              : folder.resolve("engine-classes.jar");
      assertThat(jar)
          .as("add %s to libraries-of-frozen-engines in pom.xml", file.path("library").asText())
          .exists();
      byte[] bytes = Files.readAllBytes(jar);
      assertThat(Bundle.sha256(bytes)).as(jar.toString()).isEqualTo(file.path("sha256").asText());
      files.put(file.path("file").asText(), bytes);
    }
    return EngineCopy.zip(files);
  }

  private static Path inRepository(String coordinates) {
    String[] parts = coordinates.split(":");
    return Path.of(System.getProperty("repository"))
        .resolve(parts[0].replace('.', File.separatorChar))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + ".jar");
  }
}
