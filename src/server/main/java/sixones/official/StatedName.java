package sixones.official;

import java.util.UUID;

/**
 * What a bid names to answer a requirement, as its official evaluation found it.
 *
 * @param en the name in English; null if the bid has none, shortened if it is long
 * @param zh the same in Chinese
 */
public record StatedName(UUID evaluation, String requirement, String en, String zh) {
  /** The number of characters of a name that are kept. */
  public static final int MOST_CHARACTERS = 200;
}
