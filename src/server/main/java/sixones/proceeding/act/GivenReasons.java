package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a person gave as reasons, in at least one language.
 *
 * @param zh null if not given in Chinese
 * @param en null if not given in English
 */
public record GivenReasons(String zh, String en) {
  /** The fewest and the most characters of reasons. */
  public static final int FEWEST = 10;

  public static final int MOST = 4000;

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (zh != null) {
      json.put("zh", zh);
    }
    return en == null ? json : json.put("en", en);
  }
}
