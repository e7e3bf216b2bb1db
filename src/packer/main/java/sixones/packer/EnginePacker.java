package sixones.packer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sixones.door.Evaluator;
import sixones.rule.Bundle;

/**
 * Packs the engine as one jar: a manifest, and below {@code lib/} its own classes and its
 * libraries, each a jar as it came. Nothing is compressed again and no time is written, so that the
 * same files give the same bytes on every Java.
 */
public final class EnginePacker {
  public static final String MANIFEST = "engine.json";
  public static final String OWN = "lib/sixones-engine.jar";
  private static final String LIB = "lib/";

  private EnginePacker() {}

  /**
   * A library of the engine.
   *
   * @param coordinates {@code group:artifact:version}
   */
  public record Library(String coordinates, byte[] jar) {
    String file() {
      String[] parts = coordinates.split(":");
      return LIB + parts[1] + "-" + parts[2] + ".jar";
    }
  }

  /**
   * Packs the engine, and writes its digest and name to the file {@code index} beside it.
   *
   * @param arguments the folder of the engine's classes; the jar to write; the local repository; a
   *     class path, whose jars in that repository are the libraries
   */
  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[1]);
    Path repository = Path.of(arguments[2]).toRealPath();
    List<Library> libraries = new ArrayList<>();
    for (String entry : arguments[3].split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (Files.isRegularFile(jar) && jar.toRealPath().startsWith(repository)) {
        libraries.add(library(repository.relativize(jar.toRealPath()), jar));
      }
    }
    byte[] engine = pack(ownClasses(Path.of(arguments[0])), libraries);
    Files.createDirectories(out.getParent());
    Files.write(out, engine);
    String line = Bundle.sha256(engine) + "  " + out.getFileName() + "\n";
    Files.writeString(out.resolveSibling("index"), line);
  }

  /** Reads the coordinates of a library from its place in a repository of Maven's layout. */
  private static Library library(Path place, Path jar) throws IOException {
    int names = place.getNameCount();
    StringBuilder group = new StringBuilder();
    place.subpath(0, names - 3).forEach(part -> group.append('.').append(part));
    String coordinates =
        group.substring(1) + ":" + place.getName(names - 3) + ":" + place.getName(names - 2);
    return new Library(coordinates, Files.readAllBytes(jar));
  }

  /** Packs the classes and resources of a folder as a jar. */
  public static byte[] ownClasses(Path folder) throws IOException {
    return StoredZip.of(BundlePacker.read(folder));
  }

  /** Packs an engine of its own classes and its libraries. */
  public static byte[] pack(byte[] own, List<Library> libraries) throws IOException {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("format", "sixones/engine/1").put("door", Evaluator.class.getName());
    manifest.putArray("files").addObject().put("file", OWN).put("sha256", Bundle.sha256(own));
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(OWN, own);
    List<Library> sorted = new ArrayList<>(libraries);
    sorted.sort((one, other) -> one.coordinates().compareTo(other.coordinates()));
    for (Library library : sorted) {
      if (files.put(library.file(), library.jar()) != null) {
        throw new IllegalArgumentException("two libraries would be " + library.file());
      }
      manifest
          .withArray("files")
          .addObject()
          .put("file", library.file())
          .put("sha256", Bundle.sha256(library.jar()))
          .put("library", library.coordinates());
    }
    files.put(MANIFEST, manifest.toPrettyString().getBytes(StandardCharsets.UTF_8));
    return StoredZip.of(files);
  }
}
