package sixones.fact.identity;

import java.util.Arrays;
import java.util.List;

/**
 * The relation of a text to the names of other entries of the bid.
 *
 * @param kind the kind of relation; null if the text is blank
 * @param counterpart the name it was compared with, as written; null where no single name decides
 * @param compared the equal part of both texts, if it is not the whole; else null
 */
public record Relation(Kind kind, String counterpart, String compared) {

  /** The kinds of relation, with the words that rules compare. */
  public enum Kind {
    /** Equal, after folding, to a name or the category of a pillar industry. */
    SAME("same"),
    /** Equal after removing suffixes such as "industry" from both. */
    SAME_STEM("same-stem"),
    /** Both name the same industry of the catalogue, possibly in different languages. */
    SAME_CATEGORY("same-category"),
    /** Not equal, but too similar to conclude that they differ. */
    ALIKE("alike"),
    /** Nothing in common with any pillar industry. */
    DIFFERENT("different"),
    /** Undecidable: the pillar industry is named in another language only. */
    OTHER_LANGUAGE("other-language"),
    /** The bid states no pillar industry. */
    NO_PILLAR("no-pillar"),
    /** A pillar industry has neither name nor category. */
    UNNAMED_PILLAR("unnamed-pillar"),
    /**
     * A name or the category of a pillar industry cannot be read. Occurs only in partly readable
     * drafts.
     */
    UNREADABLE_PILLAR("unreadable-pillar"),
    /** The answer's text is a placeholder. */
    PLACEHOLDER("placeholder"),
    /** The answer's text has lost characters. */
    LOST("lost"),
    /** A text of the pillar industry is a placeholder. */
    PLACEHOLDER_PILLAR("placeholder-pillar"),
    /** A text of the pillar industry has lost characters. */
    LOST_PILLAR("lost-pillar"),
    /** A parameter that names what is published has no entry for the key. */
    NO_ENTRY("no-entry");

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

  /** Returns the word that rules compare; null if the answer names no industry. */
  public String word() {
    return kind == null ? null : kind.word;
  }
}
