package sixones.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.answer.AnswerWriter;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.report.Language;
import sixones.report.json.JsonReport;
import sixones.ruleset.RuleSetsInTests;

/** The command line: exit codes, answers and reports. */
class CheckCommandTest {
  private static final String BIDS = "../../fixtures/sichuan-2022-cities/bids/";
  private static final String MET = BIDS + "sample-met/bid.json";
  private static final String NOT_MET = BIDS + "sample-not-met/bid.json";
  private static final String COMPLIANT = "../../fixtures/sichuan-2022-cities/compliant.json";
  private static final String OPEN = BIDS + "chengdu-2022/bid.json";

  @TempDir Path folder;

  @Test
  void explained_a_finding_shows_its_conditions_one_by_one() throws Exception {
    Run told = Run.check("--explain", NOT_MET);
    Run all = Run.check("--explain", "--all", NOT_MET);
    Run json = Run.of("check", "--explain", "--format", "json", "--as-of", "2022-06-17", NOT_MET);
    Run plain = Run.check(NOT_MET);

    assertThat(told.code()).isEqualTo(1);
    assertThat(told.out())
        .startsWith(plain.out())
        .contains("Why: the conditions of each check")
        .contains("“fail”: its conditions hold")
        .contains("Found: county");
    assertThat(all.out().length()).isGreaterThan(told.out().length());
    assertThat(new ObjectMapper().readTree(json.bytes()).at("/explanation/format").asText())
        .isEqualTo("sixones/explanation/1");
  }

  @Test
  void a_rule_or_a_place_that_is_asked_for_is_explained_whether_it_passed_or_not() {
    Run rule = Run.check("--rule", "park-level", COMPLIANT);
    Run place = Run.check("--pointer", "/parks/0/level", "--explain", COMPLIANT);
    Run json = Run.check("--format", "json", "--rule", "park-level", COMPLIANT);

    for (Run told : List.of(rule, place)) {
      assertThat(told.out())
          .contains("✔ Level of the park  park-level", "“pass”: its conditions hold");
    }
    assertThat(json.out()).contains("\"explanation\"").contains("\"rule\":\"park-level\"");
  }

  @Test
  void an_explanation_of_nothing_says_so() {
    String passed = "../../fixtures/chongqing-33618/compliant.json";
    Run open = Run.of("check", "--explain", "--lang", "en", "--as-of", "2025-03-03", passed);
    Run beyond = Run.check("--rule", "park-level", "--pointer", "/parks/77/level", COMPLIANT);

    assertThat(open.out())
        .contains("There is no open finding to explain.")
        .doesNotContain("its conditions");
    assertThat(beyond.out()).contains("There is nothing to explain: ");
  }

  @Test
  void a_rule_or_a_place_that_there_is_not_is_64_and_named() {
    Run rule = Run.check("--rule", "park-levels", MET);
    Run place = Run.check("--explain", "--pointer", "/parks/0/height", NOT_MET);

    assertThat(List.of(rule.code(), place.code())).containsOnly(64);
    assertThat(rule.err()).contains("There is no such rule", "“park-levels” is not a rule of");
    assertThat(place.err()).contains("There is no such member", "no member at “/parks/0/height”");
    assertThat(rule.out() + place.out()).isEmpty();
  }

  @Test
  void explained_a_full_list_is_cut_in_text_and_whole_in_json_and_when_its_rule_is_asked_for()
      throws Exception {
    ObjectNode bid = Fixtures.compliant();
    ArrayNode parks = bid.withArray("parks");
    while (parks.size() < 30) {
      parks.add(parks.get(0).deepCopy());
    }
    parks.forEach(park -> ((ObjectNode) park).put("level", "county"));
    String file = Files.writeString(folder.resolve("full.json"), bid.toString()).toString();

    Run told = Run.check("--explain", file);
    Run asked = Run.check("--explain", "--rule", "park-level", file);
    Run place = Run.check("--explain", "--rule", "park-level", "--pointer", "/parks/7", file);
    Run json = Run.of("check", "--explain", "--format", "json", "--as-of", "2022-06-17", file);

    assertThat(told.out())
        .contains("10 more places are not shown here.")
        .contains("--rule park-level --pointer /parks");
    assertThat(asked.out()).contains("    Park 30").doesNotContain("not shown here");
    assertThat(place.out().substring(place.out().indexOf("Why: ")))
        .contains("    Park 8")
        .doesNotContain("    Park 9");
    assertThat(new ObjectMapper().readTree(json.bytes()).at("/explanation/findings"))
        .anySatisfy(why -> assertThat(why.at("/facts")).hasSize(30));
  }

