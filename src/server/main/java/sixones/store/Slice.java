package sixones.store;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a longer list, the newest first.
 *
 * @param next where the list goes on; null at its end
 */
public record Slice<K>(List<K> items, Cursor next) {
  /** How many items a page has unless the reader wishes otherwise. */
  public static final int USUAL = 50;

  /** How many items a page has at most. */
  public static final int MOST = 200;

  /** The page of what was found when one more than a page was asked for. */
  public static <K> Slice<K> of(List<K> found, int most, Function<K, Cursor> place) {
    if (found.size() <= most) {
      return new Slice<>(List.copyOf(found), null);
    }
    return new Slice<>(List.copyOf(found.subList(0, most)), place.apply(found.get(most - 1)));
  }
}
