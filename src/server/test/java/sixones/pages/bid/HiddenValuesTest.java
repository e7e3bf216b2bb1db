package sixones.pages.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.bid.Draft;
import sixones.pages.form.MadeUpProgramme;
import sixones.people.Person;
import sixones.people.Role;
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

  @ParameterizedTest
  @EnumSource(Language.class)
  void an_auditor_reads_that_they_are_stated_and_everybody_else_what_is(Language language) {
    Messages messages = Messages.of(MadeUpProgramme.RULES, language);
    ReadableBid bid =
        ReadableBid.of(BID.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, messages);

    ReadableBid seen = bid.seenBy(new Person("a", Role.AUDITOR, null), messages);

    assertThat(seen.all())
        .extracting(BidPart::text)
        .contains("甲", "12")
        .doesNotContain("028-1234", "某人");
    assertThat(seen.all())
        .filteredOn(part -> List.of("/phone", "/projects/0/owner").contains(part.pointer()))
        .extracting(BidPart::text)
        .hasSize(2)
        .allMatch(text -> text.matches("stated; only .*|已填写，仅.*"));
    assertThat(bid.seenBy(new Person("o", Role.OFFICER, null), messages)).isSameAs(bid);
  }

  @Test
  void a_blank_one_is_not_said_to_be_stated() {
    Messages messages = Messages.of(MadeUpProgramme.RULES, Language.EN);
    byte[] bid = BID.replace("028-1234", " ").getBytes(StandardCharsets.UTF_8);

    ReadableBid seen =
        ReadableBid.of(bid, Draft.Format.JSON, messages)
            .seenBy(new Person("a", Role.AUDITOR, null), messages);

    assertThat(seen.all())
        .filteredOn(part -> part.pointer().equals("/phone"))
        .allMatch(BidPart::isBlank);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"phone\": \"028\"} | true",
        "{\"phone\": \" \", \"call\": 2024} | false",
        "{\"projects\": [{}, {\"owner\": \"x\"}]} | true",
        "{\"projects\": [{\"staff\": 3, \"owner\": null}]} | false",
        "{\"projects\": \"x\"} | true",
        "{\"papers\": [{\"id\": \"e1\"}]} | false"
      })
  void a_bid_is_known_to_state_one(String bid, boolean states) throws Exception {
    assertThat(MadeUpProgramme.RULES.contract().isHiddenStated(new ObjectMapper().readTree(bid)))
        .isEqualTo(states);
  }
}
