package sixones.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import sixones.packer.SmallRuleSet;

class RuleBookTest {
  private static final String TITLES =
      "park.title = Parks\npark-level.title = Level\nbid.title = Bid\n"
          + "bid-rest.title = Rest\nbid-parks-rest.title = Rest of parks\n";

  @Test
  void a_value_names_its_call_year_place_and_citation_where_they_are_its_own() throws Exception {
    SmallRuleSet set =
        new SmallRuleSet()
            .with("messages/en.properties", TITLES)
            .with("messages/zh-CN.properties", TITLES)
            .with(
                "parameters.yaml",
                "values: [{ from: \"2022-06-13\", value: [national, provincial] }]",
                """
                values:
                      - { from: "2022-06-13", call: 2023, place: "510000", value: [d] }
                      - { from: "2022-06-13", value: [a] }
                      - { from: "2022-06-13", call: 2023, citation: "law#other", value: [b] }
                      - { from: "2022-06-13", place: "510100", citation: "law#level", value: [c] }
                """)
            .with(
                "citations.yaml",
                "\"law#level\":",
                "\"law#other\": { source: B, edition: \"1\", passage: p, gist: g }\n\"law#level\":");

    JsonNode values = RuleBook.of(set.open()).path("parameters").path(0).path("values");

    assertThat(values)
        .hasToString(
            "[{\"from\":\"2022-06-13\",\"value\":[\"a\"]},"
                + "{\"from\":\"2022-06-13\",\"call\":2023,\"citation\":\"law#other\",\"value\":[\"b\"]},"
                + "{\"from\":\"2022-06-13\",\"call\":2023,\"place\":\"510000\",\"value\":[\"d\"]},"
                + "{\"from\":\"2022-06-13\",\"place\":\"510100\",\"value\":[\"c\"]}]");
  }
}
