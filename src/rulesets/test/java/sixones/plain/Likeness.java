package sixones.plain;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Whether two names as written that are not the same are at least alike. */
public final class Likeness {
  private static final int ENOUGH_HAN = 3;
  private static final int ENOUGH_OTHERS = 5;

  private final Parameters parameters;

  public Likeness(Parameters parameters) {
    this.parameters = parameters;
  }

  /** What of a name as written is compared, its traditional characters simplified. */
  public record Compared(String stem, List<String> parts) {}

  public Compared read(String written) {
    String simplified = Ideographs.SIMPLIFIED.replace(Folding.fold(written));
    return new Compared(
        parameters.names().stem(simplified), Cores.parts(parameters.cores().core(written)));
  }

  public static boolean areAlike(Compared one, Compared other) {
    return one.stem().equals(other.stem())
        || !Collections.disjoint(one.parts(), other.parts())
        || isLongEnough(one.stem())
            && isLongEnough(other.stem())
            && areOneEditApart(one.stem(), other.stem());
  }

  private static boolean isLongEnough(String stem) {
    long han = Characters.count(stem, Characters.HAN);
    long others =
        stem.codePoints()
            .filter(c -> Characters.LETTERS_AND_NUMBERS.contains(c) && !Characters.HAN.contains(c))
            .count();
    return han >= ENOUGH_HAN || others >= ENOUGH_OTHERS;
  }

  private static boolean areOneEditApart(String one, String other) {
    List<Integer> a = characters(one);
    List<Integer> b = characters(other);
    if (a.size() == b.size()) {
      return isOneReplaced(a, b);
    }
    return a.size() < b.size() ? isOneLeftOut(b, a) : isOneLeftOut(a, b);
  }

  private static boolean isOneReplaced(List<Integer> a, List<Integer> b) {
    int replaced = 0;
    for (int i = 0; i < a.size(); i++) {
      replaced += a.get(i).equals(b.get(i)) ? 0 : 1;
    }
    return replaced == 1;
  }

  private static boolean isOneLeftOut(List<Integer> longer, List<Integer> shorter) {
    if (longer.size() != shorter.size() + 1) {
      return false;
    }
    int same = 0;
    while (same < shorter.size() && longer.get(same).equals(shorter.get(same))) {
      same++;
    }
    return longer.subList(same + 1, longer.size()).equals(shorter.subList(same, shorter.size()));
  }

  private static List<Integer> characters(String text) {
    return Arrays.asList(text.codePoints().boxed().toArray(Integer[]::new));
  }
}
