package sixones.pages.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.audit.Act;
import sixones.audit.AuditEntries;
import sixones.audit.AuditEntry;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.pages.Visitor;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.pages.rounds.OverviewInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.report.Language;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class AuditEntriesPageTest {
  private static final String PAGE = "/audit";

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;
  @Inject AuditEntries entries;

  private PeopleInTests people;
  private OverviewInTests test;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    people.there(OFFICER);
    test = new OverviewInTests(rounds, submissions, transactions);
  }

  @Test
  void an_auditor_sees_who_moved_a_round_and_its_deadline_before_and_after() {
    Round round = test.round("A round", "一个批次", "open");
    Instant later = round.deadline().plusSeconds(3600);
    rounds.change(
        OFFICER,
        round.id(),
        "{\"deadline\": \"%s\", \"reason\": \"as called\"}"
            .formatted(later)
            .getBytes(StandardCharsets.UTF_8),
        null);

    Visitor english = Visitor.signedIn(people, AUDITOR, "en");
    assertThat(english.open(PAGE + "?act=round-moved&on=" + round.id()))
        .contains("Moved a round", OFFICER.name(), "/rounds/" + round.id())
        .contains(
            "Deadline: "
                + Moments.end(round.deadline(), Language.EN)
                + " → "
                + Moments.end(later, Language.EN))
        .doesNotContain("Created a round <", "audit.");
    assertThat(english.open(PAGE + "?lang=zh-CN&on=" + round.id()))
        .contains("变更批次状态或截止时间", "截止时间：", "新建申报批次");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "act=submitted",
        "name=test-nobody",
        "applicant=510600",
        "on=nothing",
        "from=2099-01-01",
        "until=2001年1月1日"
      })
  void a_filter_leaves_out_what_does_not_fit_and_keeps_what_was_written(String filter) {
    Round round = test.round("A round", "一个批次", "draft");
    Visitor auditor = Visitor.signedIn(people, AUDITOR, "en");
    String on = filter.startsWith("on=") ? "" : "&on=" + round.id();

    assertThat(auditor.open(PAGE + "?" + filter + on)).contains("No entry fits this filter.");
    assertThat(auditor.page()).contains("\"" + filter.substring(filter.indexOf('=') + 1) + "\"");
    assertThat(auditor.open(PAGE + "?on=" + round.id())).contains("Created a round</td>");
  }

  @Test
  void an_applicant_sees_who_looked_at_what_it_handed_in_and_nothing_of_others() {
    Round round = test.round("A round", "一个批次", "open");
    Submission ours = test.handIn(round, OverviewInTests.bid(CHENGDU.applicant()));
    Submission theirs = test.handIn(round, OverviewInTests.bid("510600"));
    submissions.read(OFFICER, ours.id());
    submissions.read(OFFICER, theirs.id());

    String page = Visitor.signedIn(people, CHENGDU, "en").open(PAGE);

    assertThat(page)
        .contains("Looked at a bid handed in</td>", "/applicant/submissions/" + ours.id())
        .doesNotContain(theirs.id().toString(), theirs.result().evaluation().toString());
    Visitor.signedIn(people, OFFICER, "en").get(PAGE).then().statusCode(403);
  }

  @Test
  void signing_in_and_out_by_the_pages_is_recorded_each_time() {
    Person person = new Person("visiting-" + UUID.randomUUID(), Role.AUDITOR, null);
    for (int i = 0; i < 2; i++) {
      Visitor visitor = Visitor.signedIn(people, person, "en");
      visitor.open("/sign-out");
      visitor.post("/sign-out", Map.of()).then().statusCode(303);
    }

    List<AuditEntry> found =
        entries
            .list(
                ADMIN.reader(),
                new AuditEntries.Filter(null, null, person.name(), null, null, null, null, null),
                Cursor.START,
                10)
            .items();
    assertThat(found)
        .extracting(AuditEntry::act)
        .containsExactly("signed-out", "signed-in", "signed-out", "signed-in");
    assertThat(found).allMatch(entry -> "127.0.0.1".equals(entry.address()));
    assertThat(found.get(1).after()).isEqualTo("{\"by\": \"page\"}");
  }

  @Test
  void an_act_in_a_case_is_told_in_words_in_both_languages() {
    CaseworkInTests work = new CaseworkInTests();
    SeenCase seen = work.of(work.closed(CaseworkInTests.bid(CHENGDU.applicant())), "510100");
    work.act(CaseworkInTests.FIRST, seen, ActKind.TAKE, "{}");
    MovableClock.reset();

    Visitor auditor = Visitor.signedIn(people, AUDITOR, "en");
    String address = PAGE + "?act=acted-in-case&name=" + CaseworkInTests.FIRST.name();
    assertThat(auditor.open(address)).contains("Act in the case: Case taken", "Number of the act:");
    assertThat(auditor.open(address + "&lang=zh-CN")).contains("办理事项：", "办理序号：");
  }

  @Test
  void every_act_has_words() {
    for (Language language : Language.values()) {
      for (Act act : Act.values()) {
        assertThat(PageWords.in(language).has("audit.act." + act.id())).as(act.id()).isTrue();
      }
    }
  }
}
