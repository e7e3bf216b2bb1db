package sixones.plain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sixones.finding.Finding;

/** Compares what the engine found with what a plain evaluator found. */
public final class Readings {
  private Readings() {}

  /** Returns what both found, by the rules they differ on: short enough to read in a failure. */
  public static Map<String, String> differences(List<Finding> found, List<PlainFinding> plainly) {
    return differences(told(found), toldPlainly(plainly));
  }

  private static Map<String, String> differences(
      Map<String, String> engine, Map<String, String> plain) {
    Map<String, String> differences = new TreeMap<>();
    Set<String> rules = new TreeSet<>(engine.keySet());
    rules.addAll(plain.keySet());
    for (String rule : rules) {
      if (!Objects.equals(engine.get(rule), plain.get(rule))) {
        differences.put(
            rule, "\nengine: " + engine.get(rule) + "\nplain: " + plain.get(rule) + "\n");
      }
    }
    return differences;
  }

  private static Map<String, String> told(List<Finding> findings) {
    Map<String, String> told = new TreeMap<>();
    for (Finding finding : findings) {
      StringBuilder line = new StringBuilder(finding.outcome().name());
      for (Finding.At at : finding.places()) {
        line.append('\n').append(at.pointer()).append(' ').append(at.outcome());
        line.append(' ').append(at.values());
      }
      told.put(finding.rule().id(), line.toString());
    }
    return told;
  }

  private static Map<String, String> toldPlainly(List<PlainFinding> findings) {
    Map<String, String> told = new TreeMap<>();
    for (PlainFinding finding : findings) {
      StringBuilder line = new StringBuilder(finding.outcome());
      for (PlainPlace place : finding.places()) {
        line.append('\n').append(place.pointer()).append(' ').append(place.outcome());
        line.append(' ').append(place.values());
      }
      told.put(finding.rule(), line.toString());
    }
    return told;
  }
}
