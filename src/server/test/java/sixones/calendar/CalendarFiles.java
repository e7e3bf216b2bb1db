package sixones.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;

/** Calendar files to read: the bundled one, changed, or made up. */
public final class CalendarFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CalendarFiles() {}

  /** The bundled file as a tree of one's own. */
  public static ObjectNode bundled() {
    try {
      return (ObjectNode) JSON.readTree(WorkingDays.bundledBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bundled file, changed. */
  public static byte[] changed(Consumer<ObjectNode> change) {
    ObjectNode tree = bundled();
    change.accept(tree);
    return bytes(tree);
  }

  public static byte[] bytes(JsonNode tree) {
    return tree.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The bundled file and one year more, with days made up for tests. */
  public static byte[] withOneMoreYear() {
    return changed(tree -> addYear(tree, 2027, new Random(2027)));
  }

  /** Adds a year of made-up holidays, some of which reach into the December before. */
  static void addYear(ObjectNode tree, int number, Random random) {
    ObjectNode year = tree.withArray("/years").addObject().put("year", number);
    year.putObject("notice")
        .put("number", "made up for a test " + random.nextInt(1000))
        .put("issuedOn", (number - 1) + "-11-04")
        .putArray("read")
        .add("made up for a test");
    ArrayNode off = year.putArray("offDays");
    ArrayNode makeUps = year.putArray("makeUpWorkingDays");
    LocalDate day = LocalDate.of(number - 1, 12, 29 + random.nextInt(3));
    LocalDate end = LocalDate.of(number, 12, 20);
    while (true) {
      day = day.plusDays(random.nextInt(60));
      LocalDate last = day.plusDays(random.nextInt(8));
      if (last.isAfter(end)) {
        break;
      }
      ObjectNode block = off.addObject();
      block.putObject("name").put("zh", "节" + off.size()).put("en", "Holiday " + off.size());
      block.put("from", day.toString()).put("to", last.toString());
      day = last.plusDays(1);
      for (int i = random.nextInt(3); i > 0 && day.isBefore(end); i--) {
        day = nextWeekend(day.plusDays(random.nextInt(3)));
        makeUps.addObject().put("date", day.toString()).put("madeUpFor", "节" + off.size());
        day = day.plusDays(1);
      }
    }
    ((ObjectNode) tree.at("/meta/coverage")).put("to", number + "-12-31");
  }

  private static LocalDate nextWeekend(LocalDate day) {
    LocalDate next = day;
    while (next.getDayOfWeek() != DayOfWeek.SATURDAY && next.getDayOfWeek() != DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** A whole calendar of made-up years that begins where the bundled one does. */
  static byte[] madeUp(long seed, int years) {
    Random random = new Random(seed);
    return changed(
        tree -> {
          tree.putArray("years");
          tree.putArray("local");
          tree.remove("vectors");
          for (int i = 0; i < years; i++) {
            addYear(tree, 2022 + i, random);
          }
        });
  }
}
