package sixones.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sixones.bid.BidContract;
import sixones.bid.ContractsInTests;
import sixones.bid.Draft;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.fact.kind.FactKinds;
import sixones.fact.kind.FactsInTests;

/** What operators compute is what whole numbers give: nothing is rounded on the way. */
class ExactnessTest {
  private static final int PLACES = 6;
  private static final BidContract CONTRACT =
      ContractsInTests.withFacts(
          """
          Case:
            of: [""]
            derived:
              sum: { sum: [shares/six, shares/five, shares/four] }
              difference: { difference: [shares/six, shares/five] }
              product: { product: { left: [shares/six, 100], is: over, right: [shares/five, { parameter: growth }] } }
              least: { product: { left: [shares/six, shares/five], is: at-least, right: [shares/four, shares/three] } }
              equal: { product: { left: [shares/six], is: equal, right: [shares/five] } }
              share: { share: shares/six, of: shares/five, is: at-least, percent: { parameter: growth } }
              compound: { growth: figures, of: amount, year: year, before: call/year, years: 4, average: compound, is: over, percent: { parameter: growth } }
              mean: { growth: figures, of: amount, year: year, before: call/year, years: 4, average: mean, is: over, percent: { parameter: growth } }
          """);
  private static final FactKinds KINDS = FactKinds.of(CONTRACT);

  @Property(tries = 2_000)
  void sums_differences_products_and_shares_are_those_of_whole_numbers(
      @ForAll("numbers") BigDecimal six,
      @ForAll("numbers") BigDecimal first,
      @ForAll("numbers") BigDecimal second,
      @ForAll("numbers") BigDecimal growth)
      throws Exception {
    BigDecimal five = first.setScale(5, java.math.RoundingMode.DOWN);
    BigDecimal four = second.setScale(4, java.math.RoundingMode.DOWN);
    BigDecimal three = second.setScale(3, java.math.RoundingMode.DOWN);

    Fact fact = fact(Map.of("six", six, "five", five, "four", four, "three", three), growth);

    assertThat(whole((BigDecimal) fact.value("sum")))
        .isEqualTo(whole(six).add(whole(five)).add(whole(four)));
    assertThat(whole((BigDecimal) fact.value("difference")))
        .isEqualTo(whole(six).subtract(whole(five)));
    BigInteger hundredfold = times(six, BigDecimal.valueOf(100));
    assertThat(fact.value("product")).isEqualTo(hundredfold.compareTo(times(five, growth)) > 0);
    assertThat(fact.value("least")).isEqualTo(times(six, five).compareTo(times(four, three)) >= 0);
    assertThat(fact.value("equal")).isEqualTo(whole(six).equals(whole(five)));
    assertThat(fact.value("share"))
        .isEqualTo(
            five.signum() > 0 ? (Object) (hundredfold.compareTo(times(five, growth)) >= 0) : null);
  }

  /** Values on the boundary and next to it. */
  @Property(tries = 500)
  void a_boundary_is_met_to_the_last_digit(@ForAll("wholes") int last) throws Exception {
    BigDecimal five = BigDecimal.valueOf(last);
    BigDecimal there = five.multiply(new BigDecimal("1.21"));
    BigDecimal growth = BigDecimal.valueOf(121);

    for (int step = -1; step <= 1; step++) {
      BigDecimal six = there.add(BigDecimal.valueOf(step, PLACES));
      Fact fact =
          fact(
              Map.of("six", six, "five", five, "four", BigDecimal.ONE, "three", BigDecimal.ONE),
              growth);

      assertThat(fact.value("product")).isEqualTo(step > 0);
      assertThat(fact.value("share")).isEqualTo(step >= 0);
    }
  }

