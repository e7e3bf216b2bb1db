package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DraftDifferenceTest {
  private static List<String> between(String before, String after) throws UnreadableDraft {
    return DraftDifference.between(
            DraftsInTests.json(DraftsInTests.jsonWith(before)),
            DraftsInTests.json(DraftsInTests.jsonWith(after)))
        .stream()
        .map(c -> c.before() + " " + c.was() + " > " + c.after() + " " + c.is())
        .toList();
  }

  @Test
  void the_same_draft_has_no_difference_however_it_is_written() throws UnreadableDraft {
    assertThat(
            between(
                "\"parks\":[{\"name\":{\"zh\":\"甲\"},\"level\":null}]",
                "\"parks\":[{\"level\":null,\"name\":{\"zh\":\"\\u7532\"}}]"))
        .isEmpty();
    assertThat(between("\"parks\":[{}]", "\"parks\":[{\"level\":null}]")).isEmpty();
  }

  @Test
  void an_answer_that_changed_is_told_with_both_values() throws UnreadableDraft {
    assertThat(between("\"baseline\":{\"gdp\":\"1.5\"}", "\"baseline\":{\"gdp\":\"1.50\"}"))
        .containsExactly("/baseline/gdp \"1.5\" > /baseline/gdp \"1.50\"");
  }

  @Test
  void what_was_blank_before_or_is_now_stands_at_one_place_alone() throws UnreadableDraft {
    assertThat(between("\"baseline\":{\"gdp\":null}", "\"baseline\":{\"gdp\":\"1\"}"))
        .containsExactly("null null > /baseline/gdp \"1\"");
    assertThat(between("\"baseline\":{\"gdp\":\"1\"}", "\"declarations\":null"))
        .containsExactly("/baseline/gdp \"1\" > null null");
  }

  @Test
  void an_entry_taken_out_of_the_middle_is_one_entry_less() throws UnreadableDraft {
    assertThat(between(parks("甲", "乙", "丙"), parks("甲", "丙")))
        .containsExactly(
            "/parks/1/name/zh \"乙\" > null null", "/parks/1/level \"county\" > null null");
  }

  @Test
  void an_entry_put_in_front_is_one_entry_more() throws UnreadableDraft {
    assertThat(between(parks("甲", "乙"), parks("新", "甲", "乙")))
        .containsExactly(
            "null null > /parks/0/name/zh \"新\"", "null null > /parks/0/level \"county\"");
  }

  @Test
  void an_entry_that_moved_up_and_changed_is_told_at_both_its_places() throws UnreadableDraft {
    String before =
        "\"parks\":[{\"name\":{\"zh\":\"甲\",\"en\":\"A\"},\"level\":\"county\"},"
            + "{\"name\":{\"zh\":\"乙\",\"en\":\"B\"},\"level\":\"county\"}]";
    String after = "\"parks\":[{\"name\":{\"zh\":\"乙\",\"en\":\"B\"},\"level\":\"national\"}]";

    assertThat(between(before, after))
        .contains("/parks/1/level \"county\" > /parks/0/level \"national\"")
        .hasSize(4);
  }

  @Test
  void an_entry_that_was_null_is_an_entry_that_says_nothing() throws UnreadableDraft {
    assertThat(between("\"parks\":[null]", "\"parks\":[{\"level\":\"county\"}]"))
        .containsExactly("null null > /parks/0/level \"county\"");
    assertThat(between("\"parks\":[]", "\"parks\":null")).isEmpty();
  }

  @Test
  void long_lists_are_told_in_time() throws UnreadableDraft {
    String[] many = new String[200];
    String[] others = new String[200];
    for (int i = 0; i < many.length; i++) {
      many[i] = "n" + i;
      others[i] = "o" + i;
    }

    assertThat(between(parks(many), parks(others))).hasSize(200);
  }

  private static String parks(String... names) {
    StringBuilder parks = new StringBuilder("\"parks\":[");
    for (String name : names) {
      parks.append(parks.charAt(parks.length() - 1) == '[' ? "" : ",");
      parks.append("{\"name\":{\"zh\":\"").append(name).append("\"},\"level\":\"county\"}");
    }
    return parks.append("]").toString();
  }
}
