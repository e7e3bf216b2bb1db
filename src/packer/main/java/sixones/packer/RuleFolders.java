package sixones.packer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.VersionOrder;

/**
 * The folders of {@code rules/}. {@code <set>} holds the newest version of a rule set, {@code
 * <set>@<version>} a frozen one, whose digest stands in {@link FrozenFolders#FILE}.
 */
final class RuleFolders {
  private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*[\"']?([^\"'\\s#]*)");
  private static final Pattern FROM = Pattern.compile("@from\\(\"([0-9-]+)\"\\)");

  /**
   * One folder.
   *
   * @param set the id of the rule set
   * @param frozen the version in the folder's name; null for the newest version
   */
  record Folder(String name, String set, String frozen, SortedMap<String, byte[]> files) {
    static Folder of(Path path) throws IOException {
      String name = path.getFileName().toString();
      int at = name.indexOf('@');
      return new Folder(
          name,
          at < 0 ? name : name.substring(0, at),
          at < 0 ? null : name.substring(at + 1),
          BundlePacker.read(path));
    }

    /**
     * Packs the folder. A frozen version gives the bytes that it gave when it was the newest.
     *
     * @throws BrokenRuleSet if the rule set is invalid; its message names files of this folder
     */
    byte[] pack() throws IOException {
      try {
        return new BundlePacker(set, files).pack();
      } catch (BrokenRuleSet e) {
        String says = e.getMessage().replace("rules/" + set + "/", "rules/" + name + "/");
        throw new BrokenRuleSet(says, e);
      }
    }

    /** Returns the version that {@code ruleset.yaml} states; empty if it states none. */
    String version() {
      Matcher found = VERSION.matcher(described());
      return found.find() ? found.group(1) : "";
    }

    /** Returns the first day on which one of its rules is in force; empty if none says so. */
    private String firstDay() {
      return files.entrySet().stream()
          .filter(file -> file.getKey().endsWith(".drl"))
          .map(file -> FROM.matcher(new String(file.getValue(), StandardCharsets.UTF_8)))
          .flatMap(found -> found.results().map(result -> result.group(1)))
          .min(Comparator.naturalOrder())
          .orElse("");
    }

    private String versionLine() {
      Matcher found = VERSION.matcher(described());
      long line = found.find() ? described().substring(0, found.start()).lines().count() + 1 : 1;
      return "rules/" + name + "/ruleset.yaml:" + line + ": ";
    }

    private String described() {
      byte[] bytes = files.getOrDefault("ruleset.yaml", new byte[0]);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final List<Folder> folders;
  private final List<String> reasons = new ArrayList<>();

  private RuleFolders(List<Folder> folders) {
    this.folders = folders;
  }

  /**
   * Reads the folders: rule sets by the first day of their rules, so that a further programme moves
   * none before it, then by id; the newest version of each first.
   *
   * @throws BrokenRuleSet if name and version of a folder do not agree, if a frozen version is not
   *     older than the newest, or if its files do not have the digest written down for it
   */
  static List<Folder> read(Path rules) throws IOException {
    List<Folder> folders = new ArrayList<>();
    try (Stream<Path> paths = Files.list(rules)) {
      for (Path path : paths.filter(Files::isDirectory).sorted().toList()) {
        folders.add(Folder.of(path));
      }
    }
    Comparator<Folder> newestFirst =
        Comparator.comparing(Folder::version, VersionOrder.OLDEST_FIRST.reversed());
    Map<String, String> days = new HashMap<>();
    folders.forEach(folder -> days.merge(folder.set(), folder.firstDay(), RuleFolders::earlier));
    folders.sort(
        Comparator.comparing((Folder folder) -> days.get(folder.set()))
            .thenComparing(Folder::set)
            .thenComparing(folder -> folder.frozen() != null)
            .thenComparing(newestFirst));
    RuleFolders read = new RuleFolders(folders);
    read.folders.stream().filter(folder -> folder.frozen() != null).forEach(read::checkFrozen);
    read.reasons.addAll(FrozenFolders.of(rules).reasons(FrozenFolders.digests(rules)));
    if (!read.reasons.isEmpty()) {
      throw new BrokenRuleSet(String.join("\n", read.reasons));
    }
    return folders;
  }

  private static String earlier(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private void checkFrozen(Folder folder) {
    if (!folder.version().equals(folder.frozen())) {
      reasons.add(folder.versionLine() + "the version is the folder's: " + folder.frozen());
      return;
    }
    Folder newest =
        folders.stream()
            .filter(other -> other.frozen() == null && other.set().equals(folder.set()))
            .findFirst()
            .orElse(null);
    if (newest == null) {
      reasons.add(
          folder.versionLine()
              + "a version is frozen beside the newest one, and there is no rules/"
              + folder.set()
              + "/");
    } else if (VersionOrder.OLDEST_FIRST.compare(newest.version(), folder.version()) <= 0) {
      reasons.add(
          newest.versionLine()
              + "the newest version is newer than each frozen one; "
              + newest.version()
              + " is not newer than "
              + folder.version());
    }
  }
}
