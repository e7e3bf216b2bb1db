package sixones.proceeding.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import sixones.round.Fault;
import sixones.text.Characters;
import sixones.text.Text;

/**
 * Looks for characters that nobody sees in what somebody asks for: fillers, line breaks that are
 * none, tags. What is kept is not looked at again, for which characters there are changes over the
 * years.
 */
final class UnseenText {
  private static final int SHOWN = 60;
  private static final int JOINER = 0x200D;

  private UnseenText() {}

  /** Adds a fault for each text with such a character that has no fault yet. */
  static void look(JsonNode node, String at, List<Fault> faults) {
    if (node.isTextual()) {
      boolean isReasons = at.endsWith("/zh") || at.endsWith("/en");
      boolean isKnown = faults.stream().anyMatch(one -> one.pointer().equals(at));
      if (!isKnown && (isHidden(node.textValue()) || isReasons && isShort(node.textValue()))) {
        faults.add(fault(node, at, isReasons));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        look(node.get(i), at + "/" + i, faults);
      }
    } else {
      node.properties()
          .forEach(
              member ->
                  look(
                      member.getValue(),
                      at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                      faults));
    }
  }

  private static Fault fault(JsonNode text, String at, boolean isReasons) {
    String shown = Text.shortened(text.toString(), SHOWN);
    return isReasons
        ? new Fault(
            at,
            "reasons-form",
            Map.of("found", shown, "fewest", GivenReasons.FEWEST, "most", GivenReasons.MOST))
        : new Fault(at, "text-form", Map.of("found", shown, "as", "none", "right", ""));
  }

  private static boolean isHidden(String text) {
    StringBuilder looked = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isUsed(c)).forEach(looked::appendCodePoint);
    String rest = looked.toString();
    return rest.codePoints().anyMatch(UnseenText::isNever)
        || !Characters.withoutUnseen(rest).equals(rest);
  }

  /** Line breaks and tabs, joiners and variants of a sign are seen by what they do. */
  private static boolean isUsed(int c) {
    return c == '\n'
        || c == '\r'
        || c == '\t'
        || c == JOINER
        || c >= 0xFE00 && c <= 0xFE0F
        || c >= 0xE0100 && c <= 0xE01EF;
  }

  /** A separator of lines that most programs show as nothing, or what is no character at all. */
  private static boolean isNever(int c) {
    return c == 0x2028 || c == 0x2029 || c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
  }

  /** What is seen of reasons has to say something: joiners and variants do not count. */
  private static boolean isShort(String text) {
    String seen = Characters.withoutUnseen(text).strip();
    if (seen.equals(text.strip())) {
      return false;
    }
    return seen.codePointCount(0, seen.length()) < GivenReasons.FEWEST
        || seen.codePoints().noneMatch(Characters::isLetterOrNumber);
  }
}
