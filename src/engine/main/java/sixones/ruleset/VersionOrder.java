package sixones.ruleset;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * Orders the versions of a rule set, older ones first. Versions are compared part by part: numbers
 * by their value, anything else as text, so that 2022.10 is newer than 2022.9 and 2022.2.1 newer
 * than 2022.2.
 */
public enum VersionOrder implements Comparator<String> {
  OLDEST_FIRST;

  @Override
  public int compare(String one, String other) {
    String[] these = one.split("\\.");
    String[] those = other.split("\\.");
    for (int i = 0; i < Math.min(these.length, those.length); i++) {
      int order = part(these[i], those[i]);
      if (order != 0) {
        return order;
      }
    }
    int length = Integer.compare(these.length, those.length);
    return length != 0 ? length : one.compareTo(other);
  }

  private static int part(String one, String other) {
    boolean areNumbers = one.matches("[0-9]+") && other.matches("[0-9]+");
    return areNumbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }
}
