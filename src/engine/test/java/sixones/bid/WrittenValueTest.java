package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.text.Text;

/** What people write is understood as the contract has it, or not at all. */
class WrittenValueTest {
  private static final Shape.Choice LEVELS =
      new Shape.Choice(List.of("national", "provincial", "municipal", "in_place", "city_leader"));
  private static final Map<String, List<String>> LABELS =
      Map.of(
          "national", List.of("national", "国家级"),
          "provincial", List.of("provincial", "省级"),
          "municipal", List.of("municipal", "市级"),
          "in_place", List.of("in place", "已建成"),
          "city_leader", List.of("the people’s leader", "市（州）领导"),
          "true", List.of("yes", "是"),
          "false", List.of("no", "否"));
  private static final List<Shape> ALL =
      List.of(
          Forms.DAY,
          Forms.AMOUNT,
          Forms.PERCENTAGE,
          Forms.YEAR,
          new Shape.Whole("edition", 1, 9999));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-06-13",
        "2022年6月13日",
        "2022年06月13日",
        "2022 年 6 月 13 日",
        " 2022年6月13号\u3000",
        "２０２２年６月１３日",
        "2022年6⽉13⽇",
        "2022年6月13",
        "2022.6.13",
        "2022．6．13",
        "2022。6。13",
        "2022. 6. 13",
        "2022/6/13",
        "2022／06／13",
        "2022-6-13",
        "2022–6–13",
        "2022—6—13",
        "2022−6−13",
        "２０２２－０６－１３",
        "20220613",
        "2022\u200E-06\u200B-13"
      })
  void a_day_is_understood_in_any_of_its_habits(String written) {
    assertThat(text(Forms.DAY, written)).isEqualTo("2022-06-13");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13/6/2022",
        "6/13/2022",
        "22-6-13",
        "2022-13-01",
        "2022-02-30",
        "2022年2月29日",
        "二〇二二年六月十三日",
        "2022年6月",
        "2022613",
        "2022 6 13",
        "2022-6/13",
        "2022.6.13.",
        "2022-06-13 2022-06-14",
        "٢٠٢٢-٠٦-١٣",
        "2022.613",
        "0000-01-01x"
      })
  void a_day_that_can_be_read_in_two_ways_or_none_is_not_understood(String written) {
    assertThat(of(Forms.DAY, written)).isEqualTo(Understood.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2656.56               | 2656.56
          2,656.56              | 2656.56
          2，656.56             | 2656.56
          ２，６５６．５６       | 2656.56
          2656。56              | 2656.56
          2656.56亿元           | 2656.56
          2656.56 亿            | 2656.56
          2,656.56 億元         | 2656.56
          2 656.56              |
          2,65                  |
          2.656,56              |
          2656.567亿元          |
          -5亿元                |
          约2656亿元            |
          2656.56亿美元         |
          1,2345                |
          1234567890123         |
          1e3                   |
          二千亿元              |
          """)
  void an_amount_is_understood_with_marks_between_thousands_and_its_unit(
      String written, String amount) {
    assertThat(text(Forms.AMOUNT, written)).isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          265,656 万元      | 265,656    | 万元         | 26.5656  | 26.57
          265600万          | 265600     | 万元         | 26.56    | 26.56
          265,656,000,000元 | 265,656,000,000 | 元      | 2656.56  | 2656.56
          265656 million yuan | 265656   | million yuan | 2656.56  | 2656.56
          3 billion         | 3          | billion yuan | 30       | 30
          1.2万亿元         | 1.2        | 万亿元       | 12000    | 12000
          12万元            | 12         | 万元         | 0.0012   |
          0元               | 0          | 元           | 0        | 0
          """)
  void another_unit_is_never_guessed_but_told_with_both_numbers(
      String written, String number, String unit, String exact, String entered) {
    Understood understood = of(Forms.AMOUNT, written);

    assertThat(understood.text()).isNull();
    assertThat(understood.conversion())
        .isEqualTo(new Understood.Conversion(number, unit, exact, entered));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9.8     | 9.8
          9.8%    | 9.8
          9.8％   | 9.8
          ９．８ ％ | 9.8
          -1.5    | -1.5
          −1.5%   | -1.5
          –1.5    | -1.5
          —1.5    | -1.5
          － 1.5  | -1.5
          ＋9.8   | +9.8
          1,234.5% | 1234.5
          9,8%    |
          9.8%%   |
          9.8‰    |
          --1     |
          9.855%  |
          """)
  void a_percentage_is_understood_with_its_sign_and_any_dash(String written, String percentage) {
    assertThat(text(Forms.PERCENTAGE, written)).isEqualTo(percentage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021     | 2021
          2021年   | 2021
          2021 年  | 2021
          ２０２１年度 | 2021
          21年     |
          2021届   |
          二〇二一年 |
          20211    |
          1899     |
          """)
  void a_year_is_understood(String written, String year) {
    assertThat(text(Forms.YEAR, written)).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3       | 3
          第3届   | 3
          ３届    | 3
          2022年  | 2022
          第三届  |
          第3     |
          """)
  void an_edition_is_understood(String written, String edition) {
    assertThat(text(new Shape.Whole("edition", 1, 9999), written)).isEqualTo(edition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          national   | national
          国家级     | national
          国 家 级   | national
          国家       | national
          省         | provincial
          Provincial | provincial
          ＩＮ　ＰＬＡＣＥ | in_place
          In-place   | in_place
          已建成     | in_place
          市领导     | city_leader
          市（州）领导 | city_leader
          The People's Leader | city_leader
          国         |
          级         |
          国家级省级 |
          county     |
          """)
  void a_choice_is_understood_by_its_labels_and_their_short_forms(String written, String word) {
    assertThat(text(LEVELS, written)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"是,true", "否,false", "yes,true", "No,false", "true,true", "1,", "对,", "不是,"})
  void yes_and_no_are_understood(String written, String word) {
    assertThat(text(new Shape.YesNo(), written)).isEqualTo(word);
  }

  @Test
  void a_label_two_words_share_is_not_understood() {
    Function<String, List<String>> shared = word -> List.of("市级");

    assertThat(WrittenValue.of(LEVELS, "市级", shared)).isEqualTo(Understood.NOTHING);
  }

  @Test
  void any_other_text_is_left_alone() {
    assertThat(of(Forms.TEXT, "2022年6月13日")).isEqualTo(Understood.as("2022年6月13日", "2022年6月13日"));
    assertThat(of(Forms.DIVISION, "５１０１００").translated()).isFalse();
    assertThat(of(Forms.DIVISION, "51-01-00").text()).isNull();
  }

  @Property
  void a_day_in_any_habit_is_that_day(
      @ForAll("days") LocalDate day, @ForAll("habits") Function<LocalDate, String> habit) {
    assertThat(text(Forms.DAY, habit.apply(day))).isEqualTo(day.toString());
  }

  @Property
  void an_amount_in_any_habit_is_that_amount(
      @ForAll("numbers") BigDecimal number,
      @ForAll("thousands") String thousands,
      @ForAll("units") String unit) {
    String plain = number.toPlainString();

    String written = grouped(plain, thousands) + unit;

    assertThat(text(Forms.AMOUNT, written)).isEqualTo(plain);
    assertThat(text(Forms.AMOUNT, wide(written))).isEqualTo(plain);
  }

  @Property
  void a_percentage_in_any_habit_is_that_percentage(
      @ForAll("numbers") BigDecimal number, @ForAll("minus") String minus) {
    String plain = number.toPlainString();

    assertThat(text(Forms.PERCENTAGE, minus + plain + "%")).isEqualTo("-" + plain);
    assertThat(text(Forms.PERCENTAGE, wide(minus + plain) + " ％")).isEqualTo("-" + plain);
  }

  @Property(tries = 5000)
  void what_is_understood_has_the_digits_that_were_written(@ForAll("odd") String written) {
    for (Shape shape : ALL) {
      Understood understood = of(shape, written);

      if (understood.text() != null) {
        boolean isDay = shape == Forms.DAY;
        assertThat(digits(understood.text(), isDay)).isEqualTo(digits(written, isDay));
      }
      if (understood.conversion() != null) {
        assertThat(digits(understood.conversion().number(), false))
            .isEqualTo(digits(written, false));
      }
    }
  }

  /** The digits in their order; of a day each number without the zeros that pad it. */
  private static String digits(String text, boolean isDay) {
    String narrow = Text.width(text).replace("\u200B", "").replaceAll("[^0-9]+", " ").strip();
    if (isDay && narrow.matches("[0-9]{8}")) {
      narrow = narrow.replaceFirst("(....)(..)(..)", "$1 $2 $3");
    }
    return isDay ? narrow.replaceAll("\\b0+(?=[0-9])", "") : narrow.replace(" ", "");
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 73_000)
        .map(day -> LocalDate.of(1900, 1, 1).plusDays(day));
  }

  @Provide
  Arbitrary<Function<LocalDate, String>> habits() {
    Arbitrary<String> forms =
        Arbitraries.of(
            "%d年%d月%d日",
            "%d年%02d月%02d号",
            "%d 年 %d 月 %d 日",
            "%d.%d.%d",
            "%d/%d/%d",
            "%d-%d-%d",
            "%04d%02d%02d",
            "%d–%d–%d",
            "%d。%d。%d");
    Arbitrary<Boolean> wide = Arbitraries.of(true, false);
    return Combinators.combine(forms, wide)
        .as(
            (form, isWide) ->
                day -> {
                  String text =
                      form.formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
                  return isWide ? wide(text) : text;
                });
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999999999999"))
                .ofScale(2),
            Arbitraries.integers().between(0, 2))
        .as((number, scale) -> number.setScale(scale, RoundingMode.DOWN));
  }

  @Provide
  Arbitrary<String> thousands() {
    return Arbitraries.of("", ",", "，");
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("", "亿", "亿元", " 亿元", "億元 ", " hundred million yuan");
  }

  @Provide
  Arbitrary<String> minus() {
    return Arbitraries.of("-", "−", "–", "—", "－", "﹣", "‑", "- ");
  }

  @Provide
  Arbitrary<String> odd() {
    return Arbitraries.of(
            "0", "1", "2", "9", "20", "2022", "06", "13", "年", "月", "日", "-", "/", ".", ",", "。",
            "−", " ", "\u3000", "\u200B", "%", "亿", "万", "元", "e", "第", "届", "２", "٣", "x", "+",
            "'", "billion", "t")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }

  private static String grouped(String plain, String mark) {
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int i = point - 3; i > 0; i -= 3) {
      text.insert(i, mark);
    }
    return text.toString();
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    for (char c : text.toCharArray()) {
      wide.append(c > ' ' && c <= '~' ? (char) (c + 0xFEE0) : c == ' ' ? '\u3000' : c);
    }
    return wide.toString();
  }

  private static String text(Shape shape, String written) {
    return of(shape, written).text();
  }

  private static Understood of(Shape shape, String written) {
    return WrittenValue.of(shape, written, word -> LABELS.getOrDefault(word, List.of()));
  }
}
