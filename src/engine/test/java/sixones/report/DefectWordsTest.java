package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.Fixtures;
import sixones.bid.ContractsInTests;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;

/** Every kind of defect is said in both languages, and every such sentence is of a defect. */
class DefectWordsTest {
  /** Kinds of defect that a bid of the cities cannot have. */
  private static final String OTHER = "applicant decimal";

  private static final Map<String, byte[]> DRAFTS = new LinkedHashMap<>();

  static {
    draft("document-empty", "");
    draft("document-trailing", "{}{}");
    draft("document-beyond-limits", "{\"a\":" + "[".repeat(2000));
    draft("json-syntax", "{");
    draft("yaml-syntax", "a: b: c");
    draft("yaml-alias", "city: *c");
    draft("unknown-member", "{\"a\":1}");
    draft("duplicate-member", "{\"city\":null,\"city\":null}");
    draft("missing-schema missing-rule-set missing-member", "{}");
    draft("missing-applicant", "{\"city\":{}}");
    draft("object", "[]");
    draft("list", "{\"parks\":1}");
    draft("text", "{\"ruleSet\":1}");
    draft("yes-no", "{\"declarations\":{\"truthful\":1}}");
    draft("amount percentage", "{\"baseline\":{\"gdp\":1,\"aboveScaleIndustryGrowth\":1}}");
    draft("day-out-of-range", "{\"declarations\":{\"signedOn\":\"1899-12-31\"}}");
    draft("day", "{\"declarations\":{\"signedOn\":1}}");
    draft("division", "{\"city\":{\"code\":1}}");
    draft("sha256", "{\"evidence\":[{\"sha256\":\"x\"}]}");
    draft("schema", "{\"schema\":1}");
    draft("year", "{\"baseline\":{\"year\":1}}");
    draft("whole", "{\"conferences\":[{\"edition\":0}]}");
    draft("choice", "{\"parks\":[{\"level\":\"x\"}]}");
    draft("too-many-entries", "{\"parks\":[" + "null,".repeat(200) + "null]}");
    draft("too-deep", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}");
    draft("text-too-long", "{\"ruleSet\":\"" + "x".repeat(1 << 17) + "\"}");
    draft("lone-surrogate", "{\"ruleSet\":\"\\ud800\"}");
    draft(
        "more-defects",
        IntStream.range(0, 1100)
            .mapToObj(i -> "\"k" + i + "\":0")
            .collect(Collectors.joining(",", "{", "}")));
    DRAFTS.put("document-too-large", new byte[Draft.MOST_BYTES + 1]);
    DRAFTS.put("document-not-utf8", new byte[] {(byte) 0xFF});
    DRAFTS.put("document-other-encoding", "{\"a\":\"四川\"}".getBytes(Charset.forName("GBK")));
    draft("document-other-file", "%PDF-1.7");
    draft(
        OTHER,
        "{\"schema\":1,\"park\":{\"id\":1},\"ratio\":1,\"shares\":{\"one\":\"x\",\"six\":1}}");
  }

  private static void draft(String kinds, String text) {
    DRAFTS.put(kinds, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_defect_is_said_without_a_gap(Language language) {
    DRAFTS.forEach(
        (kinds, bytes) -> {
          Problem problem = problem(kinds, bytes, language);

          Set<String> told =
              problem.errors().stream().map(Problem.Error::kind).collect(Collectors.toSet());
          assertThat(told).contains(kinds.split(" "));
          assertThat(problem.errors())
              .allSatisfy(
                  error ->
                      assertThat(error.detail().replace("{…}", ""))
                          .isNotBlank()
                          .doesNotContain("{", "}", "null", "  ")
                          .matches("(?s).*[.。]"));
          assertThat(problem.body().toString()).contains("\"detail\"");
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_words_are_kept_for_a_defect_that_is_none(Language language) {
    Set<String> kinds = new TreeSet<>();
    DRAFTS.keySet().forEach(key -> kinds.addAll(Set.of(key.split(" "))));

    assertThat(kindsWithWords(language)).isEqualTo(kinds);
  }

  @Test
  void a_draft_that_is_too_large_has_a_status_of_its_own() {
    byte[] large = DRAFTS.get("document-too-large");

    assertThat(problem("large", large, Language.EN).status()).isEqualTo(413);
    assertThat(problem("empty", new byte[0], Language.EN).status()).isEqualTo(422);
  }

  @Test
  void the_reader_is_told_where_and_what_would_be_right() {
    byte[] bytes = DRAFTS.get("choice");

    assertThat(problem("choice", bytes, Language.EN).errors())
        .filteredOn(error -> error.kind().equals("choice"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.pointer()).isEqualTo("/parks/0/level");
              assertThat(error.detail()).contains("\"x\"", "national", "county");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          declarations | signedOn | "2022/6/13"      | "2022-06-13"
          declarations | signedOn | "2022年6月13日"  | "2022-06-13"
          declarations | signedOn | 20220613         | "2022-06-13"
          declarations | signedOn | "13/6/2022"      | "2022-06-13"
          baseline     | gdp      | 2656.56          | "2656.56"
          baseline     | gdp      | "2,656.56 亿元"  | "2656.56"
          baseline     | gdp      | "265,600 万元"   | "26.56"
          baseline     | gdp      | "265,656 万元"   | "26.57"
          baseline     | gdp      | "265,656 万元"   | 26.5656
          baseline     | gdp      | "12 万元"        | 0.0012
          baseline     | gdp      | "2.6k"           | "2656.56"
          baseline     | year     | "2021年"         | 2021
          baseline     | year     | "21"             | 1900
          baseline     | aboveScaleIndustryGrowth | "−1.5%" | "-1.5"
          baseline     | aboveScaleIndustryGrowth | "1.5‰"  | "9.8"
          declarations | truthful | "true"           | true
          declarations | truthful | "是"             | true
          """)
  void the_right_form_of_a_value_is_told_where_it_can_be_understood(
      String member, String name, String found, String right) {
    byte[] bytes =
        "{\"%s\":{\"%s\":%s}}".formatted(member, name, found).getBytes(StandardCharsets.UTF_8);

    for (Language language : Language.values()) {
      assertThat(problem("value", bytes, language).errors())
          .filteredOn(error -> error.pointer().equals("/" + member + "/" + name))
          .singleElement()
          .satisfies(error -> assertThat(error.detail()).startsWith(found).contains(right));
    }
  }

  @Test
  void a_word_in_other_letters_is_told_as_the_word_it_is() {
    byte[] bytes = "{\"parks\":[{\"level\":\"National\"}]}".getBytes(StandardCharsets.UTF_8);

    assertThat(problem("value", bytes, Language.EN).errors())
        .extracting(Problem.Error::detail)
        .contains("\"National\" is not one of the words for this place. Write \"national\".");
  }

  private static Problem problem(String kinds, byte[] bytes, Language language) {
    Draft.Format format = kinds.startsWith("yaml") ? Draft.Format.YAML : Draft.Format.JSON;
    try {
      Draft.read(
          bytes, format, kinds.equals(OTHER) ? ContractsInTests.EVERY_KIND : Fixtures.CONTRACT);
      throw new AssertionError(kinds + " was read");
    } catch (UnreadableDraft e) {
      return Problem.of(e, language);
    }
  }

  private static Set<String> kindsWithWords(Language language) {
    Properties words = new Properties();
    String path = "words." + language.tag() + ".properties";
    try (Reader in =
        new InputStreamReader(Messages.class.getResourceAsStream(path), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.stringPropertyNames().stream()
        .filter(key -> key.startsWith("defect."))
        .map(key -> key.substring("defect.".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
