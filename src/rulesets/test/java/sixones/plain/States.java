package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells the state of a text, by the lists of what stands in for an answer. */
public final class States {
  private static final String NUMERALS = "0123456789一二三四五六七八九十";

  private final Set<String> words;
  private final Set<String> characters;
  private final List<String> beginnings;
  private final List<String> endings;
  private final List<String> bracketed;

  public States(Parameters parameters) {
    words = Set.copyOf(bare(parameters.texts("placeholder-words")));
    characters = Set.copyOf(bare(parameters.texts("placeholder-characters")));
    beginnings = bare(parameters.texts("placeholder-beginnings"));
    endings = bare(parameters.texts("placeholder-endings"));
    bracketed = bare(parameters.texts("placeholder-bracketed-endings"));
  }

  private static List<String> bare(List<String> texts) {
    List<String> bare = new ArrayList<>();
    for (String text : texts) {
      bare.add(Folding.bare(Folding.fold(text)));
    }
    bare.removeIf(String::isEmpty);
    return bare;
  }

  public State ofName(JsonNode text) {
    return text.isTextual() ? ofName(text.textValue(), Folding.fold(text.textValue())) : State.NONE;
  }

  public State ofProse(JsonNode text) {
    return text.isTextual()
        ? ofProse(text.textValue(), Folding.bare(Folding.fold(text.textValue())))
        : State.NONE;
  }

  /** The state of a name as written and folded. */
  public State ofName(String text, String folded) {
    String bare = Folding.bare(folded);
    State state = ofProse(text, bare);
    boolean provisional = state == State.STATED && isProvisional(folded, bare);
    return provisional ? State.PLACEHOLDER : state;
  }

  private State ofProse(String text, String bare) {
    if (Texts.isLost(text)) {
      return State.LOST;
    }
    if (isRepeated(bare)) {
      return State.PLACEHOLDER;
    }
    if (!Texts.isLegible(text)) {
      return State.NONE;
    }
    return isWhole(bare) ? State.PLACEHOLDER : State.STATED;
  }

  private boolean isRepeated(String bare) {
    int times = Characters.count(bare);
    if (times < 2) {
      return false;
    }
    String first = bare.substring(0, bare.offsetByCodePoints(0, 1));
    return bare.equals(first.repeat(times)) && characters.contains(first);
  }

  private boolean isWhole(String bare) {
    int end = bare.length();
    while (end > 0 && NUMERALS.indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.contains(bare) || words.contains(bare.substring(0, end));
  }

  private boolean isProvisional(String folded, String bare) {
    for (String beginning : beginnings) {
      if (bare.startsWith(beginning)) {
        return true;
      }
    }
    for (String ending : endings) {
      if (bare.endsWith(ending)) {
        return true;
      }
    }
    return isBracketed(folded);
  }

  private boolean isBracketed(String folded) {
    int opening = folded.lastIndexOf('(');
    return folded.endsWith(")")
        && opening > 0
        && bracketed.contains(Folding.bare(folded.substring(opening + 1, folded.length() - 1)));
  }
}
