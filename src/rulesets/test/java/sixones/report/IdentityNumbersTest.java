package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sixones.Fixtures;
import sixones.answer.AnswerWriter;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.fact.identity.CreditCodes;
import sixones.report.json.JsonReport;
import sixones.report.text.Paint;
import sixones.report.text.TextReport;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSetsInTests;

/** An identity number that stands where a credit code belongs is told of and never repeated. */
class IdentityNumbersTest {
  private static final Evaluations EVALUATIONS =
      new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

  @Property(tries = 100)
  void an_identity_number_never_passes_and_stands_in_no_answer_and_no_report(
      @ForAll("identityNumbers") String number, @ForAll("spaces") String space) throws Exception {
    String text = space + number.substring(0, 6) + space + number.substring(6);
    var bid = Fixtures.compliant();
    Fixtures.change(bid, "/chainLeaders/0/creditCode", TextNode.valueOf(text));

    Evaluation evaluation = EVALUATIONS.run(Fixtures.draft(bid), Fixtures.BID_DAY);

    assertThat(evaluation.rulesWith(Outcome.REVIEW)).contains("chain-leader-credit-code");
    String birth = number.substring(6);
    for (String told : told(evaluation)) {
      assertThat(told).doesNotContain(birth).contains(number.substring(0, 2) + "****************");
    }
  }

  private static List<String> told(Evaluation evaluation) throws Exception {
    List<String> told = new ArrayList<>();
    told.add(new String(AnswerWriter.write(evaluation), StandardCharsets.UTF_8));
    for (Language language : Language.values()) {
      told.add(new String(JsonReport.render(evaluation, language), StandardCharsets.UTF_8));
      told.add(
          TextReport.render(Report.of(evaluation, language), Paint.NONE, TextReport.Detail.ALL));
    }
    return told;
  }

  @Provide
  Arbitrary<String> identityNumbers() {
    return CreditCodes.identityNumbers();
  }

  @Provide
  Arbitrary<String> spaces() {
    return Arbitraries.of("", " ", "\u3000", "\u200B", "\t");
  }
}
