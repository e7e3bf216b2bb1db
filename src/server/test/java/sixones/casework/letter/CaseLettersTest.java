package sixones.casework.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Project;
import sixones.letter.ChangedLetter;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.letter.LetterBlock;
import sixones.letter.LetterBlock.Role;
import sixones.letter.LetterKind;
import sixones.letter.LetterRendering;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Language;

/**
 * What the letters of a case say, from its acts alone; {@code -Dgolden=update} writes the files
 * anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InTurns(3)
class CaseLettersTest {
  private static final Path FOLDER =
      Project.file("src/server/test/resources/sixones/casework/golden");

  private Map<String, Letter> all;

  @BeforeAll
  void write() {
    all = LettersOfCases.all();
  }

  @Test
  void a_letter_of_each_kind_reads_as_its_golden_files() throws IOException {
    assertThat(all.values()).extracting(Letter::kind).contains(LetterKind.values());
    Set<String> expected = new TreeSet<>();
    for (Map.Entry<String, Letter> each : all.entrySet()) {
      FrozenLetter frozen = LettersOfCases.frozen(each.getValue());
      for (Language language : Language.values()) {
        String file = each.getKey() + "." + language.tag() + ".txt";
        expected.add(file);
        same(file, new LetterRendering(frozen, language).text());
      }
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(expected);
    }
  }

  private static void same(String file, String text) throws IOException {
    Path golden = FOLDER.resolve(file);
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, text);
    }
    assertThat(text).as(file).isEqualTo(Files.readString(golden));
  }

  /** The letter has the record's items and no other: numbers, rules, places, what may change. */
  @Test
  void items_of_a_letter_are_those_of_the_notice() {
    LettersOfCases of =
        LettersOfCases.of(
            EvaluatedInTests.changed(
                LettersOfCases.PLACE, null, "/conferences/0/scope", "national"));
    UUID id = of.confirmed(of.notice());
    Notice notice = (Notice) of.one.view().proposal(id).orElseThrow().act().body();

    List<LetterBlock.Entry> items = of.letter(id, LetterKind.CORRECTION).entries(Role.ITEM);

    assertThat(notice.items()).hasSize(3);
    assertThat(items).hasSameSizeAs(notice.items());
    for (int i = 0; i < items.size(); i++) {
      NoticeItem item = notice.items().get(i);
      assertThat(items.get(i).n()).isEqualTo(item.n());
      assertThat(items.get(i).rule()).isEqualTo(item.rule());
      assertThat(items.get(i).requirement()).isEqualTo(item.requirement());
      assertThat(items.get(i).pointers()).isEqualTo(item.pointers());
      assertThat(items.get(i).mayChange()).isEqualTo(item.mayChange());
    }
  }

  @Test
  void a_refusal_names_an_item_that_widened_a_notice_by_its_number_in_the_notice() {
    String rule = "world-conference-world-scope";
    LettersOfCases of =
        LettersOfCases.of(EvaluatedInTests.changed("/conferences/0/scope", "national"));
    UUID notice = of.confirmed(of.notice(rule));
    String widening =
        "{'notice':'%s','reasons':{'en':'it was forgotten'},'items':[{'kind':'wrong','rule':'%s',"
            + "'pointers':['/conferences/0/scope']}]}";
    of.confirmed(of.one.act(1, ActKind.WIDEN, widening.formatted(notice, rule)));
    of.one.later(Duration.ofDays(20));

    UUID refuse =
        of.confirmed(of.one.act(1, ActKind.REFUSE, "{'grounds':[{'rule':'" + rule + "'}]}"));

    List<NoticeItem> items = of.one.view().notices().get(0).items();
    NoticeItem last = items.get(items.size() - 1);
    assertThat(last.rule()).isEqualTo(rule);
    assertThat(last.n()).isEqualTo(items.size()).isGreaterThan(1);
    assertThat(text(of.letter(refuse, LetterKind.REFUSAL))).contains("Item (" + last.n() + ") of");
  }

  @Test
  void a_letter_bears_the_day_in_beijing_on_which_its_act_took_effect() {
    LettersOfCases of =
        LettersOfCases.of(EvaluatedInTests.changed("/conferences/0/scope", "national"));
    UUID notice = of.notice();
    LocalDate proposed = of.letter(notice, LetterKind.CORRECTION).issued();
    of.one.now = Instant.parse("2026-04-02T15:59:59Z");
    of.one.confirm(2, notice);

    assertThat(proposed).isEqualTo(LocalDate.of(2026, 4, 2));
    assertThat(of.letter(notice, LetterKind.CORRECTION).issued())
        .isEqualTo(LocalDate.of(2026, 4, 2));
    LettersOfCases accepted = LettersOfCases.of(EvaluatedInTests.changed());
    UUID accept = accepted.one.act(1, ActKind.ACCEPT, "{}");
    accepted.one.now = Instant.parse("2026-04-02T16:00:00Z");
    accepted.one.confirm(2, accept);
    assertThat(accepted.letter(accept, LetterKind.ACCEPTANCE).issued())
        .isEqualTo(LocalDate.of(2026, 4, 3));
  }

  @Test
  void a_name_stands_in_a_letter_only_if_it_is_shown() {
    LettersOfCases of =
        LettersOfCases.of(EvaluatedInTests.changed("/conferences/0/scope", "national"));
    UUID notice = of.confirmed(of.notice());

    assertThat(text(of.letter(notice, LetterKind.CORRECTION))).doesNotContain("Officer Li");
    assertThat(text(of.letter(notice, LetterKind.CORRECTION, "Officer Li"))).contains("Officer Li");
  }

  private static String text(Letter letter) {
    return new LetterRendering(LettersOfCases.frozen(letter), Language.EN).text();
  }

  /** What the members of the leading group held stays in the office. */
  @Test
  void views_that_differ_are_not_told() {
    for (Letter letter : all.values()) {
      assertThat(new String(LettersOfCases.frozen(letter).bytes(), StandardCharsets.UTF_8))
          .doesNotContain("保留不同意见");
    }
  }

  @Test
  void every_rendering_names_the_digest_and_a_changed_byte_is_told() {
    FrozenLetter frozen = LettersOfCases.frozen(all.get("correction"));
    FrozenLetter kept = FrozenLetter.read(frozen.bytes(), frozen.digest());
    for (Language language : Language.values()) {
      LetterRendering rendering = new LetterRendering(kept, language);
      assertThat(rendering.text()).contains(frozen.digest());
      assertThat(rendering.html()).contains("data-digest=\"" + frozen.digest() + '"');
    }
    byte[] changed = frozen.bytes();
    changed[changed.length / 2] ^= 1;
    assertThatThrownBy(() -> FrozenLetter.read(changed, frozen.digest()))
        .isInstanceOf(ChangedLetter.class);
  }

  /** Written again from the same record, a letter is the same to the byte. */
  @Test
  void a_letter_is_written_the_same_again() {
    LettersOfCases.all()
        .forEach(
            (name, letter) ->
                assertThat(LettersOfCases.frozen(letter).digest())
                    .as(name)
                    .isEqualTo(LettersOfCases.frozen(all.get(name)).digest()));
  }

  /** What an applicant writes keeps no letter from being sent: neither signs nor their number. */
  @Test
  void signs_without_a_glyph_in_a_bid_stand_by_their_code() {
    String odd = "\uA188\uA320 \uD83C\uDFED \u0F56\u0F7C\u0F51 \uFFFF";
    Examined bid = EvaluatedInTests.changed("/parks/0/industry", odd);
    LettersOfCases of = LettersOfCases.of(bid);

    String text = text(of.letter(of.confirmed(of.notice()), LetterKind.CORRECTION));

    assertThat(text).contains("[U+A188]", "[U+1F3ED]");
    of.one.later(Duration.ofDays(30));
    String rule = "park-hosts-pillar-industry";
    UUID refuse =
        of.confirmed(of.one.act(1, ActKind.REFUSE, "{'grounds':[{'rule':'" + rule + "'}]}"));
    assertThat(text(of.letter(refuse, LetterKind.REFUSAL))).contains("[U+A188]");
  }

  @Test
  void a_bid_of_as_many_entries_as_it_may_have_gets_its_letters() {
    ObjectNode bid = Fixtures.compliant();
    for (String list : List.of("/parks", "/chainLeaders", "/chainHeads", "/conferences")) {
      ArrayNode entries = (ArrayNode) bid.at(list);
      for (int i = 1; i < 200; i++) {
        ObjectNode entry = entries.get(0).deepCopy();
        for (String member : List.of("industry", "chain")) {
          if (entry.has(member)) {
            entry.put(member, "没有的产业" + i + "长".repeat(60));
          }
        }
        if (entry.has("cityCode")) {
          entry.put("cityCode", "510700");
        }
        entries.add(entry);
      }
    }
    LettersOfCases of = LettersOfCases.of(EvaluatedInTests.of(bid));

    Letter letter = of.letter(of.confirmed(of.notice()), LetterKind.CORRECTION);

    assertThat(FrozenLetter.faults(letter, LettersOfCases.TYPESETTER)).isEmpty();
    List<LetterBlock.Entry> items = letter.entries(Role.ITEM);
    assertThat(items.stream().mapToInt(item -> item.pointers().size()).sum()).isGreaterThan(800);
  }
}
