package sixones.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A difference of two short texts, marked with square brackets. Chinese is compared by character
 * and other scripts by word.
 *
 * @param one the first text with its differing parts in brackets
 * @param other the second text with its differing parts in brackets
 */
record MarkedDifference(String one, String other) {
  /**
   * The maximum length for the full comparison, which takes quadratic time. In longer texts only
   * the common prefix and suffix are found.
   */
  private static final int MOST_WORDS = 200;

  static MarkedDifference between(String one, String other) {
    List<String> a = words(one);
    List<String> b = words(other);
    boolean[] inA = new boolean[a.size()];
    boolean[] inB = new boolean[b.size()];
    if (a.size() <= MOST_WORDS && b.size() <= MOST_WORDS) {
      markCommon(a, b, inA, inB);
    } else {
      markEnds(a, b, inA, inB);
    }
    return new MarkedDifference(marked(a, inA), marked(b, inB));
  }

  /** Marks the words of a longest common subsequence. */
  private static void markCommon(List<String> a, List<String> b, boolean[] inA, boolean[] inB) {
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).equals(b.get(j))) {
        inA[i++] = true;
        inB[j++] = true;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private static void markEnds(List<String> a, List<String> b, boolean[] inA, boolean[] inB) {
    int least = Math.min(a.size(), b.size());
    int start = 0;
    while (start < least && a.get(start).equals(b.get(start))) {
      inA[start] = true;
      inB[start++] = true;
    }
    for (int end = 1; end <= least - start; end++) {
      if (!a.get(a.size() - end).equals(b.get(b.size() - end))) {
        return;
      }
      inA[a.size() - end] = true;
      inB[b.size() - end] = true;
    }
  }

  private static String marked(List<String> words, boolean[] common) {
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (!common[i] && (i == 0 || common[i - 1])) {
        marked.append('[');
      }
      marked.append(words.get(i));
      if (!common[i] && (i + 1 == words.size() || common[i + 1])) {
        marked.append(']');
      }
    }
    return marked.toString();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean word = UCharacter.isLetterOrDigit(c) && UScript.getScript(c) != UScript.HAN;
      if (i > start && !(word && inWord)) {
        words.add(text.substring(start, i));
        start = i;
      }
      inWord = word;
      i += Character.charCount(c);
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }
}
