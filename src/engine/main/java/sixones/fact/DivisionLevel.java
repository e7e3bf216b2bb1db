package sixones.fact;

import java.util.Locale;
import java.util.regex.Pattern;

/** The level of an administrative division, by the form of its code (GB/T 2260). */
public enum DivisionLevel {
  PROVINCE(".+(省|市|区)"),
  PREFECTURE(".+(市|地区|州|盟|行政区)"),
  COUNTY(".+[县市区旗]");

  /** What stands in tables of codes to group divisions, and is none. */
  private static final Pattern HEADING = Pattern.compile("市辖区|市辖县|县|.*直辖.*");

  private final Pattern named;

  DivisionLevel(String named) {
    this.named = Pattern.compile(named);
  }

  /** Returns the word for the level in files of a rule set. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
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
    return named.matcher(name).matches() && !HEADING.matcher(name).matches();
  }
}