  /** Against fractions of whole numbers; and the mean of the rates is never below the one rate. */
  @Property(tries = 1_000)
  void growth_is_that_of_fractions(
      @ForAll("amounts") int first,
      @ForAll("amounts") int second,
      @ForAll("amounts") int third,
      @ForAll("amounts") int fourth,
      @ForAll("rates") int rate)
      throws Exception {
    int[] hundredths = {first, second, third, fourth};

    Fact fact = grown(hundredths, rate);

    BigInteger factor = BigInteger.valueOf(100L + rate);
    BigInteger before = BigInteger.valueOf(first).multiply(factor.pow(3));
    BigInteger after = BigInteger.valueOf(fourth).multiply(BigInteger.valueOf(100).pow(3));
    assertThat(fact.value("compound")).isEqualTo(after.compareTo(before) > 0 ? "met" : "not-met");
    BigInteger above = BigInteger.ZERO;
    BigInteger below = BigInteger.ONE;
    for (int i = 0; i < 3; i++) {
      BigInteger whole = BigInteger.valueOf(hundredths[i]);
      above = above.multiply(whole).add(below.multiply(BigInteger.valueOf(hundredths[i + 1])));
      below = below.multiply(whole);
    }
    boolean isMore =
        above
                .multiply(BigInteger.valueOf(100))
                .compareTo(below.multiply(factor).multiply(BigInteger.valueOf(3)))
            > 0;
    assertThat(fact.value("mean")).isEqualTo(isMore ? "met" : "not-met");
    assertThat(fact.value("compound").equals("met") && fact.value("mean").equals("not-met"))
        .isFalse();
  }

  /** The amounts that grow by exactly the rate, and the last one hundredth more or less. */
  @Property(tries = 300)
  void growth_is_told_to_the_last_digit(@ForAll("rates") int rate) throws Exception {
    long factor = 100L + rate;
    for (int step = -1; step <= 1; step++) {
      int[] hundredths = {1_000_000, (int) (10_000 * factor), (int) (100 * factor * factor), 0};
      hundredths[3] = (int) (factor * factor * factor) + step;

      Fact fact = grown(hundredths, rate);

      assertThat(fact.value("compound")).isEqualTo(step > 0 ? "met" : "not-met");
      assertThat(fact.value("mean")).isEqualTo(step > 0 ? "met" : "not-met");
    }
  }

  @Provide
  Arbitrary<Integer> amounts() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 1_000_000_000), Arbitraries.integers().between(90, 130));
  }

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.integers().between(0, 60);
  }

  private static Fact grown(int[] hundredths, int rate) throws Exception {
    ObjectNode bid =
        ContractsInTests.yaml(
            "{ schema: sixones/park/1, ruleSet: r, park: { id: '510100' }, call: { year: 2024 } }");
    for (int i = 0; i < hundredths.length; i++) {
      bid.withArray("figures")
          .addObject()
          .put("year", 2020 + i)
          .put("amount", BigDecimal.valueOf(hundredths[i], 2).toPlainString());
    }
    return fact(bid, BigDecimal.valueOf(rate));
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-999999999999"), new BigDecimal("999999999999"))
            .ofScale(PLACES),
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(PLACES),
        Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("0.000001")));
  }

  @Provide
  Arbitrary<Integer> wholes() {
    return Arbitraries.integers().between(1, 1_000_000_000);
  }

  private static BigInteger whole(BigDecimal number) {
    return number.movePointRight(PLACES).toBigIntegerExact();
  }

  private static BigInteger times(BigDecimal one, BigDecimal other) {
    return whole(one).multiply(whole(other));
  }

  private static Fact fact(Map<String, BigDecimal> shares, BigDecimal growth) throws Exception {
    ObjectNode bid =
        ContractsInTests.yaml("{ schema: sixones/park/1, ruleSet: r, park: { id: '510100' } }");
    ObjectNode stated = bid.putObject("shares");
    shares.forEach((name, number) -> stated.put(name, number.toPlainString()));
    return fact(bid, growth);
  }

  private static Fact fact(ObjectNode bid, BigDecimal growth) throws Exception {
    Map<String, JsonNode> parameters = Map.of("growth", DecimalNode.valueOf(growth));
    Draft draft =
        Draft.read(bid.toString().getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, CONTRACT);
    InForce inForce = new InForce(LocalDate.of(2022, 6, 13), parameters);
    return FactsInTests.of(draft, KINDS, inForce).all().get(0);
  }
}
