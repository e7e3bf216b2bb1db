package sixones.fact;

import java.util.List;
import java.util.regex.Pattern;

/** The level of an administrative division, by the form of its code (GB/T 2260). */
public enum DivisionLevel {
  PROVINCE("province", "省", "市", "区"),
  PREFECTURE("prefecture", "市", "地区", "州", "盟", "行政区"),
  COUNTY("county", "县", "市", "区", "旗");

  /** What stands in tables of codes to group divisions, and is none. */
  private static final Pattern HEADING = Pattern.compile("市辖区|市辖县|县|.*直辖.*");

  private final String word;
  private final List<String> endings;

  DivisionLevel(String word, String... endings) {
    this.word = word;
    this.endings = List.of(endings);
  }

  /**
   * Returns the level with a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DivisionLevel ofWord(String word) {
    for (DivisionLevel level : values()) {
      if (level.word.equals(word)) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level of divisions: " + word);
  }

  /** Returns the word for the level in files of a rule set. */
  public String word() {
    return word;
  }

  /** Returns the level of a code of six digits. */
  public static DivisionLevel of(String code) {
    return code.endsWith("0000") ? PROVINCE : code.endsWith("00") ? PREFECTURE : COUNTY;
  }

  /**
   * Returns whether a name is that of a division with a government of this level, and not a heading
   * of the table (市辖区) or an area without one (群岛, 行政委员会).
   */
  boolean isNamed(String name) {
    boolean ends = endings.stream().anyMatch(end -> name.endsWith(end) && !name.equals(end));
    return ends && !HEADING.matcher(name).matches();
  }
}
