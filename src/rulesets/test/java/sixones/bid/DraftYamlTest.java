package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.jsonDefects;
import static sixones.bid.DraftsInTests.wrongYaml;
import static sixones.bid.DraftsInTests.yaml;
import static sixones.bid.DraftsInTests.yamlDefects;
import static sixones.bid.DraftsInTests.yamlWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.ruleset.RuleSetsInTests;

/** YAML is another way of writing the same members; its own tricks are not read. */
@InTurns(3)
class DraftYamlTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void the_same_bid_gives_the_same_findings_in_json_and_yaml() throws Exception {
    for (Fixtures.Fixture fixture : Fixtures.all()) {
      assertSameFindings(fixture.draft(), fixture.asOf());
    }
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      assertSameFindings(bid.draft(), bid.asOf());
    }
  }

  private static void assertSameFindings(Draft draft, LocalDate day) throws Exception {
    Draft inYaml = yaml(YAML.writeValueAsString(JSON.readTree(draft.bytes())));

    assertThat(RuleSetsInTests.SICHUAN.examine(inYaml, day))
        .isEqualTo(RuleSetsInTests.SICHUAN.examine(draft, day));
  }

  @Test
  void the_same_defects_are_told_in_json_and_yaml() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.put("colour", 1).putNull("ruleSet");
    bid.withObject("/city").put("code", 510100);
    bid.withArray("parks").add("x").addObject().put("level", "town").putArray("evidence").add(1);
    bid.withObject("/declarations").put("signedOn", "2022-02-30").put("truthful", "true");

    List<Defect> inYaml = yamlDefects(YAML.writeValueAsString(bid));

    assertThat(inYaml).hasSize(8).isEqualTo(jsonDefects(bid.toString()));
  }

  @Test
  void json_is_yaml_too() {
    assertThat(wrongYaml(Fixtures.compliant().toPrettyString())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          baseline: {gdp: 2656.56}              | /baseline/gdp amount
          baseline: {gdp: 1_000}                | /baseline/gdp amount
          baseline: {gdp: .inf}                 | /baseline/gdp amount
          baseline: {gdp: '2656.56'}            | -
          baseline: {year: '2021'}              | /baseline/year year
          baseline: {year: 2021}                | -
          parks: [{cityCode: 510100}]           | /parks/0/cityCode division
          parks: [{cityCode: 0x7C8A4}]          | /parks/0/cityCode division
          parks: [{name: {en: no}}]             | /parks/0/name/en text
          parks: [{name: {en: 12}}]             | /parks/0/name/en text
          parks: [{name: {en: ~}}]              | -
          parks: [{name: {en: }}]               | -
          parks: [{level: no}]                  | /parks/0/level choice
          parks: [{manufacturing: no}]          | -
          parks: [{manufacturing: 'no'}]        | /parks/0/manufacturing yes-no
          declarations: {signedOn: 2022-06-13}  | -
          declarations: {signedOn: 2022-02-30}  | /declarations/signedOn day
          declarations: {signedOn: 2022-06-13T00:00:00Z} | /declarations/signedOn day
          """)
  void a_word_without_quotation_marks_is_read_only_where_its_kind_fits(
      String members, String defect) {
    List<String> expected = defect == null ? List.of() : List.of(defect);

    assertThat(wrongYaml(yamlWith(members))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"03745", "0x7E5", "0b11111100101", "2_021", "02021", "+2021"})
  void a_year_written_in_another_way_than_in_json_is_refused(String year) {
    assertThat(wrongYaml(yamlWith("baseline: {year: " + year + "}")))
        .containsExactly("/baseline/year year");
  }

  @Test
  void an_edition_with_a_leading_zero_is_refused_and_not_read_as_octal() {
    assertThat(wrongYaml(yamlWith("conferences: [{edition: 010}]")))
        .containsExactly("/conferences/0/edition whole");
  }

  @Test
  void an_alias_is_not_read() {
    assertThat(wrongYaml(yamlWith("cooperation: &c [{}]\nparks: *c\n")))
        .containsExactly("/parks yaml-alias");
    assertThat(wrongYaml(yamlWith("parks: [{name: &n {en: a}}, {name: *n}]\n")))
        .containsExactly("/parks/1/name yaml-alias");
    assertThat(wrongYaml(yamlWith("parks: [{industry: *nowhere}]\n")))
        .containsExactly("/parks/0/industry yaml-alias");
    assertThat(wrongYaml("*a\n")).containsExactly(" object");
  }

  @Test
  void aliases_of_aliases_do_not_grow() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [\"lol\"]\n");
    for (int i = 1; i < 40; i++) {
      String last = "*a" + (i - 1);
      laughs.append("a" + i + ": &a" + i + " [" + last + "," + last + "," + last + "]\n");
    }

    assertThat(wrongYaml(yamlWith(laughs.toString())))
        .hasSize(40)
        .allMatch(defect -> defect.endsWith(" unknown-member"));
  }

  @Test
  void a_merge_key_is_an_unknown_member() {
    assertThat(wrongYaml(yamlWith("parks: [{<<: {level: national}}]\n")))
        .containsExactly("/parks/0/<< unknown-member");
    assertThat(wrongYaml(yamlWith("<<: *nowhere\n"))).containsExactly("/<< unknown-member");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"x\"]]]]",
        "!!java.io.File [\"/etc/passwd\"]",
        "!!binary \"%%%%\"",
        "!!binary NTEwMTAw",
        "!<tag:yaml.org,2002:java.util.Date> x"
      })
  void a_tag_makes_no_object(String tagged) {
    assertThat(wrongYaml(tagged)).isNotEmpty();
    assertThat(wrongYaml(yamlWith("baseline: " + tagged))).isNotEmpty();
    assertThat(wrongYaml(yamlWith("baseline: {gdp: " + tagged + "}"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\n", "---\nx\n", "---\n{}\n", "...\n%YAML 1.2\n---\nx\n"})
  void a_second_document_is_told(String second) {
    assertThat(wrongYaml(yamlWith(second))).containsExactly(" document-trailing");
  }

  @Test
  void marks_around_one_document_are_read() {
    assertThat(wrongYaml("%YAML 1.2\n---\n" + yamlWith("...\n"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\n", "# only a remark\n", "--- # nothing\n...\n"})
  void a_document_of_marks_and_remarks_alone_is_empty(String text) {
    assertThat(wrongYaml(text)).containsExactly(" document-empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parks:\n\t- a\n",
        "parks: \"a\n",
        "parks: a: b\n",
        "parks: [a\n",
        "parks: @a\n",
        "? [a, b]\n: 1\n",
        ": 1\n",
        "parks: \"\\UFFFFFFFF\"\n",
        "parks: \u0007\n"
      })
  void what_is_not_yaml_is_told(String members) {
    assertThat(wrongYaml(yamlWith(members))).contains(" yaml-syntax");
  }

  @Test
  void the_line_of_a_fault_is_told() {
    List<Defect> colon = yamlDefects(yamlWith("parks: a: b\n"));
    List<Defect> bell = yamlDefects(yamlWith("parks: \u0007\n"));

    assertThat(colon.get(colon.size() - 1).values()).containsEntry("line", 5);
    assertThat(bell.get(0).values()).containsEntry("line", 5);
  }

  @Test
  void duplicate_members_are_told_in_yaml_too() {
    assertThat(wrongYaml(yamlWith("ruleSet: other\nparks: [{level: county, level: county}]\n")))
        .containsExactly("/ruleSet duplicate-member", "/parks/0/level duplicate-member");
  }

  @Test
  void half_a_character_is_told_in_yaml_too() {
    assertThat(wrongYaml(yamlWith("parks: [{industry: \"\\uD83D\"}]\n")))
        .containsExactly("/parks/0/industry lone-surrogate");
    assertThat(wrongYaml(yamlWith("parks: [{industry: \"\\U0001F600\"}]\n"))).isEmpty();
  }

  @Test
  void bytes_of_yaml_are_kept_too() throws Exception {
    String text = "# 说明\r\n" + yamlWith("");

    Draft draft = yaml(text);

    assertThat(new String(draft.bytes(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(text);
    JsonNode read = draft.tree();
    assertThat(read.size()).isEqualTo(3);
  }
}
