package sixones.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

/** What the figures of an answer say of a year, and what they leave open. */
class FiguresTest {

  @Test
  void a_figure_of_the_year_is_found() throws Exception {
    Figures figures = figures("['output',2021,'12.50'],['revenue',2020,'8']");

    assertThat(figures.include(2021)).isTrue();
    assertThat(figures.include(2019)).isFalse();
    assertThat(figures.of("output", 2021)).isEqualByComparingTo("12.5");
    assertThat(figures.of("output", 2020)).isNull();
    assertThat(figures.of("value_added", 2021)).isNull();
  }

  @Test
  void without_a_year_or_without_figures_nothing_can_be_told() throws Exception {
    assertThat(figures("['output',2021,'1']").include(null)).isNull();
    assertThat(figures("['output',2021,'1']").of("output", null)).isNull();
    assertThat(figures("").include(2021)).isNull();
    assertThat(new Figures(MissingNode.getInstance(), null, null).include(2021)).isNull();
    assertThat(new Figures(MissingNode.getInstance(), null, null).latest("output")).isNull();
  }

  @Test
  void a_figure_with_a_gap_leaves_open_whether_it_is_of_the_year() throws Exception {
    assertThat(figures("['output',2020,'1'],['output',null,'1']").include(2021)).isNull();
    assertThat(figures("['output',2020,'1'],[null,2021,'1']").include(2021)).isNull();
    assertThat(figures("['output',2020,'1'],['output',2021,null]").include(2021)).isNull();
    assertThat(figures("['output',2020,'1'],['output',2021,null]").include(2020)).isTrue();
  }

  @Test
  void a_figure_with_nothing_in_it_is_no_gap() throws Exception {
    assertThat(figures("['output',2020,'1'],[null,null,null]").include(2021)).isFalse();
    assertThat(new Figures(json("[null,{}]"), null, null).include(2021)).isNull();
  }

  @Test
  void two_different_amounts_of_one_year_are_none() throws Exception {
    String twice = "['output',2021,'1.0'],['output',2021,'1.00']";

    assertThat(figures(twice).of("output", 2021)).isEqualByComparingTo("1");
    assertThat(figures(twice + ",['output',2021,'2']").of("output", 2021)).isNull();
    assertThat(figures(twice + ",['output',2021,'2']").latest("output")).isNull();
  }

  @Test
  void the_latest_year_counts_whatever_the_order() throws Exception {
    Figures figures = figures("['revenue',2020,'8'],['revenue',2022,'9'],['revenue',2021,'10']");

    assertThat(figures.latest("revenue")).isEqualByComparingTo("9");
    assertThat(figures.latest("output")).isNull();
  }

  private static Figures figures(String rows) throws Exception {
    String objects =
        rows.replace('\'', '"')
            .replaceAll(
                "\\[([^,]+),([^,]+),([^\\]]+)\\]", "{\"measure\":$1,\"year\":$2,\"amount\":$3}");
    return new Figures(json("[" + objects + "]"), null, null);
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
