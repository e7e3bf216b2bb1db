package sixones.pages.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.bid.Draft;
import sixones.pages.form.MadeUpProgramme;
import sixones.report.Language;
import sixones.report.Messages;

/** What only the applicant and the office may see stays in the bid that they read. */
class HiddenValuesTest {
  private static final String BID =
      """
      {"schema": "made-up/bid/1", "ruleSet": "made-up", "phone": "028-1234",
       "unit": {"id": "unit:liangjiang"},
       "projects": [{"name": {"zh": "甲"}, "owner": "某人", "staff": 12}]}
      """;

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_bid_as_it_is_read_has_them_and_its_quotes_have_not(Language language) {
    Messages messages = Messages.of(MadeUpProgramme.RULES, language);
    ReadableBid bid =
        ReadableBid.of(BID.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, messages);

    Quotes quotes = new Quotes(bid, messages);

    assertThat(bid.all()).extracting(BidPart::text).contains("028-1234", "某人", "甲");
    assertThat(quotes.visible(bid.sections()).stream().flatMap(part -> part.all().stream()))
        .extracting(BidPart::text)
        .contains("甲")
        .doesNotContain("028-1234", "某人");
  }
}
