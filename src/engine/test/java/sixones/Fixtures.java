package sixones;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;

/** The fixtures of the repository, and drafts made of them. */
public final class Fixtures {
  public static final String RULE_SET = "sichuan-2022-cities";
  public static final LocalDate BID_DAY = LocalDate.of(2022, 6, 13);
  private static final Path FIXTURES = Project.file("fixtures");
  private static final Folder ROOT = new Folder(FIXTURES.resolve(RULE_SET));
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The contract of the rule set. */
  public static final BidContract CONTRACT =
      BidContract.of(yaml(Project.file("rules").resolve(RULE_SET).resolve("bid.yaml")));

  private Fixtures() {}

  /**
   * The fixtures of one rule set version: those of the newest in {@code <set>}, those of a frozen
   * one in {@code <set>@<version>}.
   */
  public record Folder(Path path) {
    /** The name of the folder, which that of its rules has, too. */
    public String name() {
      return path.getFileName().toString();
    }

    public List<Fixture> all() {
      try (Stream<Path> paths = Files.walk(path)) {
        return paths
            .filter(file -> file.toString().endsWith(".json"))
            .filter(file -> path.relativize(file).getNameCount() == 3)
            .filter(file -> !path.relativize(file).startsWith("bids"))
            .sorted()
            .map(Fixtures::fixture)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public List<WholeBid> bids() {
      try (Stream<Path> paths = Files.list(path.resolve("bids"))) {
        return paths.filter(Files::isDirectory).sorted().map(WholeBid::new).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The complete made-up bid, to change at will. */
    public ObjectNode compliant() {
      return (ObjectNode) json(path.resolve("compliant.json"));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** One change of the compliant bid and what one rule must say of it. */
  public record Fixture(Path path, String rule, String outcome, JsonNode body) {
    public LocalDate asOf() {
      return LocalDate.parse(body.path("asOf").asText(BID_DAY.toString()));
    }

    public Folder folder() {
      return new Folder(path.getParent().getParent().getParent());
    }

    public Draft draft() {
      ObjectNode bid = folder().compliant();
      body.path("change").fields().forEachRemaining(e -> change(bid, e.getKey(), e.getValue()));
      return Fixtures.draft(bid);
    }

    @Override
    public String toString() {
      return (folder().equals(ROOT) ? ROOT.path() : FIXTURES).relativize(path).toString();
    }
  }

  /** A whole bid with what must come of it. */
  public record WholeBid(Path folder) {
    public Folder of() {
      return new Folder(folder.getParent().getParent());
    }

    public Draft draft() {
      try {
        return read(Files.readAllBytes(folder.resolve("bid.json")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public JsonNode about() {
      return yaml(folder.resolve("about.yaml"));
    }

    public LocalDate asOf() {
      return LocalDate.parse(about().path("asOf").asText());
    }

    @Override
    public String toString() {
      return folder.getFileName().toString();
    }
  }

  /** Every folder of fixtures: each rule set, and its frozen versions. */
  public static List<Folder> folders() {
    try (Stream<Path> paths = Files.list(FIXTURES)) {
      return paths.filter(Files::isDirectory).sorted().map(Folder::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Fixture> all() {
    return ROOT.all();
  }

  public static List<WholeBid> bids() {
    return ROOT.bids();
  }

  private static Fixture fixture(Path path) {
    String name = path.getFileName().toString();
    String outcome = name.substring(0, name.indexOf('-')).toUpperCase(java.util.Locale.ROOT);
    return new Fixture(path, path.getParent().getFileName().toString(), outcome, json(path));
  }

  /** The content of a YAML file. */
  public static JsonNode yaml(Path path) {
    try {
      return new YAMLMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  /** The complete made-up bid, to change at will. */
  public static ObjectNode compliant() {
    return ROOT.compliant();
  }

  public static JsonNode json(Path path) {
    try {
      return JSON.readTree(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  /** The compliant bid as a draft, to be changed. */
  public static Draft draft(JsonNode bid) {
    return read(bid.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Draft read(byte[] bytes) {
    try {
      return Draft.read(bytes, Draft.Format.JSON, CONTRACT);
    } catch (UnreadableDraft e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** Puts a value at a place; an index one past a list's end appends. */
  public static void change(JsonNode bid, String pointer, JsonNode value) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = bid.at(place.head());
    String last = place.last().getMatchingProperty();
    if (parent instanceof ArrayNode list) {
      int index = Integer.parseInt(last);
      if (index == list.size()) {
        list.add(value);
      } else {
        list.set(index, value);
      }
    } else if (parent instanceof ObjectNode object) {
      object.set(last, value);
    } else {
      throw new AssertionError("there is no " + place.head() + " to change " + pointer + " in");
    }
  }
}
