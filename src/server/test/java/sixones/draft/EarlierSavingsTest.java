package sixones.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;
import static sixones.submission.RoundsInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Length;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Refused;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;

/** What a draft said before is there as long as it is promised, and no longer. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class EarlierSavingsTest {
  private static final Person COLLEAGUE = new Person("chengdu-2", Role.APPLICANT, "510100");

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;
  @Inject EarlierSavings earlier;
  @Inject Clock clock;

  private Instant now;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
    new PeopleInTests(transactions).there(COLLEAGUE);
    now = Instant.now();
  }

  @AfterEach
  void time_goes_on() {
    MovableClock.reset();
  }

  private void later(Duration by) {
    now = now.plus(by);
    MovableClock.moveTo(now);
  }

  private static WorkingDrafts.Text text(String text) {
    return new WorkingDrafts.Text(Draft.Format.JSON, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String said(WorkingDrafts.Text text) {
    return new String(text.bytes(), StandardCharsets.UTF_8);
  }

  private WorkingDraft begin(String text) {
    return drafts.create(CHENGDU, "draft", text(text));
  }

  private List<String> kept(WorkingDraft draft) {
    return earlier.list(CHENGDU, draft.id()).stream().map(each -> said(each.text())).toList();
  }

  private WorkingDraft replace(
      Person person, WorkingDraft draft, String text, Occasion why, String before) {
    WorkingDrafts.Text shown = before == null ? null : text(before);
    return drafts
        .replace(
            person,
            draft.id(),
            drafts.find(person, draft.id()).revision(),
            null,
            new WorkingDrafts.Replacement(text(text), why, shown))
        .draft();
  }

  private WorkingDraft type(Person person, WorkingDraft draft, String text) {
    return replace(person, draft, text, Occasion.TYPING, null);
  }

  @Test
  void typing_keeps_one_for_each_person_and_ten_minutes() {
    WorkingDraft draft = begin("a1");
    type(CHENGDU, draft, "a2");
    later(Duration.ofMinutes(9));
    type(CHENGDU, draft, "a3");
    type(COLLEAGUE, draft, "b1");
    type(COLLEAGUE, draft, "b2");
    assertThat(kept(draft)).containsExactly("b1", "a1");

    later(Duration.ofMinutes(11));
    type(CHENGDU, draft, "a4");
    later(Duration.ofMinutes(1));
    type(CHENGDU, draft, "a5");

    assertThat(kept(draft)).containsExactly("a4", "b1", "a1");
    assertThat(earlier.list(CHENGDU, draft.id()).get(1).saving().savedBy())
        .isEqualTo(COLLEAGUE.name());
  }

  @Test
  void what_an_act_replaces_is_always_kept_and_what_was_typed_with_it() {
    WorkingDraft draft = begin("one");
    replace(CHENGDU, draft, "two", Occasion.LOAD, null);
    replace(CHENGDU, draft, "three", Occasion.TAKE_BACK, null);
    replace(CHENGDU, draft, "four", Occasion.CONFLICT, null);
    replace(CHENGDU, draft, "five", Occasion.REMOVAL, "four, and more typed");
    earlier.keepHandedIn(CHENGDU, draft.id());

    assertThat(earlier.list(CHENGDU, draft.id()))
        .extracting(each -> said(each.text()) + " " + each.saving().why().id())
        .containsExactly(
            "five hand-in",
            "four, and more typed removal",
            "three conflict",
            "two take-back",
            "one load");
  }

  @Test
  void a_text_of_which_much_is_deleted_by_hand_is_kept() {
    WorkingDraft draft = begin("begun");
    type(CHENGDU, draft, "long ".repeat(40));

    type(CHENGDU, draft, "short");

    assertThat(kept(draft)).containsExactly("long ".repeat(40), "begun");
  }

  @Test
  void each_text_is_kept_once_and_of_each_draft_the_last_twenty() {
    WorkingDraft draft = begin("0");
    for (int i = 1; i <= 25; i++) {
      replace(CHENGDU, draft, "" + i, Occasion.LOAD, null);
    }
    assertThat(kept(draft))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(5, 24).mapToObj(i -> "" + (29 - i)).toList());

    replace(CHENGDU, draft, "20", Occasion.LOAD, null);
    replace(CHENGDU, draft, "other", Occasion.LOAD, null);

    assertThat(kept(draft)).startsWith("20", "25", "24").doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void they_have_a_room_of_their_own_in_which_the_oldest_make_way() {
    EarlierSavings small = new EarlierSavings(transactions, 5_000, clock);
    Person alone = new Person("leshan-alone", Role.APPLICANT, "511100");
    new PeopleInTests(transactions).there(alone);
    WorkingDrafts inSmall = new WorkingDrafts(transactions, new Quota(9, 1_900), small, clock);
    WorkingDraft draft = inSmall.create(alone, "d", text("0" + " ".repeat(1_800)));
    for (int i = 1; i < 6; i++) {
      later(Duration.ofMinutes(1));
      inSmall.replace(
          alone,
          draft.id(),
          i,
          null,
          WorkingDrafts.Replacement.of(text(i + " ".repeat(1_800)), Occasion.LOAD));
    }

    assertThat(small.list(alone, draft.id()))
        .extracting(each -> said(each.text()).strip())
        .containsExactly("4", "3");
  }

  @Test
  void what_was_set_aside_is_replaced_by_the_same_window_alone() {
    WorkingDraft draft = begin("theirs");
    int first = earlier.setAside(CHENGDU, draft.id(), text("mi"), -1);
    int second = earlier.setAside(CHENGDU, draft.id(), text("other window"), -1);
    int third = earlier.setAside(CHENGDU, draft.id(), text("mine"), first);
    earlier.setAside(COLLEAGUE, draft.id(), text("hers"), second);

    assertThat(kept(draft)).containsExactly("hers", "mine", "other window");
    assertThat(third).isGreaterThan(second);
    assertThat(said(drafts.read(CHENGDU, draft.id()).text())).isEqualTo("theirs");
  }

  @Test
  void nobody_else_can_tell_whether_there_are_any_and_they_go_with_the_draft() {
    WorkingDraft draft = begin("secret");
    WorkingDraft saved = replace(CHENGDU, draft, "second", Occasion.LOAD, null);

    for (Person other : List.of(DEYANG, OFFICER)) {
      assertThatThrownBy(() -> earlier.list(other, draft.id())).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> earlier.find(other, draft.id(), 1)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> earlier.keepHandedIn(other, draft.id())).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> earlier.setAside(other, draft.id(), text("x"), -1))
          .isInstanceOf(Refused.class);
    }
    drafts.delete(CHENGDU, draft.id(), saved.revision());
    assertThatThrownBy(() -> earlier.find(CHENGDU, draft.id(), 1)).isInstanceOf(Refused.class);
  }

  static List<Integer> seeds() {
    return IntStream.range(0, Length.of(2, 60)).boxed().toList();
  }

  /** What is promised to be found: the texts kept for certain, each with how many came after it. */
  private static final class Promise {
    private final List<String> kept = new ArrayList<>();

    void keep(String text) {
      kept.remove(text);
      kept.add(text);
    }

    List<String> last() {
      return kept.subList(Math.max(0, kept.size() - EarlierSavings.MOST), kept.size());
    }
  }

  /**
   * Whatever two people do, a text that an act replaced or that lost in a conflict is in the draft
   * or among its earlier savings, unless twenty other texts were kept after it.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void no_sequence_of_acts_loses_a_text(int seed) {
    Random chance = new Random(seed);
    String present = "begun " + seed;
    WorkingDraft draft = begin(present);
    Promise promise = new Promise();
    int last = 0;
    for (int step = 0; step < 50; step++) {
      Person person = chance.nextBoolean() ? CHENGDU : COLLEAGUE;
      String next = "text " + chance.nextInt(30);
      later(Duration.ofSeconds(1 + chance.nextInt(900)));
      List<String> expected = new ArrayList<>();
      int act = chance.nextInt(6);
      if (act == 0) {
        type(person, draft, next);
      } else if (act == 1) {
        replace(person, draft, next, Occasion.REMOVAL, next + " with the entry");
        if (!next.equals(present)) {
          expected.add(next + " with the entry");
        }
      } else if (act == 2) {
        // What was typed lost, and the saved side stays.
        earlier.setAside(person, draft.id(), text(next), -1);
        expected.add(next);
        next = present;
      } else {
        List<String> before = kept(draft);
        if (act == 3 && !before.isEmpty()) {
          next = before.get(chance.nextInt(before.size()));
        } else if (act == 4) {
          earlier.setAside(person, draft.id(), text(next), -1);
          expected.add(next);
        }
        Occasion[] why = {Occasion.TAKE_BACK, Occasion.CONFLICT, Occasion.LOAD};
        replace(person, draft, next, why[act - 3], null);
        if (!next.equals(present)) {
          expected.add(present);
        }
      }
      present = next;

      List<EarlierSavings.Kept> found = earlier.list(CHENGDU, draft.id());
      List<String> newly = new ArrayList<>();
      for (EarlierSavings.Kept each : found) {
        if (each.saving().number() > last) {
          newly.add(0, said(each.text()));
        }
      }
      last = found.isEmpty() ? 0 : found.get(0).saving().number();
      assertThat(newly).as("seed %d, step %d", seed, step).containsAll(expected);
      newly.forEach(promise::keep);
      assertThat(said(drafts.read(CHENGDU, draft.id()).text())).isEqualTo(present);
      assertThat(kept(draft))
          .as("seed %d, step %d", seed, step)
          .containsExactlyInAnyOrderElementsOf(promise.last());
    }
  }
}
