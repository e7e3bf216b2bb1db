package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.json;
import static sixones.bid.DraftsInTests.jsonDefects;
import static sixones.bid.DraftsInTests.jsonWith;
import static sixones.bid.DraftsInTests.shortest;
import static sixones.bid.DraftsInTests.wrongJson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;

/** Drafts are read strictly, by the contract, and every defect is told at its place. */
class DraftTest {

  @Test
  void a_draft_with_only_what_is_demanded_is_read() throws Exception {
    Draft draft = json(shortest());

    assertThat(draft.applicant()).isEqualTo("510100");
    assertThat(draft.ruleSet()).isEqualTo("sichuan-2022-cities");
  }

  @Test
  void the_bytes_are_kept_as_they_are_and_the_digest_is_of_exactly_those() throws Exception {
    byte[] bytes = ("\uFEFF \n" + shortest() + "\r\n\t").getBytes(StandardCharsets.UTF_8);
    byte[] sent = bytes.clone();

    Draft draft = Draft.read(sent, Draft.Format.JSON, Fixtures.CONTRACT);
    Arrays.fill(sent, (byte) 0);
    Arrays.fill(draft.bytes(), (byte) 0);

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(draft.bytes()).isEqualTo(bytes);
    assertThat(draft.digest()).isEqualTo("sha256:" + HexFormat.of().formatHex(hash));
  }

  @Test
  void a_member_may_be_missing_or_null_and_so_may_entries_of_lists() {
    String members =
        """
        "baseline":null,"parks":[null,{},{"name":null,"evidence":[null]}],"conferences":[],
        "cooperation":[{"partners":[null]},null],"evidence":[{"id":null}],"declarations":{}\
        """;

    List<String> wrong = wrongJson(jsonWith(members));

    assertThat(wrong).isEmpty();
  }

