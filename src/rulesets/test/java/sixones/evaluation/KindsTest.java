package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ibm.icu.text.UnicodeSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** Kinds of writing that mean the same, or nothing, held on inputs nobody has listed. */
@InTurns(3)
class KindsTest {
  private static final Evaluations EVALUATIONS =
      new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

  /** The texts of the compliant bid that rules read. */
  private static final List<String> TEXTS =
      List.of(
          "/parks/0/name/zh",
          "/parks/0/industry",
          "/pillarIndustries/0/name/zh",
          "/pillarIndustries/0/name/en",
          "/pillarIndustries/0/category",
          "/pillarIndustries/0/growthPotential",
          "/pillarIndustries/0/marketProspects",
          "/pillarIndustries/0/drivingForce",
          "/chainLeaders/0/name/zh",
          "/chainLeaders/0/industry",
          "/chainHeads/0/name/zh",
          "/chainHeads/0/chain",
          "/innovationPlatforms/0/name/zh",
          "/innovationPlatforms/0/industry",
          "/conferences/0/name/zh",
          "/conferences/0/industry",
          "/evidence/0/id",
          "/parks/0/evidence/0");

  private static final List<String> NAMES =
      TEXTS.stream()
          .filter(text -> !text.matches(".*(Potential|Prospects|Force|id|evidence/0)"))
          .toList();

  private static final UnicodeSet INVISIBLE =
      new UnicodeSet("[[:Cc:][:Cf:][:White_Space:][:Default_Ignorable_Code_Point:]]").freeze();

  private static final Map<Integer, String> LOOK_ALIKES = lookAlikes();

  @Property(tries = 500)
  void invisible_characters_change_no_outcome(
      @ForAll("texts") String place, @ForAll("invisible") List<Integer> hidden, @ForAll long where)
      throws Exception {
    ObjectNode bid = Fixtures.compliant();
    String text = bid.at(place).textValue();

    Fixtures.change(bid, place, TextNode.valueOf(interspersed(text, hidden, where)));

    assertThat(outcomes(bid)).isEqualTo(outcomes(Fixtures.compliant()));
  }

  @Property(tries = 300)
  void what_nobody_can_see_is_silence(
      @ForAll("texts") String place, @ForAll("invisible") List<Integer> hidden) throws Exception {
    ObjectNode unseen = Fixtures.compliant();
    ObjectNode blank = Fixtures.compliant();

    Fixtures.change(unseen, place, TextNode.valueOf(interspersed("", hidden, 0)));
    Fixtures.change(blank, place, TextNode.valueOf(""));

    assertThat(outcomes(unseen)).isEqualTo(outcomes(blank));
  }

  @Property(tries = 500)
  void a_look_alike_is_the_character_it_looks_like(@ForAll("lookAlikeNames") List<String> spellings)
      throws Exception {
    ObjectNode bid = bidOnIndustry(spellings.get(0), spellings.get(1));

    assertThat(at(bid, "park-hosts-pillar-industry")).isEqualTo(Outcome.PASS);
  }

  @Property(tries = 500)
  void endings_make_no_other_industry(
      @ForAll("stems") String stem, @ForAll("endings") String one, @ForAll("endings") String other)
      throws Exception {
    ObjectNode bid = bidOnIndustry(stem + one, stem + other);

    assertThat(at(bid, "park-hosts-pillar-industry")).isEqualTo(Outcome.PASS);
  }

  @Property(tries = 1_000)
  void a_placeholder_passes_nowhere(
      @ForAll("names") String place, @ForAll("placeholders") String placeholder) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    if (place.matches(".*/(zh|en)")) {
      bid.withObject(place.substring(0, place.length() - 3)).removeAll();
    }

    Fixtures.change(bid, place, TextNode.valueOf(placeholder));

