package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/** The few values of a place by name, in the order in which they were put. */
final class NamedValues extends AbstractMap<String, JsonNode> {
  private static final int FEW = 3;

  private String[] names = new String[FEW];
  private JsonNode[] values = new JsonNode[FEW];
  private int count;

  /** Sets a value; the place of a name in the order is that of its first value. */
  void set(String name, JsonNode value) {
    int at = indexOf(name);
    if (at >= 0) {
      values[at] = value;
      return;
    }
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    names[count] = name;
    values[count++] = value;
  }

  private int indexOf(Object name) {
    for (int i = 0; i < count; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public JsonNode get(Object name) {
    int at = indexOf(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super JsonNode> to) {
    for (int i = 0; i < count; i++) {
      to.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return count;
      }

      @Override
      public Iterator<Map.Entry<String, JsonNode>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public Map.Entry<String, JsonNode> next() {
            if (next == count) {
              throw new NoSuchElementException();
            }
            return Map.entry(names[next], values[next++]);
          }
        };
      }
    };
  }
}
