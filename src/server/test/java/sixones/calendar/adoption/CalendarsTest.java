package sixones.calendar.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.audit.AuditEntries;
import sixones.audit.AuditEntry;
import sixones.calendar.CalendarFiles;
import sixones.calendar.WorkingDays;
import sixones.people.NotAllowed;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Refused;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** A new calendar takes two officers, and covers no day fewer. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class CalendarsTest {
  private static final Person WANG = new Person("calendar-wang", Role.OFFICER, null);
  private static final Person LIU = new Person("calendar-liu", Role.OFFICER, null);
  private static final int PAIRS = 10;

  @Inject Calendars calendars;
  @Inject Transactions transactions;
  @Inject AuditEntries entries;

  @BeforeEach
  void people_are_there() {
    PeopleInTests people = new PeopleInTests(transactions);
    List.of(
            WANG,
            LIU,
            PeopleInTests.ADMIN,
            PeopleInTests.AUDITOR,
            PeopleInTests.OFFICER,
            PeopleInTests.CHENGDU)
        .forEach(people::there);
  }

  @AfterEach
  void nothing_waits() {
    calendars.list(LIU).stream()
        .filter(each -> each.state() == CalendarState.PROPOSED)
        .forEach(each -> calendars.answer(LIU, each.digest(), "no", "tidied up"));
  }

  /** The days of the bundled calendar in a file of other bytes. */
  private static byte[] file() {
    return CalendarFiles.changed(
        tree -> ((ObjectNode) tree.path("meta")).put("compiled", UUID.randomUUID().toString()));
  }

  @Test
  void a_calendar_is_in_use_from_the_first_start_on() {
    WorkingDays inUse = calendars.inUse();

    assertThat(inUse.from()).isEqualTo("2022-01-01");
    assertThat(calendars.list(null))
        .anySatisfy(each -> assertThat(each.digest()).isEqualTo(WorkingDays.bundled().digest()));
  }

  @Test
  void a_start_takes_no_calendar_over_one_in_use() {
    ProposedCalendar accepted = accepted();

    calendars.begin();

    assertThat(calendars.inUse().digest()).isEqualTo(accepted.digest());
  }

  private ProposedCalendar accepted() {
    ProposedCalendar proposed = calendars.propose(WANG, file());
    return calendars.answer(LIU, proposed.digest(), "yes", null);
  }

  @Test
  void what_one_officer_proposed_is_in_use_when_another_has_accepted_it() {
    String before = calendars.inUse().digest();
    ProposedCalendar proposed = calendars.propose(WANG, file());
    assertThat(proposed.state()).isEqualTo(CalendarState.PROPOSED);
    assertThat(calendars.inUse().digest()).isEqualTo(before);

    ProposedCalendar answered = calendars.answer(LIU, proposed.digest(), "yes", "checked");

    assertThat(answered.state()).isEqualTo(CalendarState.IN_USE);
    assertThat(answered.proposal().by()).isEqualTo(WANG.name());
    assertThat(answered.answer().by()).isEqualTo(LIU.name());
    assertThat(answered.inUseFrom()).isEqualTo(answered.answer().at());
    assertThat(calendars.inUse().digest()).isEqualTo(proposed.digest());
    assertThat(calendars.find(LIU, before).state()).isEqualTo(CalendarState.REPLACED);
  }

  @Test
  void whoever_proposed_a_calendar_cannot_accept_it_and_can_take_it_back() {
    String digest = calendars.propose(WANG, file()).digest();

    refused("same-person", () -> calendars.answer(WANG, digest, "yes", null));
    assertThat(calendars.find(WANG, digest).state()).isEqualTo(CalendarState.PROPOSED);

    assertThat(calendars.answer(WANG, digest, "no", "a wrong year").state())
        .isEqualTo(CalendarState.DECLINED);
    refused("calendar-answered", () -> calendars.answer(LIU, digest, "yes", null));
  }

  private static Refused refused(String kind, ThrowingCallable work) {
    List<Refused> seen = new ArrayList<>();
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.kind()).as(refused.faults().toString()).isEqualTo(kind);
              seen.add(refused);
            });
    return seen.get(0);
  }

  @Test
  void the_database_itself_lets_nobody_accept_their_own() {
    String digest = calendars.propose(WANG, file()).digest();

    assertThatThrownBy(
            () ->
                transactions.as(
                    WANG.reader(),
                    () -> {
                      CalendarRows.accept(digest, null, java.time.Instant.now());
                      return Panache.getSession();
                    }))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void a_calendar_that_covers_fewer_days_or_has_a_defect_is_refused() {
    byte[] shorter =
        CalendarFiles.changed(
            tree -> {
              tree.withArray("/years").remove(0);
              tree.remove("vectors");
              ((ObjectNode) tree.at("/meta/coverage")).put("from", "2023-01-01");
            });
    byte[] defect = CalendarFiles.changed(tree -> tree.put("surprise", 1));

    Refused fewer = refused("not-right", () -> calendars.propose(WANG, shorter));
    assertThat(fewer.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo("calendar-fewer");
              assertThat(fault.pointer()).isEqualTo("/meta/coverage");
            });
    assertThat(refused("not-right", () -> calendars.propose(WANG, defect)).faults())
        .extracting(fault -> fault.pointer() + " " + fault.kind())
        .containsExactly("/surprise unknown-member");
  }

  @Test
  void the_same_file_is_proposed_once() {
    byte[] file = file();
    ProposedCalendar proposed = calendars.propose(WANG, file);

    assertThat(calendars.propose(WANG, file)).isEqualTo(proposed);
    refused("calendar-known", () -> calendars.propose(LIU, file));
    refused("calendar-known", () -> calendars.propose(WANG, WorkingDays.bundledBytes()));
  }

  @Test
  void no_more_than_a_few_wait() {
    for (int i = 0; i < Calendars.MOST_PROPOSED; i++) {
      calendars.propose(WANG, file());
    }

    refused("too-many-calendars", () -> calendars.propose(WANG, file()));
  }

  @Test
  void an_answer_is_yes_or_no_and_a_refusal_has_a_reason() {
    String digest = calendars.propose(WANG, file()).digest();

    for (String answer : new String[] {null, "", "true", "YES"}) {
      refused("not-right", () -> calendars.answer(LIU, digest, answer, "so"));
    }
    for (String reason : new String[] {null, "", " ", "a\nb", "x".repeat(1001)}) {
      refused("not-right", () -> calendars.answer(LIU, digest, "no", reason));
    }
    refused("not-there", () -> calendars.answer(LIU, "sha256:" + "0".repeat(64), "yes", null));
    assertThat(calendars.find(LIU, digest).state()).isEqualTo(CalendarState.PROPOSED);
  }

  @Test
  void only_officers_propose_and_answer() {
    String digest = calendars.propose(WANG, file()).digest();

    for (Person person : List.of(PeopleInTests.ADMIN, PeopleInTests.AUDITOR)) {
      assertThatThrownBy(() -> calendars.propose(person, file())).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> calendars.answer(person, digest, "yes", null))
          .isInstanceOf(NotAllowed.class);
      assertThat(calendars.find(person, digest).proposal().by()).isEqualTo(WANG.name());
    }
    assertThatThrownBy(() -> calendars.propose(PeopleInTests.CHENGDU, file()))
        .isInstanceOf(NotAllowed.class);
    refused("not-there", () -> calendars.answer(PeopleInTests.CHENGDU, digest, "yes", null));
  }

  @Test
  void applicants_and_the_public_see_what_is_in_use_and_no_names() {
    ProposedCalendar accepted = accepted();
    String proposed = calendars.propose(WANG, file()).digest();

    for (Person person : new Person[] {null, PeopleInTests.CHENGDU}) {
      assertThat(calendars.list(person))
          .allMatch(each -> each.proposal().by() == null && each.answer().by() == null)
          .anyMatch(each -> each.digest().equals(accepted.digest()))
          .noneMatch(each -> each.digest().equals(proposed));
      refused("not-there", () -> calendars.bytes(person, proposed));
      assertThat(calendars.bytes(person, accepted.digest())).isNotEmpty();
    }
  }

  @Test
  void each_step_is_an_entry() {
    ProposedCalendar accepted = accepted();

    List<String> acts =
        entries
            .list(
                PeopleInTests.AUDITOR.reader(),
                new AuditEntries.Filter(
                    null, null, null, null, accepted.digest(), null, null, null),
                Cursor.START,
                10)
            .items()
            .stream()
            .map(AuditEntry::act)
            .toList();
    assertThat(acts).containsExactly("calendar-accepted", "calendar-proposed");
  }

  @Test
  void of_two_officers_who_answer_at_once_one_does() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < PAIRS; i++) {
        String digest = calendars.propose(WANG, file()).digest();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> yes = () -> answers(start, LIU, digest, "yes");
        Callable<Boolean> no = () -> answers(start, PeopleInTests.OFFICER, digest, "no");

        int done = 0;
        for (Future<Boolean> each : two.invokeAll(List.of(yes, no))) {
          done += each.get() ? 1 : 0;
        }

        assertThat(done).isEqualTo(1);
      }
    } finally {
      two.shutdown();
    }
  }

  private boolean answers(CyclicBarrier start, Person person, String digest, String answer)
      throws Exception {
    start.await();
    try {
      calendars.answer(person, digest, answer, "at once");
      return true;
    } catch (Refused refused) {
      assertThat(refused.kind()).isEqualTo("calendar-answered");
      return false;
    }
  }
}