    String examined = place.replaceFirst("/(zh|en)$", "");
    for (Finding finding : EVALUATIONS.run(Fixtures.draft(bid), Fixtures.BID_DAY).findings()) {
      for (Finding.At found : finding.places()) {
        if (found.pointer().equals(examined)) {
          assertThat(found.outcome()).as(finding.rule().id()).isNotEqualTo(Outcome.PASS);
          assertThat(found.outcome()).as(finding.rule().id()).isNotEqualTo(Outcome.FAIL);
        }
      }
    }
  }

  @Property(tries = 300)
  void placeholders_never_match_each_other(
      @ForAll("placeholders") String one, @ForAll("placeholders") String other) throws Exception {
    ObjectNode bid = bidOnIndustry(one, other);

    assertThat(at(bid, "park-hosts-pillar-industry")).isNotIn(Outcome.PASS, Outcome.FAIL);
  }

  @Property(tries = 300)
  void a_placeholder_in_place_of_a_text_to_be_judged_says_nothing(
      @ForAll("wholePlaceholders") String placeholder) throws Exception {
    ObjectNode bid = Fixtures.compliant();

    Fixtures.change(bid, "/pillarIndustries/0/growthPotential", TextNode.valueOf(placeholder));

    assertThat(at(bid, "pillar-industry-growth-potential")).isEqualTo(Outcome.INCOMPLETE);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<List<Integer>> invisible() {
    return Arbitraries.integers()
        .between(0, INVISIBLE.size() - 1)
        .map(INVISIBLE::charAt)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /** A name twice: as it is, and with some of its characters replaced by what looks like them. */
  @Provide
  Arbitrary<List<String>> lookAlikeNames() {
    Arbitrary<Integer> characters = Arbitraries.of(LOOK_ALIKES.keySet());
    return Combinators.combine(
            characters.list().ofMinSize(3).ofMaxSize(8), Arbitraries.randomValue(r -> r))
        .as(
            (all, random) -> {
              StringBuilder plain = new StringBuilder("示例");
              StringBuilder spelt = new StringBuilder("示例");
              for (int c : all) {
                String others = LOOK_ALIKES.get(c);
                int[] choice = others.codePoints().toArray();
                plain.appendCodePoint(c);
                spelt.appendCodePoint(choice[random.nextInt(choice.length)]);
              }
              return List.of(plain + "器件", spelt + "器件");
            });
  }

  @Provide
  Arbitrary<String> stems() {
    return Arbitraries.strings().withChars("稀土永磁白酒航空锂电硅钒钛药械").ofMinLength(2).ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> endings() {
    List<String> endings = new ArrayList<>(parameter("name-endings"));
    endings.add("");
    return Arbitraries.of(endings);
  }

  @Provide
  Arbitrary<String> wholePlaceholders() {
    Arbitrary<String> repeated =
        Combinators.combine(
                Arbitraries.of(parameter("placeholder-characters")),
                Arbitraries.integers().between(2, 9))
            .as((character, times) -> character.repeat(times));
    Arbitrary<String> words =
        Combinators.combine(
                Arbitraries.of(parameter("placeholder-words")), Arbitraries.of("", "", "1", "二"))
            .as((word, numeral) -> word.matches("[01]") ? word : word + numeral);
    return Combinators.combine(
            Arbitraries.of("", "“", "（", "  ", "【", "—"),
            Arbitraries.oneOf(words, repeated),
            Arbitraries.of("", "。", "！", "）", "……", " ", "、"))
        .as((before, word, after) -> before + word + after);
  }

  @Provide
  Arbitrary<String> placeholders() {
    Arbitrary<String> beginnings =
        Arbitraries.of(parameter("placeholder-beginnings")).map(text -> text + "示例园区");
    Arbitrary<String> endings =
        Arbitraries.of(parameter("placeholder-endings")).map(text -> "示例园区" + text);
    Arbitrary<String> bracketed =
        Combinators.combine(
                Arbitraries.of(parameter("placeholder-bracketed-endings")),
                Arbitraries.of("（）", "()", "【】", "〔〕"))
            .as((word, pair) -> "示例园区" + pair.charAt(0) + word + pair.charAt(1));
    return Arbitraries.oneOf(wholePlaceholders(), beginnings, endings, bracketed);
  }

  private static List<String> parameter(String id) {
    RuleSet rules = RuleSetsInTests.SICHUAN;
    List<String> texts = new ArrayList<>();
    rules
        .parameters()
        .get(id)
        .inForceOn(Fixtures.BID_DAY)
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Characters and what looks like each of them: radicals, widths, variants of marks. */
  private static Map<Integer, String> lookAlikes() {
    Map<Integer, String> alike = new TreeMap<>();
    String[] groups = {
      "车⻋",
      "金⾦",
      "龙⻰",
      "见⻅",
      "贝⻉",
      "风⻛",
      "鱼⻥",
      "鸟⻦",
      "黄⻩",
      "长⻓",
      "A\uFF21a\uFF41",
      "z\uFF3A\uFF5A",
      "7\uFF17",
      "(（【〔[",
      ")）】〕]",
      "·•・‧",
      "-—–－―",
      "\"“”「『《"
    };
    for (String group : groups) {
      alike.put(group.codePointAt(0), group);
    }
    return alike;
  }

  private static String interspersed(String text, List<Integer> hidden, long where) {
    List<Integer> characters = new ArrayList<>(text.codePoints().boxed().toList());
    java.util.Random random = new java.util.Random(where);
    hidden.forEach(c -> characters.add(random.nextInt(characters.size() + 1), c));
    StringBuilder all = new StringBuilder();
    characters.forEach(all::appendCodePoint);
    return all.toString();
  }

  private static ObjectNode bidOnIndustry(String park, String pillar) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/industry", TextNode.valueOf(park));
    bid.withObject("/pillarIndustries/0/name").removeAll().put("zh", pillar);
    return bid;
  }

  private static Outcome at(ObjectNode bid, String rule) throws Exception {
    return outcomes(bid).get(rule);
  }

  private static Map<String, Outcome> outcomes(ObjectNode bid) throws Exception {
    Map<String, Outcome> outcomes = new TreeMap<>();
    EVALUATIONS
        .run(Fixtures.draft(bid), Fixtures.BID_DAY)
        .findings()
        .forEach(finding -> outcomes.put(finding.rule().id(), finding.outcome()));
    return outcomes;
  }
}
