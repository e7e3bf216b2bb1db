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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final Map<String, BidContract> CONTRACTS = new ConcurrentHashMap<>();

  /** The contract of the rule set. */
  public static final BidContract CONTRACT = contract(RULE_SET);

  private Fixtures() {}

  /** The contract of a rule set. */
  public static BidContract contract(String ruleSet) {
    return CONTRACTS.computeIfAbsent(
        ruleSet, id -> BidContract.of(yaml(Project.file("rules").resolve(id).resolve("bid.yaml"))));
  }

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

    /** The day of the complete bid, and of every fixture that names none of its own. */
    public LocalDate day() {
      Path about = path.resolve("about.yaml");
      return Files.exists(about) ? LocalDate.parse(yaml(about).path("asOf").asText()) : BID_DAY;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** One change of the compliant bid and what one rule must say of it. */
  public record Fixture(Path path, String rule, String outcome, JsonNode body) {
    public LocalDate asOf() {
      return LocalDate.parse(body.path("asOf").asText(folder().day().toString()));
    }

    public Folder folder() {
      return new Folder(path.getParent().getParent().getParent());
    }

    /** The rule set whose rule this shows. */
    public String ruleSet() {
      return setOf(folder());
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
        return read(Files.readAllBytes(folder.resolve("bid.json")), contract(of().name()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The rule set that the bid is for. */
    public String ruleSet() {
      return setOf(of());
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

  /** Returns the folder of a rule set's newest version. */
  public static Folder of(String ruleSet) {
    return new Folder(FIXTURES.resolve(ruleSet));
  }

  private static String setOf(Folder folder) {
    return folder.name().replaceFirst("@.*$", "");
  }

  /** The names of the rule sets that have fixtures. */
  public static List<String> ruleSets() {
    return folders().stream().map(Fixtures::setOf).distinct().toList();
  }

  /** The fixtures of every rule set. */
  public static List<Fixture> ofAll() {
    return ruleSets().stream().flatMap(set -> all(set).stream()).toList();
  }

  /** The whole bids of every rule set. */
  public static List<WholeBid> bidsOfAll() {
    return ruleSets().stream().flatMap(set -> bids(set).stream()).toList();
  }

  public static List<Fixture> all(String ruleSet) {
    return of(ruleSet).all();
  }

  public static List<Fixture> all() {
    return ROOT.all();
  }

  public static List<WholeBid> bids() {
    return ROOT.bids();
  }

  public static List<WholeBid> bids(String ruleSet) {
    return of(ruleSet).bids();
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

  /**
   * The complete made-up bid without what only its applicant and the programme office may see, so
   * that auditors read it, too.
   */
  public static ObjectNode readable() {
    ObjectNode bid = compliant();
    bid.remove("coreTechnologies");
    return bid;
  }

  /** The day of the complete bid of a rule set. */
  public static LocalDate day(String ruleSet) {
    return of(ruleSet).day();
  }

  /** The complete made-up bid of a rule set, to change at will. */
  public static ObjectNode compliant(String ruleSet) {
    return of(ruleSet).compliant();
  }

  public static JsonNode json(Path path) {
    try {
      return JSON.readTree(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  /** A bid as a draft, read by the contract of the rule set that it names. */
  public static Draft draft(JsonNode bid) {
    String named = bid.path("ruleSet").asText();
    return read(
        bid.toString().getBytes(StandardCharsets.UTF_8),
        ruleSets().contains(named) ? contract(named) : CONTRACT);
  }

  private static Draft read(byte[] bytes, BidContract contract) {
    try {
      return Draft.read(bytes, Draft.Format.JSON, contract);
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
