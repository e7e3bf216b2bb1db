package sixones.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sixones.text.WhiteSpace;

/**
 * Who a person is and how to reach them, beside the name they sign in with. Each part is null if it
 * is not known.
 *
 * @param fullName at most {@value #LONGEST} code points, as the other parts
 * @param office where the person works
 * @param telephone at most {@value #LONGEST_TELEPHONE} code points
 */
public record Particulars(String fullName, String office, String telephone) {
  static final int LONGEST = 100;
  static final int LONGEST_TELEPHONE = 40;

  /** Nothing is known. */
  public static final Particulars NONE = new Particulars(null, null, null);

  /** Returns the particulars as somebody wrote them: stripped, and null where blank. */
  public static Particulars written(String fullName, String office, String telephone) {
    return new Particulars(stated(fullName), stated(office), stated(telephone));
  }

  private static String stated(String text) {
    return text == null || WhiteSpace.fills(text) ? null : text.strip();
  }

  /** Returns whether anything is known. */
  public boolean isKnown() {
    return !equals(NONE);
  }

  /** Returns what is known on one line. */
  public String line() {
    return Stream.of(fullName, office, telephone)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /** Returns the defects: parts that are too long or hold characters nobody can read. */
  public List<UnfitPerson.Defect> defects() {
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    require(fullName, LONGEST, "/fullName", "full-name", defects);
    require(office, LONGEST, "/office", "office", defects);
    require(telephone, LONGEST_TELEPHONE, "/telephone", "telephone", defects);
    return defects;
  }

  private static void require(
      String text, int longest, String pointer, String kind, List<UnfitPerson.Defect> defects) {
    if (text != null && (text.codePointCount(0, text.length()) > longest || !isReadable(text))) {
      defects.add(new UnfitPerson.Defect(pointer, kind));
    }
  }

  private static boolean isReadable(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
