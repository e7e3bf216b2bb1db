package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Length;
import sixones.Project;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.fact.identity.Relation;
import sixones.finding.Finding;
import sixones.people.Role;
import sixones.rule.Comparison;
import sixones.rule.Rule;
import sixones.rule.Truth;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/**
 * Every sentence is there in both languages, needed, and complete once its values are filled in.
 */
@InTurns(6)
class MessagesTest {
  private static final Pattern LEFT_OVER = Pattern.compile("\\{[A-Za-z]*}|null");

  static List<String> folders() {
    return RuleSetsInTests.ALL.all().stream().map(RuleSetsInTests.ALL::folder).toList();
  }

  static Stream<Arguments> foldersInEachLanguage() {
    return folders().stream()
        .flatMap(
            folder -> Stream.of(Language.values()).map(language -> arguments(folder, language)));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void both_languages_of_a_rule_set_have_the_same_keys(String folder) {
    RuleSet rules = RuleSetsInTests.of(folder);

    assertThat(keys(rules.messages("zh-CN"))).isEqualTo(keys(rules.messages("en")));
  }

  @Test
  void both_languages_of_every_report_have_the_same_keys() throws IOException {
    assertThat(keys(words("zh-CN"))).isEqualTo(keys(words("en")));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void a_rule_set_has_exactly_the_keys_its_rules_need(String folder) {
    RuleSet rules = RuleSetsInTests.of(folder);
    Set<String> needed = new TreeSet<>();
    rules.requirements().forEach(id -> needed.add(id + ".title"));
    for (Rule rule : rules.rules().values()) {
      needed.add(rule.requirement() + ".title");
      Stream.of("title", "incomplete", "advice").forEach(s -> needed.add(rule.id() + "." + s));
      rule.checks().forEach(check -> needed.addAll(keysOf(rule, check)));
      if (rule.examines().size() > 1) {
        rule.examines().forEach(member -> needed.add(rule.id() + ".incomplete." + member));
        needed.add(rule.id() + ".incomplete.another");
      }
    }

    Set<String> there = keys(rules.messages("en"));
    there.removeIf(key -> key.startsWith("value."));
    rules.relaxations().stream()
        .flatMap(relaxation -> relaxation.rules().stream())
        .forEach(rule -> there.remove(rule + ".review.relaxed"));
    rules.rules().values().forEach(rule -> needed.addAll(namedMembers(rule, there)));
    assertThat(there).isEqualTo(needed);
  }

  /** The members that the conditions of a rule look at and that the rule set has a name for. */
  private static Set<String> namedMembers(Rule rule, Set<String> there) {
    Set<String> named = new TreeSet<>();
    rule.checks()
        .forEach(
            check ->
                check
                    .when()
                    .eachLeaf(
                        leaf ->
                            leaf.members()
                                .forEach(
                                    member -> named.add("fact." + rule.kind() + "." + member))));
    named.retainAll(there);
    return named;
  }

  private static List<String> keysOf(Rule rule, Rule.Check check) {
    String key = rule.id() + "." + check.says();
    if (check.says().equals("applies")) {
      return List.of();
    }
    return check.reasons().isEmpty()
        ? List.of(key)
        : check.reasons().stream().map(reason -> key + "." + reason).toList();
  }

  @Test
  void every_sentence_of_every_report_is_used_somewhere() throws IOException {
    String code = code();
    Set<String> unused = keys(words("en"));
    unused.removeIf(key -> code.contains('"' + key + '"') || isMadeUp(key, code));

    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void every_fixture_is_told_without_a_gap_in_both_languages(String folder) throws Exception {
    List<String> gaps = new ArrayList<>();
    List<Fixtures.Fixture> fixtures = fixtures(folder);
    for (int i = 0; i < fixtures.size(); i += Length.of(3, 1)) {
      Fixtures.Fixture fixture = fixtures.get(i);
      RuleSet rules = withParametersOf(fixture, RuleSetsInTests.of(folder));
      List<Finding> findings = rules.examine(fixture.draft(), fixture.asOf());
      for (Language language : Language.values()) {
        Messages messages = Messages.of(rules, language);
        for (Finding finding : findings) {
          for (String sentence : sentences(rules, messages, finding)) {
            if (sentence.isBlank() || LEFT_OVER.matcher(sentence).find()) {
              gaps.add(fixture + ": " + finding.rule().id() + ": " + sentence);
            }
          }
        }
      }
    }

    assertThat(gaps).isEmpty();
  }

  private static RuleSet withParametersOf(Fixtures.Fixture fixture, RuleSet set) {
    Map<String, JsonNode> parameters = new HashMap<>();
    fixture
        .body()
        .path("parameters")
        .properties()
        .forEach(parameter -> parameters.put(parameter.getKey(), parameter.getValue()));
    return parameters.isEmpty() ? set : set.with(parameters);
  }

  private static List<Fixtures.Fixture> fixtures(String folder) {
    return Fixtures.folders().stream()
        .filter(one -> one.name().equals(folder))
        .flatMap(one -> one.all().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("foldersInEachLanguage")
  void every_citation_is_told_without_a_gap(String folder, Language language) {
    RuleSet rules = RuleSetsInTests.of(folder);
    Messages messages = Messages.of(rules, language);

    assertThat(rules.citations().values())
        .allSatisfy(
            citation -> {
              Passage passage = messages.passage(citation);
              assertThat(passage.gist()).isNotBlank();
              assertThat(passage.source()).doesNotContain("{").doesNotContain("null");
            });
  }

  @Test
  void a_value_is_told_in_the_words_and_numbers_of_the_reader() throws Exception {
    var bid = Fixtures.compliant();
    Fixtures.change(
        bid, "/parks/0/level", com.fasterxml.jackson.databind.node.TextNode.valueOf("county"));
    Evaluations evaluations = new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

    Evaluation evaluation = evaluations.run(Fixtures.draft(bid), Fixtures.BID_DAY);

    assertThat(told(evaluation, "park-level", Language.EN))
        .contains("county", "national and provincial");
    assertThat(told(evaluation, "park-level", Language.ZH_CN)).contains("县级", "国家级和省级");
    assertThat(told(evaluation, "core-gdp", Language.EN)).doesNotContain("2021");
  }

  @Test
  void a_rule_set_is_called_by_its_title_before_its_id() {
    RuleSet rules = RuleSetsInTests.SICHUAN;
    Messages messages = Messages.of(rules, Language.ZH_CN);

    assertThat(messages.ruleSet(rules.id())).isEqualTo("四川省首批制造强市试点（2022年） · " + rules.id());
    assertThat(messages.ruleSet("another")).isEqualTo("another");
  }

  private static String told(Evaluation evaluation, String rule, Language language) {
    return Report.of(evaluation, language).finding(rule).message();
  }

  private static List<String> sentences(RuleSet rules, Messages messages, Finding finding) {
    List<String> sentences = new ArrayList<>();
    sentences.add(messages.title(finding.rule().id()));
    sentences.add(ReportFinding.of(finding, rules, messages).message());
    finding.places().forEach(place -> sentences.add(messages.message(finding.rule(), place)));
    if (messages.advice(finding) != null) {
      sentences.add(messages.advice(finding));
    }
    return sentences;
  }

  /**
   * Keys put together from a prefix in the code: a word of an enum, a kind of defect or problem, or
   * why the database cannot be used.
   */
  private static boolean isMadeUp(String key, String code) {
    if (key.startsWith("role.")) {
      return Role.of(key.substring("role.".length())).isPresent();
    }
    if (Stream.of(
            "defect.",
            "problem.",
            "unfit.",
            "fault.",
            "database.",
            "backup.",
            "archive.",
            "retention.")
        .anyMatch(key::startsWith)) {
      // Refusals of the case's policy have their code behind "act-".
      String kind = key.split("\\.")[1].replaceFirst("^act-", "");
      return code.contains('"' + kind + '"') || kind.startsWith("missing-");
    }
    if (key.startsWith("word.")) {
      return askedWords().contains(key.substring("word.".length()));
    }
    if (key.startsWith("why.")) {
      String made = key.substring("why.".length()).replaceAll("check\\.|\\.day", "");
      return Comparison.of(made) != null
          || Stream.of(Truth.values()).anyMatch(truth -> truth.name().equals(made));
    }
    return Stream.of("verdict.", "outcome.", "severity.", "blank.").anyMatch(key::startsWith);
  }

  /** The words that conditions compare members with, and those that a comparison of names has. */
  private static Set<String> askedWords() {
    Set<String> words = new TreeSet<>(Relation.Kind.WORDS);
    List<Rule> rules =
        RuleSetsInTests.ALL.all().stream().flatMap(set -> set.rules().values().stream()).toList();
    for (Rule rule : rules) {
      for (Rule.Check check : rule.checks()) {
        check.when().eachLeaf(leaf -> words.addAll(ConditionWords.of(leaf)));
      }
    }
    return words;
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String module : List.of("engine", "server")) {
      try (Stream<Path> files = Files.walk(Project.file("src/" + module + "/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    return code.toString();
  }

  private static String words(String language) throws IOException {
    return Files.readString(
        Path.of("../engine/main/resources/sixones/report/words." + language + ".properties"));
  }

  private static Set<String> keys(String properties) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(properties));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new TreeSet<>(read.stringPropertyNames());
  }
}
