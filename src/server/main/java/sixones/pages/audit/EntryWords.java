package sixones.pages.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.report.Column;

/** Presents the values of audit entries in the reader's language. */
final class EntryWords {
  private static final Set<String> INSTANTS = Set.of("opensAt", "ends");

  private EntryWords() {}

  /**
   * Returns the word for an id in an audit entry; the id itself if this release has no word for it.
   */
  static String of(String kind, String id, PageFrame frame) {
    return word("audit." + kind + "." + id, id, frame);
  }

  private static String word(String key, String id, PageFrame frame) {
    return PageWords.in(frame.language()).has(key) ? frame.text(key) : Column.harmless(id);
  }

  /** Returns the text for a value; null if the value is missing or null. */
  static String value(String member, JsonNode value, PageFrame frame) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    String text = value.asText();
    if (value.isBoolean()) {
      return frame.text(value.asBoolean() ? "audit.yes" : "audit.no");
    }
    if (member.equals("deadline")) {
      return Moments.end(Instant.parse(text), frame.language());
    }
    if (INSTANTS.contains(member)) {
      return Moments.exact(Instant.parse(text), frame.language());
    }
    return switch (member) {
      case "state" -> frame.text("round.state." + text);
      case "role" -> frame.text("role." + text);
      case "awaits" -> frame.text("audit.awaits.code");
      case "scope" -> frame.text("account.token.scope." + text);
      case "by" -> of("by", text, frame);
      case "act" -> word("casework.act." + text, text, frame);
      default -> Column.harmless(text);
    };
  }
}
