package sixones.fact.identity;

import java.util.Arrays;
import java.util.List;

/**
 * How the industry or chain an answer names relates to the pillar industries of the bid.
 *
 * @param kind what was established; null if the answer names none
 * @param pillar the text of the pillar industry it was compared with, as written; null where no one
 *     text decides
 * @param compared what of the two texts is equal, where that is not the whole; else null
 */
public record Relation(Kind kind, String pillar, String compared) {

  /** What can be established, in the words rules use. */
  public enum Kind {
    /** A name or the category of a pillar industry, folded. */
    SAME("same"),
    /** The same once endings such as "industry" are taken off both. */
    SAME_STEM("same-stem"),
    /** Both name one industry of the catalogue, each in its own language. */
    SAME_CATEGORY("same-category"),
    /** Not equal, but too alike to say that they differ. */
    ALIKE("alike"),
    /** Nothing in common with any pillar industry. */
    DIFFERENT("different"),
    /** It cannot be told: the pillar industry is named in another language alone. */
    OTHER_LANGUAGE("other-language"),
    /** The bid states no pillar industry. */
    NO_PILLAR("no-pillar"),
    /** A pillar industry has neither name nor category. */
    UNNAMED_PILLAR("unnamed-pillar"),
    /**
     * A name or the category of a pillar industry cannot be read; of a draft read in part alone.
     */
    UNREADABLE_PILLAR("unreadable-pillar"),
    /** The answer's own text is a placeholder. */
    PLACEHOLDER("placeholder"),
    /** The answer's own text has lost characters. */
    LOST("lost"),
    /** A text of the pillar industry is a placeholder. */
    PLACEHOLDER_PILLAR("placeholder-pillar"),
    /** A text of the pillar industry has lost characters. */
    LOST_PILLAR("lost-pillar");

    public static final List<String> WORDS =
        Arrays.stream(values()).map(kind -> kind.word).toList();

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static final Relation NONE = new Relation(null, null, null);

  static Relation of(Kind kind) {
    return new Relation(kind, null, null);
  }

  /** The word rules compare; null if the answer names no industry. */
  public String word() {
    return kind == null ? null : kind.word;
  }
}