  @Test
  void a_missing_demanded_member_is_told_at_its_place() {
    assertThat(wrongJson("{}"))
        .containsExactly(
            "/schema missing-schema", "/ruleSet missing-rule-set", "/city missing-member");
    assertThat(wrongJson("{\"schema\":null,\"ruleSet\":null,\"city\":null}"))
        .containsExactly(
            "/schema missing-schema", "/ruleSet missing-rule-set", "/city missing-member");
    assertThat(wrongJson(shortest().replace("\"code\":\"510100\"", "")))
        .containsExactly("/city/code missing-applicant");
    assertThat(wrongJson(shortest().replace("\"510100\"", "null")))
        .containsExactly("/city/code missing-applicant");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "sixones/bid/1"       | "sixones/bid/2"  | /schema schema
          "sixones/bid/1"       | "sixones/bid/1 " | /schema schema
          "sixones/bid/1"       | "sixones/bid/1\\n" | /schema schema
          "sixones/bid/1"       | 1                | /schema schema
          "sixones/bid/1"       | {}               | /schema schema
          "sichuan-2022-cities" | 7                | /ruleSet text
          "sichuan-2022-cities" | ["a"]            | /ruleSet text
          {"code":"510100"}     | "510100"         | /city object
          {"code":"510100"}     | ["510100"]       | /city object
          "510100"              | 510100           | /city/code division
          "510100"              | "51010"          | /city/code division
          "510100"              | "5101000"        | /city/code division
          "510100"              | "010100"         | /city/code division
          "510100"              | ""               | /city/code missing-applicant
          "510100"              | " \\u3000"       | /city/code missing-applicant
          "sichuan-2022-cities" | ""               | /ruleSet missing-rule-set
          "sichuan-2022-cities" | "\\u00a0"        | /ruleSet missing-rule-set
          "sixones/bid/1"       | ""               | /schema missing-schema
          {"code":"510100"}     | ""               | /city object
          "510100"              | "510100x"        | /city/code division
          "510100"              | "510\\u3000100"  | /city/code division
          """)
  void a_demanded_member_of_another_kind_is_refused(String right, String wrong, String defect) {
    assertThat(wrongJson(shortest().replace(right, wrong))).containsExactly(defect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "baseline":[]                       | /baseline object
          "baseline":true                     | /baseline object
          "parks":{}                          | /parks list
          "parks":"none"                      | /parks list
          "parks":[1]                         | /parks/0 object
          "parks":[[]]                        | /parks/0 object
          "parks":[{"name":"Park"}]           | /parks/0/name object
          "parks":[{"name":{"en":1}}]         | /parks/0/name/en text
          "parks":[{"name":{"zh":["a"]}}]     | /parks/0/name/zh text
          "parks":[{"industry":false}]        | /parks/0/industry text
          "parks":[{"level":"town"}]          | /parks/0/level choice
          "parks":[{"level":"National"}]      | /parks/0/level choice
          "parks":[{"level":1}]               | /parks/0/level choice
          "parks":[{"level":{}}]              | /parks/0/level choice
          "parks":[{"manufacturing":"true"}]  | /parks/0/manufacturing yes-no
          "parks":[{"manufacturing":1}]       | /parks/0/manufacturing yes-no
          "parks":[{"manufacturing":[]}]      | /parks/0/manufacturing yes-no
          "parks":[{"evidence":"e1"}]         | /parks/0/evidence list
          "parks":[{"evidence":[1]}]          | /parks/0/evidence/0 text
          "baseline":{"year":"2021"}          | /baseline/year year
          "baseline":{"year":2021.5}          | /baseline/year year
          "baseline":{"year":2021.00000000000000000001} | /baseline/year year
          "baseline":{"year":-0.0}            | /baseline/year year
          "baseline":{"year":1e-999999999999} | /baseline/year year
          "baseline":{"year":2100.01}         | /baseline/year year
          "baseline":{"year":1e999999999}     | /baseline/year year
          "baseline":{"year":99999999999}     | /baseline/year year
          "baseline":{"year":1899}            | /baseline/year year
          "baseline":{"year":2101}            | /baseline/year year
          "baseline":{"year":{}}              | /baseline/year year
          "conferences":[{"edition":0}]       | /conferences/0/edition whole
          "conferences":[{"edition":10000}]   | /conferences/0/edition whole
          "baseline":{"gdp":1}                | /baseline/gdp amount
          "baseline":{"gdp":"1,000"}          | /baseline/gdp amount
          "baseline":{"gdp":"-1"}             | /baseline/gdp amount
          "baseline":{"gdp":"1."}             | /baseline/gdp amount
          "baseline":{"gdp":".5"}             | /baseline/gdp amount
          "baseline":{"gdp":"1.234"}          | /baseline/gdp amount
          "baseline":{"gdp":"1e3"}            | /baseline/gdp amount
          "baseline":{"gdp":"1234567890123"}  | /baseline/gdp amount
          "baseline":{"gdp":"12.5亿元"}         | /baseline/gdp amount
          "declarations":{"signedOn":20220613}        | /declarations/signedOn day
          "declarations":{"signedOn":"2022-6-13"}     | /declarations/signedOn day
          "declarations":{"signedOn":"2022年6月13日"}  | /declarations/signedOn day
          "declarations":{"signedOn":"2022-02-29"}    | /declarations/signedOn day
          "declarations":{"signedOn":"2022-04-31"}    | /declarations/signedOn day
          "declarations":{"signedOn":"2022-13-01"}    | /declarations/signedOn day
          "declarations":{"signedOn":"2022-00-10"}    | /declarations/signedOn day
          "declarations":{"signedOn":"2100-02-29"}    | /declarations/signedOn day
          "declarations":{"signedOn":"1899-12-31"}    | /declarations/signedOn day-out-of-range
          "declarations":{"signedOn":" ２１０１－０１－０１"} | /declarations/signedOn day-out-of-range
          "parks":""                                  | /parks list
          "baseline":""                               | /baseline object
          "evidence":[{"sha256":"abc"}]               | /evidence/0/sha256 sha256
          "baseline":{"aboveScaleIndustryGrowth":"8%"}| /baseline/aboveScaleIndustryGrowth percentage
          """)
  void a_value_of_another_kind_is_refused_at_its_place(String members, String defect) {
    assertThat(wrongJson(jsonWith(members))).containsExactly(defect);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"baseline\":{\"gdp\":\"１２３．４５\",\"aboveScaleIndustryGrowth\":\"－１．５\"}",
        "\"baseline\":{\"gdp\":\" \\t2656.56\\u3000\",\"aboveScaleIndustryGrowth\":\"+9.8\"}",
        "\"declarations\":{\"signedOn\":\"２０２２－０６－１３\"}",
        "\"declarations\":{\"signedOn\":\"\\u30002022-06-13\\n\"}",
        "\"declarations\":{\"signedOn\":\"2024-02-29\"}",
        "\"parks\":[{\"cityCode\":\"　５１０１００ \"}]",
        "\"declarations\":{\"signedOn\":\"\\u00a0\\u20282022-06-13\\u0085\\ufeff\\u200b\"}",
        "\"declarations\":{\"signedOn\":\"1900-01-01\"}",
        "\"declarations\":{\"signedOn\":\"2100-12-31\"}",
        "\"baseline\":{\"year\":1900}",
        "\"baseline\":{\"year\":2100,\"gdp\":\"0\"}"
      })
  void full_width_digits_and_white_space_around_a_value_are_read(String members) {
    assertThat(wrongJson(jsonWith(members))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021.0", "2.021e3", "202100E-2", "0.2021e+4", "2021.000000000000000"})
  void a_whole_number_may_be_written_with_a_point_or_an_exponent(String year) throws Exception {
    Draft draft = json(jsonWith("\"baseline\":{\"year\":" + year + "}"));

    assertThat(draft.tree().at("/baseline/year").intValue()).isEqualTo(2021);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\t\\n", "\\u3000\\u00a0", "\\u200b\\ufeff\\u2060"})
  void a_text_without_content_is_read_as_null_wherever_no_free_text_stands(String blank)
      throws Exception {
    String members =
        """
        "baseline":{"year":"","gdp":"","aboveScaleIndustryGrowth":""},
        "parks":[{"level":"","state":"","cityCode":"","manufacturing":""}],
        "conferences":[{"edition":"","startsOn":""}],"cooperation":[{"partners":[""]}],
        "evidence":[{"issuedOn":"","sha256":""}],"declarations":{"truthful":"","signedOn":""}\
        """;

    Draft draft = json(jsonWith(members.replace("\"\"", "\"" + blank + "\"")));

    Draft withNull = json(jsonWith(members.replace("\"\"", "null")));
    assertThat(draft.tree()).isEqualTo(withNull.tree());
  }

  @Test
  void a_full_width_city_code_is_told_in_plain_digits() throws Exception {
    Draft draft = json(shortest().replace("510100", "　５１０１００ "));

    assertThat(draft.applicant()).isEqualTo("510100");
  }

  @Test
  void an_unknown_member_is_told_with_the_known_ones() {
    List<Defect> defects =
        jsonDefects(shortest().replace("\"code\"", "\"colour\":{\"a\":1},\"code\""));

    assertThat(defects)
        .containsExactly(
            new Defect(
                "/city/colour",
                "unknown-member",
                Map.of("found", "{…}", "known", List.of("code", "name"))));
  }

  @Test
  void an_unknown_name_stays_a_pointer_and_shows_no_control_character() {
    String name = "a".repeat(39);

    assertThat(wrongJson(jsonWith("\"a/b~c\":1"))).containsExactly("/a~1b~0c unknown-member");
    assertThat(wrongJson(jsonWith("\"\\u001b\\ud83d\\ude00\":1")))
        .containsExactly("/\uFFFD\uD83D\uDE00 unknown-member");
    assertThat(wrongJson(jsonWith("\"" + name + "/b\":1")))
        .containsExactly("/" + name + "~1… unknown-member");
  }

  @Test
  void a_member_written_twice_is_told_wherever_it_stands() {
    String twice =
        "\"city\":{\"code\":\"510300\"},\"parks\":[{\"level\":null,\"level\":\"county\"}]";

    assertThat(wrongJson(jsonWith(twice)))
        .containsExactly("/city duplicate-member", "/parks/0/level duplicate-member");
  }

  @Test
  void half_a_character_is_told_in_a_text_and_in_a_choice() {
    assertThat(jsonDefects(shortest().replace("\"sichuan-2022-cities\"", "\"ab\\ud83d\"")))
        .containsExactly(
            new Defect(
                "/ruleSet", "lone-surrogate", Map.of("found", "\"ab\uFFFD\"", "position", 3)));
    assertThat(jsonDefects(shortest().replace("\"sichuan-2022-cities\"", "\"\\ude00\\ud83d\"")))
        .containsExactly(
            new Defect(
                "/ruleSet", "lone-surrogate", Map.of("found", "\"\uFFFD\uFFFD\"", "position", 1)));
    assertThat(wrongJson(jsonWith("\"parks\":[{\"level\":\"\\ud83d\"}]")))
        .contains("/parks/0/level choice");
    assertThat(wrongJson(shortest().replace("\"sichuan-2022-cities\"", "\"\\ud83d\\ude00\"")))
        .isEmpty();
  }

  @Test
  void half_a_character_in_a_name_is_not_json() {
    for (String half : List.of("a\\ud83d", "\\ude00", "\\ud83d\\ud83d")) {
      assertThat(wrongJson("{\"" + half + "\":1}")).containsExactly(" json-syntax");
    }
    assertThat(jsonDefects("{\n\"a\\ud83d\":1}"))
        .containsExactly(new Defect("", "json-syntax", Map.of("line", 2, "column", 9)));
  }

  @Test
  void all_defects_are_told_at_once_and_in_the_order_of_the_draft() {
    String draft =
        """
        {"schema":1,"colour":1,"ruleSet":"r","ruleSet":"r",
         "city":{"code":510100,"name":"x"},
         "parks":[null,1,{"level":"x","evidence":[1,null,true]}],
         "baseline":{"year":"2021","gdp":"x"}}\
        """;

    assertThat(wrongJson(draft))
        .containsExactly(
            "/schema schema",
            "/colour unknown-member",
            "/ruleSet duplicate-member",
            "/city/code division",
            "/city/name object",
            "/parks/1 object",
            "/parks/2/level choice",
            "/parks/2/evidence/0 text",
            "/parks/2/evidence/2 text",
            "/baseline/year year",
            "/baseline/gdp amount");
  }

  @Test
  void what_is_wrong_is_shown_shortened_and_beside_what_would_be_right() {
    List<Defect> choice =
        jsonDefects(jsonWith("\"parks\":[{\"level\":\"" + "x".repeat(99) + "\"}]"));
    List<Defect> list = jsonDefects(jsonWith("\"parks\":{\"a\":1}"));

    assertThat(choice.get(0).values())
        .containsEntry("found", "\"" + "x".repeat(40) + "…\"")
        .containsEntry("words", List.of("national", "provincial", "municipal", "county"));
    assertThat(list.get(0).values()).containsEntry("found", "{…}");
  }

  @Test
  void the_format_follows_the_name_of_the_file_or_else_the_first_character() {
    byte[] braces = "\uFEFF \n{".getBytes(StandardCharsets.UTF_8);
    byte[] words = "schema: x".getBytes(StandardCharsets.UTF_8);

    assertThat(Draft.Format.of("bid.JSON", words)).isEqualTo(Draft.Format.JSON);
    assertThat(Draft.Format.of("bid.yaml", braces)).isEqualTo(Draft.Format.YAML);
    assertThat(Draft.Format.of("bid.yml", braces)).isEqualTo(Draft.Format.YAML);
    assertThat(Draft.Format.of("-", braces)).isEqualTo(Draft.Format.JSON);
    assertThat(Draft.Format.of("-", words)).isEqualTo(Draft.Format.YAML);
    assertThat(Draft.Format.of("-", new byte[0])).isEqualTo(Draft.Format.JSON);
  }

  @Test
  void every_fixture_and_whole_bid_is_read() {
    assertThat(Fixtures.all()).allSatisfy(fixture -> assertThat(fixture.draft()).isNotNull());
    assertThat(Fixtures.bids()).allSatisfy(bid -> assertThat(bid.draft()).isNotNull());
  }
}
