package sixones.store;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, newest first.
 *
 * @param next the cursor of the next page; null at the end
 */
public record Slice<K>(List<K> items, Cursor next) {
  /** The default page size. */
  public static final int USUAL = 50;

  /** The maximum page size. */
  public static final int MOST = 200;

  /** Returns the page of a result that was queried with one item more than the page size. */
  public static <K> Slice<K> of(List<K> found, int most, Function<K, Cursor> place) {
    if (found.size() <= most) {
      return new Slice<>(List.copyOf(found), null);
    }
    return new Slice<>(List.copyOf(found.subList(0, most)), place.apply(found.get(most - 1)));
  }
}
