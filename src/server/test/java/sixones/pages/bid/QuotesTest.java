package sixones.pages.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportPart;
import sixones.report.ReportPlace;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSetsInTests;
import sixones.text.Text;

/** Whoever judges a finding reads under it all that it rests on. */
@InTurns(3)
class QuotesTest {
  private static final Messages EN = ReadableBidTest.messages(Language.EN);

  @Test
  void every_judged_finding_of_every_bid_quotes_the_values_it_is_about_unless_they_are_hidden() {
    int quoted = 0;
    int hidden = 0;
    List<Draft> drafts = new ArrayList<>();
    Fixtures.bids().forEach(bid -> drafts.add(bid.draft()));
    Fixtures.all().forEach(fixture -> drafts.add(fixture.draft()));
    for (Draft draft : drafts) {
      Evaluation evaluation = ReadableBidTest.evaluated(draft, Fixtures.BID_DAY);
      Quotes quotes = quotes(draft.bytes());
      for (ReportFinding finding : Report.of(evaluation, Language.EN).findings()) {
        List<String> said = said(quotes.of(finding));
        boolean judged =
            finding.part() == ReportPart.LEFT_TO_PEOPLE || finding.outcome() == Outcome.REVIEW;
        if (judged) {
          for (ReportPlace place : finding.shown()) {
            JsonNode value = draft.tree().at(place.pointer());
            String as = finding.rule().id() + " " + place.pointer();
            if (RuleSetsInTests.SICHUAN.contract().isHidden(place.pointer())) {
              if (!Text.isBlank(value.asText())) {
                assertThat(said).as(as).isNotEmpty().noneMatch(t -> said(t, value.asText()));
                hidden++;
              }
            } else if (value.isTextual()) {
              assertThat(said)
                  .as(as)
                  .anyMatch(text -> said(text, value.textValue()) || text.equals(EN.value(value)));
              quoted++;
            }
          }
        } else if (finding.outcome() == Outcome.PASS) {
          assertThat(said).isEmpty();
        }
      }
    }
    assertThat(quoted).isGreaterThan(1_000);
    assertThat(hidden).isGreaterThan(100);
  }

  @Test
  void a_judged_text_is_quoted_whole_with_the_figures_and_documents_of_its_entry() {
    String text = "因为" + "长".repeat(19_998);
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/pillarIndustries/0").put("growthPotential", text);
    byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
    Evaluation evaluation = ReadableBidTest.evaluated(Fixtures.draft(bid), Fixtures.BID_DAY);
    Report report = Report.of(evaluation, Language.EN);
    ReportFinding left =
        report.in(ReportPart.LEFT_TO_PEOPLE).stream()
            .filter(f -> f.places().get(0).pointer().endsWith("/growthPotential"))
            .findFirst()
            .orElseThrow();

    List<Quote> quotes = quotes(bytes).of(left);

    assertThat(quotes).extracting(Quote::place).containsExactly("Pillar industry 1");
    assertThat(said(quotes))
        .contains(text, "示例显示器件（虚构）")
        .contains(
            "1200.00 (unit: 100 million yuan)", "1800.00 (unit: 100 million yuan)", "2026", "e2")
        .anyMatch(said -> said.contains("example.org/made-up/e2"));
  }

  @Test
  void a_text_that_was_not_stated_is_quoted_as_not_stated() {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/pillarIndustries/0").putNull("growthPotential");
    byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
    Evaluation evaluation = ReadableBidTest.evaluated(Fixtures.draft(bid), Fixtures.BID_DAY);

    Set<String> blank =
        Report.of(evaluation, Language.EN).findings().stream()
            .flatMap(finding -> quotes(bytes).of(finding).stream())
            .flatMap(quote -> quote.parts().stream())
            .filter(BidPart::isBlank)
            .map(BidPart::pointer)
            .collect(Collectors.toSet());

    assertThat(blank).contains("/pillarIndustries/0/growthPotential");
  }

  private static boolean said(String text, String written) {
    return ReadableBidTest.narrow(text).contains(ReadableBidTest.narrow(written));
  }

  private static Quotes quotes(byte[] bytes) {
    return new Quotes(ReadableBid.of(bytes, Draft.Format.JSON, EN), EN);
  }

  private static List<String> said(List<Quote> quotes) {
    List<String> said = new ArrayList<>();
    quotes.forEach(quote -> quote.parts().forEach(part -> add(part, said)));
    return said;
  }

  private static void add(BidPart part, List<String> said) {
    said.add(part.text());
    part.parts().forEach(inner -> add(inner, said));
  }
}