  @Test
  void the_exit_code_tells_the_verdict() {
    assertThat(Run.check(MET).code()).isEqualTo(0);
    assertThat(Run.check(NOT_MET).code()).isEqualTo(1);
    assertThat(Run.check(OPEN).code()).isEqualTo(2);
  }

  @Test
  void wrong_usage_is_64_and_told_on_the_error_stream() {
    List<Run> runs =
        List.of(
            Run.of(),
            Run.of("chekc", MET),
            Run.of("check"),
            Run.of("check", "--colour", MET),
            Run.of("check", "--format", "xml", MET),
            Run.of("check", "--color", "blue", MET),
            Run.of("check", "--as-of", "13 June 2022", MET),
            Run.of("check", "--as-of", "2022-02-30", MET),
            Run.of("check", "--as-of", "", MET),
            Run.of("check", "--lang", "fr", MET),
            Run.of("check", "--lang", "", MET),
            Run.of("check", "--rule-set", "sichuan-2030", MET),
            Run.of("check", "--as-of", "2022-06-12", MET));

    assertThat(runs)
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(64);
              assertThat(run.out()).isEmpty();
              assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+20000-01-01"})
  void a_day_no_calendar_tells_is_wrong_usage_and_not_our_fault(String day) {
    assertThat(Run.of("check", "--lang", "en", "--as-of", day, MET).code()).isEqualTo(64);
  }

  @Test
  void a_day_before_the_first_rule_is_told_with_the_first_one() {
    Run run = Run.of("check", "--lang", "en", "--as-of", "2022-06-12", MET);

    assertThat(run.err()).contains("2022-06-12", "2022-06-13");
  }

  @Test
  void an_unreadable_draft_is_65_with_every_defect() throws Exception {
    Path bad = file("bad.json", "{\"schema\":1,\"ruleSet\":\"sichuan-2022-cities\"}");

    Run run = Run.check(bad.toString());

    assertThat(run.code()).isEqualTo(65);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(bad.toString(), "2 errors", "/schema: 1 is not", "/city: This is missing");
  }

  @Test
  void a_draft_for_an_unknown_rule_set_is_65() throws Exception {
    String bid = Fixtures.compliant().put("ruleSet", "sichuan-2030").toString();

    Run run = Run.check(file("other.json", bid).toString());

    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("/ruleSet", "sichuan-2030", RuleSetsInTests.NEWEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no-such-file.json", "../../fixtures", "", "../../fixtures/none/x", "a\u0000b"})
  void a_file_that_is_not_there_or_no_file_is_66(String name) {
    Run run = Run.check(name);

    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).doesNotContain("Exception");
  }

  @Test
  void a_file_whose_name_begins_with_an_at_sign_is_a_file_like_any_other() throws Exception {
    Run run = Run.check("@" + MET);

    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err().lines()).hasSize(2);
  }

  @Test
  void of_several_files_the_worst_exit_code_counts() throws Exception {
    String bad = file("bad.json", "{").toString();

    assertThat(Run.check(MET, OPEN).code()).isEqualTo(2);
    assertThat(Run.check(NOT_MET, OPEN, MET).code()).isEqualTo(1);
    assertThat(Run.check(MET, bad, NOT_MET).code()).isEqualTo(65);
    assertThat(Run.check(MET, "nowhere.json", bad).code()).isEqualTo(66);
  }

  @Test
  void names_stand_before_between_and_after_options_and_after_two_hyphens_as_they_are() {
    Run told =
        Run.of(
            "check", "one", "--as-of", "2022-06-17", "two", "three", "--", "--all", "-1", "four");

    assertThat(told.err().lines().filter(line -> line.endsWith(": The file does not exist")))
        .extracting(line -> line.substring(0, line.indexOf(": ")))
        .containsExactly("one", "two", "three", "--all", "-1", "four");
  }

  @Test
  void of_several_files_every_one_has_its_line_of_json() throws Exception {
    String bad = file("bad.json", "{\"ruleSet\":\"sichuan-2022-cities\",\"schema\":1}").toString();

    Run run = Run.check("--format", "json", MET, bad, OPEN);

    List<JsonNode> lines = run.out().lines().map(CheckCommandTest::json).toList();
    assertThat(run.code()).isEqualTo(65);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).path("verdict").asText()).isEqualTo("MET");
    assertThat(lines.get(1).path("type").asText()).isEqualTo("/problems/unreadable-draft");
    assertThat(lines.get(1).at("/errors/0/pointer").asText()).isEqualTo("/schema");
    assertThat(lines.get(2).path("verdict").asText()).isEqualTo("OPEN");
  }

  @ParameterizedTest
  @MethodSource("bids")
  void json_is_the_json_report_byte_for_byte(Fixtures.WholeBid bid) throws Exception {
    String file = bid.folder().resolve("bid.json").toString();
    String day = bid.asOf().toString();
    Evaluation evaluation =
        new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC()).run(bid.draft(), bid.asOf());

    Run bare = Run.of("check", "--format", "json", "--as-of", day, file);
    Run told = Run.of("check", "--format", "json", "--as-of", day, "--lang", "zh-CN", file);

    assertThat(bare.bytes()).isEqualTo(AnswerWriter.write(evaluation));
    assertThat(told.bytes()).isEqualTo(JsonReport.render(evaluation, Language.ZH_CN));
    assertThat(bare.err()).isEmpty();
  }

  @Test
  void a_hyphen_reads_standard_input_in_either_format() throws Exception {
    byte[] json = Files.readAllBytes(Path.of(MET));
    byte[] yaml = new YAMLMapper().writeValueAsBytes(json(json));

    assertThat(withInput(json, "-").bytes()).isEqualTo(Run.check(MET).bytes());
    assertThat(withInput(yaml, "-").code()).isEqualTo(0);
    assertThat(withInput(new byte[0], "-").code()).isEqualTo(65);
  }

  @Test
  void yaml_is_known_by_the_name_of_the_file() throws Exception {
    byte[] json = Files.readAllBytes(Path.of(OPEN));
    String yaml = new YAMLMapper().writeValueAsString(json(json));

    assertThat(Run.check(file("bid.yaml", yaml).toString()).code()).isEqualTo(2);
    assertThat(Run.check(file("bid.yml", yaml).toString()).code()).isEqualTo(2);
    assertThat(Run.check(file("bid.json", yaml).toString()).code()).isEqualTo(65);
  }

  @Test
  void a_file_beyond_one_mebibyte_is_refused() throws Exception {
    String large = " ".repeat(Draft.MOST_BYTES) + "{}";

    Run run = Run.check(file("large.json", large).toString());

    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("1 MiB");
  }

  @Test
  void a_file_in_gbk_is_65_with_its_encoding_and_how_to_convert_it() throws Exception {
    Path file = folder.resolve("gbk.json");
    Files.write(file, "{\"a\": \"四川省\"}".getBytes(Charset.forName("GBK")));

    Run run = Run.check(file.toString());

    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("not UTF-8", "iconv -f GB18030 -t UTF-8");
  }

  @Test
  void a_word_document_is_65_and_told_as_what_it_is() throws Exception {
    Path file = folder.resolve("bid.docx");
    Files.write(file, "PK\3\4 word/document.xml".getBytes(StandardCharsets.ISO_8859_1));

    Run run = Run.of("check", "--lang", "zh-CN", file.toString());

    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("这是Word文档，不是申报文件");
  }

  @Test
  void a_rule_set_may_be_named_with_its_version() {
    assertThat(Run.check("--rule-set", RuleSetsInTests.NEWEST, MET).bytes())
        .isEqualTo(Run.check(MET).bytes());
  }

  @Test
  void help_is_told_on_the_output_and_says_all_there_is() {
    Run run = Run.of("check", "--help");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "FILE",
            "--as-of",
            "--lang",
            "--format",
            "--rule-set",
            "--all",
            "--color",
            "--help",
            "2022-06-13",
            "zh-CN",
            "standard input");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(Run.of("--help").out())
        .contains("check", "serve", "password", "verify", "Exit codes", "64", "66", "70");
    assertThat(Run.of("--version").out()).startsWith("Six Ones ");
  }

  @ParameterizedTest
  @ValueSource(strings = {Commands.SERVE, Commands.PASSWORD})
  void a_command_of_the_service_is_not_run_without_it(String command) {
    Run run = Run.of(command);

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("./sixones " + command);
  }

  private Run withInput(byte[] bytes, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(bytes));
    try {
      return Run.check(arguments);
    } finally {
      System.setIn(before);
    }
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  static List<Fixtures.WholeBid> bids() {
    return Fixtures.bids();
  }

  private static JsonNode json(String text) {
    return json(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return new ObjectMapper().readTree(bytes);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
