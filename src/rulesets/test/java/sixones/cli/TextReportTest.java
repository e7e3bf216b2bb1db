package sixones.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;

/** What the command line prints for a person: the verdict first, every gap filled, all harmless. */
class TextReportTest {
  private static final String MET = "../../fixtures/sichuan-2022-cities/bids/sample-met/bid.json";
  private static final Map<String, List<String>> VERDICTS =
      Map.of(
          "en", List.of("MET", "NOT MET", "INCONCLUSIVE"), "zh-CN", List.of("符合", "不符合", "尚无结论"));

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("bids")
  void the_verdict_comes_first_and_no_gap_is_left(Fixtures.WholeBid bid) {
    String file = bid.folder().resolve("bid.json").toString();
    for (String language : VERDICTS.keySet()) {
      Run run =
          Run.of(
              "check",
              "--lang",
              language,
              "--as-of",
              "2022-06-17",
              "--color",
              "never",
              "--all",
              file);

      List<String> lines = run.out().lines().toList();
      String verdict = VERDICTS.get(language).get(run.code());
      String bidLine = language.equals("en") ? "The bid" : "申报材料";
      int head = bid.draft().declaredUntruthful() ? 5 : 4;
      assertThat(lines.get(head + 7)).contains(verdict, bidLine);
      assertThat(lines.subList(0, head)).anyMatch(line -> line.contains("sha256:"));
      assertThat(lines.subList(head, head + 6)).allMatch(line -> !line.isBlank());
      assertThat(run.out()).doesNotContain("{", "}", "null", "\u001B").endsWith("\n");
      assertThat(run.err()).isEmpty();
    }
  }

  static List<Fixtures.WholeBid> bids() {
    return Fixtures.bids();
  }

  @ParameterizedTest
  @MethodSource("bids")
  void a_bid_that_declares_itself_untruthful_says_so_in_the_head_and_no_other_does(
      Fixtures.WholeBid bid) {
    String file = bid.folder().resolve("bid.json").toString();

    String english = Run.of("check", "--lang", "en", "--as-of", "2022-06-17", file).out();
    String chinese = Run.of("check", "--lang", "zh-CN", "--as-of", "2022-06-17", file).out();

    boolean declared = bid.folder().endsWith("sample-not-met");
    assertThat(head(english).contains("declares in this bid that what it says is not true"))
        .isEqualTo(declared);
    assertThat(head(chinese).contains("声明：所填内容不真实")).isEqualTo(declared);
  }

  private static String head(String report) {
    return report.substring(0, report.indexOf("\n\n"));
  }

  @Test
  void what_is_met_is_met_as_stated_while_people_have_to_judge() {
    Run english = Run.of("check", "--lang", "en", "--as-of", "2022-06-17", MET);
    Run chinese = Run.of("check", "--lang", "zh-CN", "--as-of", "2022-06-17", MET);

    assertThat(english.code()).isZero();
    assertThat(english.out())
        .containsPattern("MET AS STATED +Pillar industry · 3 for officers to judge")
        .containsPattern(
            "MET AS STATED +The bid · 6 requirements met.*\n +3 for officers to judge\n")
        .contains("As stated, all requirements are met")
        .containsPattern("✔ MET +Park");
    assertThat(chinese.out()).contains("按所填内容符合", "另有3项待工作人员研判");
  }

  @Test
  void a_blank_that_keeps_the_requirement_open_stands_in_the_way_and_not_with_what_is_judged()
      throws Exception {
    ObjectNode bid = Fixtures.compliant();
    ((ObjectNode) bid.at("/pillarIndustries/0")).putNull("growthPotential");
    String file = Files.writeString(folder.resolve("blank.json"), bid.toString()).toString();

    Run run = Run.of("check", "--lang", "en", "--as-of", "2022-06-17", file);

    assertThat(run.code()).isEqualTo(2);
    int way = run.out().indexOf("To supply, correct or review");
    int left = run.out().indexOf("\nFor officers to judge\n");
    int rule = run.out().indexOf("pillar-industry-growth-potential");
    assertThat(rule).isBetween(way, left);
    assertThat(run.out().indexOf("pillar-industry-growth-potential", left)).isNegative();
    assertThat(run.out()).contains("1 for the applicant to supply · 5 for officers to judge");
  }

