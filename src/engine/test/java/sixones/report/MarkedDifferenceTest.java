package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedDifferenceTest {

  @ParameterizedTest
  @CsvSource({
    "新型显示面板, 示例显示器件, [新型]显示[面板], [示例]显示[器件]",
    "稀土永磁, 稀土水磁, 稀土[永]磁, 稀土[水]磁",
    "Display devices, Display panels, Display [devices], Display [panels]",
    "LED显示, LED屏, LED[显示], LED[屏]",
    "显示, 显示, 显示, 显示",
    "白酒, 锂电, [白酒], [锂电]",
  })
  void what_differs_stands_in_square_brackets(
      String one, String other, String markedOne, String markedOther) {
    assertThat(MarkedDifference.between(one, other))
        .isEqualTo(new MarkedDifference(markedOne, markedOther));
  }

  @Test
  void long_texts_are_compared_from_both_ends() {
    String one = "前" + "甲".repeat(300) + "后";
    String other = "前" + "乙".repeat(300) + "后";

    assertThat(MarkedDifference.between(one, other).one()).isEqualTo("前[" + "甲".repeat(300) + "]后");
  }

  @Property
  void without_the_brackets_the_texts_are_what_they_were(
      @ForAll @StringLength(max = 12) @Chars({'a', 'b', ' ', '显', '示'}) String one,
      @ForAll @StringLength(max = 12) @Chars({'a', 'b', ' ', '显', '示'}) String other) {
    MarkedDifference marked = MarkedDifference.between(one, other);

    assertThat(marked.one().replaceAll("[\\[\\]]", "")).isEqualTo(one);
    assertThat(marked.other().replaceAll("[\\[\\]]", "")).isEqualTo(other);
  }
}
