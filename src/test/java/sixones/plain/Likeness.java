package sixones.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether two names as written that are not the same are at least alike. */
final class Likeness {
  private static final int ENOUGH_HAN = 3;
  private static final int ENOUGH_OTHERS = 5;

  private final Parameters parameters;

  Likeness(Parameters parameters) {
    this.parameters = parameters;
  }

  String stem(String written) {
    return parameters.names().stem(Folding.fold(written));
  }

  boolean areAlike(String one, String other) {
    String oneStem = stem(one);
    String otherStem = stem(other);
    return Ideographs.SIMPLIFIED.replace(oneStem).equals(Ideographs.SIMPLIFIED.replace(otherStem))
        || parameters.cores().haveCommonPart(one, other)
        || isLongEnough(oneStem) && isLongEnough(otherStem) && areOneEditApart(oneStem, otherStem);
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
    for (int i = 0; i < longer.size(); i++) {
      List<Integer> less = new ArrayList<>(longer);
      less.remove(i);
      if (less.equals(shorter)) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> characters(String text) {
    return Arrays.asList(text.codePoints().boxed().toArray(Integer[]::new));
  }
}