  @Test
  void with_all_the_rules_that_passed_are_told_too() {
    String brief = Run.check(MET).out();
    String whole = Run.check("--all", MET).out();

    assertThat(brief).doesNotContain("\nPassed\n", "park-named").contains("--all");
    assertThat(whole).contains("\nPassed\n", "park-named").doesNotContain("--all");
  }

  @Test
  void colours_are_there_when_asked_for_and_carry_no_meaning_of_their_own() {
    String plain =
        Run.of("check", "--lang", "en", "--as-of", "2022-06-17", "--color=never", MET).out();
    String painted =
        Run.of("check", "--lang", "en", "--as-of", "2022-06-17", "--color=always", MET).out();

    assertThat(plain).doesNotContain("\u001B");
    assertThat(painted).contains("\u001B[32m", "\u001B[0m");
    assertThat(painted.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void the_report_is_in_the_language_asked_for() {
    assertThat(Run.of("check", "--lang", "zh_CN", "--as-of", "2022-06-17", MET).out())
        .startsWith("六个一");
    assertThat(Run.of("check", "--lang", "en-GB", "--as-of", "2022-06-17", MET).out())
        .startsWith("Six Ones");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void hostile_texts_are_shown_harmlessly_wherever_they_stand(String language) throws Exception {
    String hostile =
        "\u001B[2J\u001B]0;x\u0007\r\n"
            + "\t\b\u0000\u0085\u009B31m\u202E\u2066\u200F\u2028\uFEFF{found}"
            + "名".repeat(4000);
    ObjectNode bid = Fixtures.compliant();
    everyFreeText(bid, hostile);
    String file = Files.writeString(folder.resolve("hostile.json"), bid.toString()).toString();

    Run run =
        Run.of(
            "check",
            "--lang",
            language,
            "--as-of",
            "2022-06-17",
            "--color",
            "never",
            "--all",
            file);

    assertThat(run.code()).isIn(0, 1, 2);
    assertHarmless(run.out());
    assertThat(run.out()).contains("名名名");
  }

  @Test
  void hostile_names_in_complaints_are_shown_harmlessly() throws Exception {
    String hostile = "\u001B[31m\u202E\u0007\n\u009B";
    ObjectNode other = Fixtures.compliant().put("ruleSet", hostile);
    ObjectNode unknown = Fixtures.compliant().put(hostile, hostile).put("parks", hostile);
    String first = Files.writeString(folder.resolve("a.json"), other.toString()).toString();
    String second = Files.writeString(folder.resolve("b.json"), unknown.toString()).toString();

    assertHarmless(Run.check(first).err());
    assertHarmless(Run.check(second).err());
    assertHarmless(Run.check("none\u001B[31m\u202E.json").err());
    assertHarmless(Run.of("check", "--lang", "\u001B[31m", MET).err());
    assertHarmless(Run.of("check", "--lang", "en", "--as-of", "\u001B[31m", MET).err());
    assertHarmless(Run.check("--rule-set", "\u001B[31m", MET).err());
  }

  private static void assertHarmless(String printed) {
    assertThat(printed).isNotBlank();
    assertThat(printed.codePoints().filter(c -> c != '\n' && obeyed(c)).boxed()).isEmpty();
  }

  private static boolean obeyed(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static void everyFreeText(JsonNode node, String text) {
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        everyFreeText(list.get(i), text);
      }
      return;
    }
    node.fields()
        .forEachRemaining(
            member -> {
              if (List.of("en", "zh", "industry", "chain", "category", "creditCode", "subject")
                  .contains(member.getKey())) {
                // An industry of another name each, so that required rules fail and are told, too.
                boolean name = List.of("en", "zh").contains(member.getKey());
                member.setValue(TextNode.valueOf(name ? text : text + member.getKey()));
              } else if (member.getKey().equals("evidence") && member.getValue().size() == 1) {
                ((ArrayNode) member.getValue()).add(text);
              } else {
                everyFreeText(member.getValue(), text);
              }
            });
  }
}
