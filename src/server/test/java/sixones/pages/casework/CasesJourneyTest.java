package sixones.pages.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Length;
import sixones.MovableClock;
import sixones.browser.Browser.Script;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.finding.Finding;
import sixones.pages.VisiblePage;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.CaseState;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/**
 * A round of four cities from its deadline to its decision, by two officers, the cities and an
 * auditor in a real browser: one bid is returned and mended, one refused, one judged, proposed and
 * selected, and of one an officer keeps away.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(8)
class CasesJourneyTest {
  private static final Person YIBIN = new Person("test-yibin", Role.APPLICANT, "511500");
  private static final Person LUZHOU = new Person("test-luzhou", Role.APPLICANT, "510500");
  private static final String RULE = "park-for-manufacturing";
  private static final String PLACE = "/parks/0/manufacturing";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Inject Transactions transactions;
  @Inject CaseRecords records;

  @TestHTTPResource("/")
  String home;

  private CaseworkInTests office;
  private CaseWalk walk;
  private SeenCase mended;
  private SeenCase refused;
  private SeenCase judged;
  private SeenCase recused;

  /** In the short form of the tests the first alone. */
  static Stream<Arguments> readers() {
    return Stream.of(Arguments.of("zh-CN", 375, Script.OFF), Arguments.of("en", 1280, Script.ON))
        .limit(Length.of(1, 2));
  }

  @AfterEach
  void time_goes_on() {
    MovableClock.reset();
  }

  @ParameterizedTest
  @MethodSource("readers")
  void two_officers_bring_a_round_to_its_decision(String language, int width, Script script)
      throws Exception {
    office = new CaseworkInTests();
    PeopleInTests people = new PeopleInTests(transactions);
    List.of(YIBIN, LUZHOU, AUDITOR).forEach(people::there);
    Round round =
        office.closedUndeclared(null, bid("510100"), bid("510600"), bid("511500"), bid("510500"));
    mended = office.of(round, "510100");
    refused = office.of(round, "510600");
    judged = office.of(round, "511500");
    recused = office.of(round, "510500");
    try (CaseWalk with = new CaseWalk(language, width, script, home)) {
      walk = with;
      declare();
      keepAway();
      returnOne();
      mendOne();
      judgeOne();
      office.later(Duration.ofHours(2));
      Instant before = office.now().minus(Duration.ofHours(1));
      decideOne();
      refuseOne();
      giveUp();
      decideTheRound();
      audit(before);
      assertThat(walk.faults()).isEmpty();
    }
  }

  private static ObjectNode bid(String applicant) {
    ObjectNode bid =
        CaseworkInTests.bid(
            applicant,
            "/parks/0/cityCode",
            applicant,
            "/chainLeaders/0/cityCode",
            applicant,
            "/conferences/0/cityCode",
            applicant);
    CaseworkInTests.blank(bid);
    return bid;
  }

  /** Each officer says once of which cases she keeps away. */
  private void declare() {
    VisiblePage first = walk.desk(FIRST, mended);
    assertThat(first.part("casework.desk.withheld").getByRole(AriaRole.LISTITEM)).hasCount(4);
    walk.window(FIRST).look("cases-undeclared");
    declaration(FIRST);
    first.button("casework.declare.do").click();
    assertThat(first.part("casework.desk.untaken").getByRole(AriaRole.LISTITEM)).hasCount(4);
    walk.window(FIRST).look("cases-desk");

    walk.desk(SECOND, mended);
    VisiblePage second = declaration(SECOND);
    Locator except =
        second
            .main()
            .getByRole(
                AriaRole.GROUP,
                new Locator.GetByRoleOptions().setName(walk.applicant(recused)).setExact(true));
    except.getByRole(AriaRole.CHECKBOX).check();
    walk.unfold(SECOND, except, "casework.more");
    except.getByLabel(second.text("casework.field.except.ground")).selectOption("kin");
    except.getByLabel(second.text("casework.field.en")).fill("my sister works in its office");
    walk.window(SECOND).look("cases-declaration");
    second.button("casework.declare.do").click();
  }

  private VisiblePage declaration(Person officer) {
    VisiblePage seen = walk.seen(officer);
    seen.part("casework.desk.withheld").getByRole(AriaRole.LINK).first().click();
    return seen;
  }

  /** Who keeps away from a case sees nothing of it; the other works it. */
  private void keepAway() {
    VisiblePage second = walk.seen(SECOND);
    assertThat(second.part("casework.desk.withheld").getByRole(AriaRole.LISTITEM))
        .containsText(second.text("casework.withheld.recused"));
    assertThat(second.part("casework.desk.all").getByRole(AriaRole.LISTITEM)).hasCount(3);
    walk.open(SECOND, "cases/" + recused.bidCase().id());
    assertThat(second.told("casework.withheld.recused")).isVisible();
    assertThat(second.part("casework.stands")).hasCount(0);
    walk.window(SECOND).look("cases-kept-away");
    walk.open(SECOND, "rounds/" + recused.bidCase().round());
    assertThat(second.rows()).hasCount(3);
    assertThat(second.rows().filter(walk.of(recused))).hasCount(0);

    for (SeenCase one : List.of(mended, refused, judged, recused)) {
      walk.begin(FIRST, one, ActKind.TAKE);
      walk.send(FIRST, ActKind.TAKE);
    }
  }

  /** A notice of all that is to be mended is looked at, proposed, confirmed and sent. */
  private void returnOne() throws Exception {
    VisiblePage first = walk.begin(FIRST, mended, ActKind.NOTICE);
    assertThat(first.main()).containsText(walk.title(RULE));
    first.field("notices.amount").fill("15");
    first.field("notices.unit").selectOption("working-day");
    first.button("notices.look").click();
    Locator letters = first.part("notices.preview").getByRole(AriaRole.ARTICLE);
    assertThat(letters).hasCount(2);
    walk.window(FIRST).look("cases-notice");
    first.button("notices.propose").click();
    assertThat(walk.page(FIRST).getByRole(AriaRole.STATUS))
        .containsText(first.text("casework.act.notice"));

    VisiblePage second = walk.proposal(SECOND, mended, ActKind.NOTICE);
    walk.window(SECOND).look("cases-proposal");
    second.link("casework.letter").click();
    assertThat(second.main()).containsText(walk.title(RULE));
    walk.confirm(SECOND, mended, ActKind.NOTICE);
    walk.stands(SECOND, mended, "returned");
    second.link("casework.letters").click();
    walk.window(SECOND).look("cases-letters");
    Locator word =
        second
            .main()
            .getByRole(
                AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(Pattern.compile("DOCX|Word")));
    Download letter = walk.page(SECOND).waitForDownload(() -> word.first().click());
    assertThat(Files.size(letter.path())).isPositive();
  }

  /** The city reads where it stands, mends what is listed and hands in. */
  private void mendOne() {
    VisiblePage city = mine(CHENGDU, mended);
    assertThat(city.part("mycase.stand")).containsText(city.text("mycase.state.returned"));
    walk.window(CHENGDU).look("cases-mine-returned");
    VisiblePage.link(city.part("mycase.letters"), city.text("notices.letter.correction")).click();
    assertThat(city.title()).hasText(city.text("notices.letter.correction"));
    assertThat(city.main()).containsText(walk.title(RULE));
    walk.window(CHENGDU).look("cases-mine-letter");
    city.link("notices.back").click();

    city.button("mycase.reply.begin").click();
    assertThat(city.told("draft.reply.how")).isVisible();
    walk.window(CHENGDU).look("cases-reply-draft");
    assertThat(city.place("/conferences/0/scope")).hasCount(0);
    city.place(PLACE).selectOption("true");
    if (walk.hasScript()) {
      assertThat(walk.page(CHENGDU).locator("#revision")).hasValue("2");
    }
    city.answerButton("draft.reply.look").click();
    assertThat(city.part("mycase.reply.differences").getByRole(AriaRole.LISTITEM)).hasCount(1);
    walk.window(CHENGDU).look("cases-reply");
    city.field("applicant.hand-in.confirm").check();
    city.button("mycase.reply.do").click();
    assertThat(walk.page(CHENGDU).getByRole(AriaRole.STATUS))
        .containsText(city.text("mycase.told.reply"));
    assertThat(city.part("mycase.stand")).containsText(city.text("mycase.state.replied"));
    walk.stands(FIRST, mended, "in-review");
  }

  /** The page of an applicant's case, from where it starts. */
  private VisiblePage mine(Person person, SeenCase one) {
    VisiblePage city = walk.open(person, "applicant");
    city.part("mycase.list").getByRole(AriaRole.LINK).first().click();
    assertThat(city.title()).hasText(city.text("mycase.title"));
    return city;
  }

  /** What is left to people is judged by one; what is blank passes by two. */
  private void judgeOne() {
    VisiblePage first = walk.bidCase(FIRST, judged);
    Locator form = walk.determination(FIRST, RULE);
    walk.choose(form, "PASS");
    first.field("casework.field.reasonCode").selectOption("evidence-seen");
    walk.reasons(FIRST, "casework.says.reasons", "-");
    first.button("casework.do.determine").click();
    walk.window(FIRST).look("cases-determination-refused");
    first.alert().getByRole(AriaRole.LINK).first().click();
    Locator reasons = first.fields("casework.says.reasons").getByRole(AriaRole.TEXTBOX).first();
    assertThat(reasons).isFocused();
    walk.window(FIRST).faults().clear();
    reasons.fill("the decision of the city says so 有关决定已载明");
    first.field("casework.field.evidence.title").first().fill("Decision 12");
    first.field("casework.field.evidence.address").first().fill("https://example.org/12");
    walk.send(FIRST, ActKind.DETERMINE);
    VisiblePage second = walk.proposal(SECOND, judged, ActKind.DETERMINE);
    assertThat(second.told("casework.effect")).isVisible();
    walk.window(SECOND).look("cases-effect");
    walk.confirm(SECOND, judged, ActKind.DETERMINE);

    Finding left = left(judged).get(0);
    walk.bidCase(FIRST, judged);
    walk.choose(walk.determination(FIRST, left.rule().id()), "PASS");
    first.field("casework.field.reasonCode").selectOption("judged-on-merits");
    walk.reasons(FIRST, "casework.says.reasons", "better than what the others state 优于其他申报城市");
    walk.window(FIRST).look("cases-determination");
    walk.send(FIRST, ActKind.DETERMINE);
    judge(judged);
    walk.bidCase(FIRST, judged);
    assertThat(first.part("casework.stands")).containsText(first.text("casework.differs"));
    walk.window(FIRST).look("cases-judged");
    walk.open(FIRST, "rounds/" + judged.bidCase().round());
    assertThat(first.rows()).hasCount(4);
    assertThat(first.rows().filter(walk.of(judged))).containsText("≠");
    assertThat(first.rows().filter(walk.of(refused))).not().containsText("≠");
    walk.window(FIRST).look("cases-matrix");
  }

  /** What people still have to judge, each with a place of it. */
  private List<Finding> left(SeenCase one) {
    List<String> places =
        office.again(one).view().inForce().stream()
            .map(made -> made.made().rule() + made.pointer())
            .toList();
    return records.examined(FIRST, office.again(one)).evaluation().findings().stream()
        .filter(each -> each.rule().severity() == Severity.JUDGED)
        .filter(each -> each.places().stream().anyMatch(at -> isLeft(each, at, places)))
        .toList();
  }

  private static boolean isLeft(Finding finding, Finding.At place, List<String> made) {
    return place.outcome() == Outcome.REVIEW
        && !made.contains(finding.rule().id() + place.pointer());
  }

  /** The rest goes the same way, without a browser. */
  private void judge(SeenCase one) {
    for (Finding finding : left(one)) {
      List<String> made =
          office.again(one).view().inForce().stream()
              .map(each -> each.made().rule() + each.pointer())
              .toList();
      for (Finding.At place : finding.places()) {
        if (isLeft(finding, place, made)) {
          office.act(
              FIRST, one, ActKind.DETERMINE, CaseworkInTests.determination(finding, place, "PASS"));
        }
      }
    }
  }

  private void decideOne() {
    walk.begin(FIRST, judged, ActKind.ACCEPT);
    walk.window(FIRST).look("cases-accept");
    walk.send(FIRST, ActKind.ACCEPT);
    walk.confirm(SECOND, judged, ActKind.ACCEPT);
    VisiblePage second = walk.begin(SECOND, judged, ActKind.PROPOSE);
    listed(second);
    walk.send(SECOND, ActKind.PROPOSE);
    walk.confirm(FIRST, judged, ActKind.PROPOSE);
    walk.stands(FIRST, judged, "proposed");
    VisiblePage first = walk.begin(FIRST, judged, ActKind.DECIDE);
    listed(first);
    first.field("casework.field.leaders.body").fill("领导小组 Leading group");
    first.field("casework.field.leaders.day").fill(day());
    first.field("casework.field.leaders.minutes").fill("2026-3");
    walk.window(FIRST).look("cases-decide");
    walk.send(FIRST, ActKind.DECIDE);
    walk.confirm(SECOND, judged, ActKind.DECIDE);
    walk.stands(SECOND, judged, "selected");

    VisiblePage city = mine(YIBIN, judged);
    assertThat(city.part("mycase.stand")).containsText(city.text("mycase.state.selected"));
    walk.window(YIBIN).look("cases-mine-selected");
  }

  private String day() {
    return LocalDate.ofInstant(office.now(), ZONE).toString();
  }

  private static void listed(VisiblePage seen) {
    seen.field("casework.listed.yes").check();
  }

  /** Nothing came before the term passed: what was told is a ground of refusal. */
  private void refuseOne() {
    office.byTwo(refused, ActKind.NOTICE, office.notice(office.again(refused), 3));
    office.later(Duration.ofDays(5));
    VisiblePage first = walk.desk(FIRST, refused);
    assertThat(first.part("casework.desk.ending")).containsText(first.text("casework.lapsed"));
    walk.bidCase(FIRST, refused);
    assertThat(first.told("casework.lapsed")).isVisible();
    Locator form = walk.determination(FIRST, RULE);
    walk.choose(form, "FAIL");
    first.field("casework.field.reasonCode").selectOption("other");
    walk.reasons(FIRST, "casework.says.reasons", "it was told and nothing came 已告知，逾期未补");
    first.field("casework.field.notice").selectOption(new SelectOption().setIndex(1));
    walk.send(FIRST, ActKind.DETERMINE);
    walk.confirm(SECOND, refused, ActKind.DETERMINE);
    first = walk.begin(FIRST, refused, ActKind.REFUSE);
    first.main().getByRole(AriaRole.CHECKBOX).first().check();
    walk.window(FIRST).look("cases-refuse");
    walk.send(FIRST, ActKind.REFUSE);
    VisiblePage second = walk.proposal(SECOND, refused, ActKind.REFUSE);
    second.link("casework.letter").click();
    walk.window(SECOND).look("cases-refusal-letter");
    walk.confirm(SECOND, refused, ActKind.REFUSE);

    VisiblePage city = mine(DEYANG, refused);
    assertThat(city.part("mycase.stand")).containsText(city.text("mycase.state.refused"));
    assertThat(city.part("mycase.decisions")).containsText(walk.title(RULE));
    walk.window(DEYANG).look("cases-mine-refused");
    VisiblePage.link(city.part("mycase.letters"), city.text("notices.letter.refusal")).click();
    assertThat(city.title()).hasText(city.text("notices.letter.refusal"));
    assertThat(city.main()).containsText(walk.title(RULE));
  }

  private void giveUp() {
    VisiblePage city = mine(LUZHOU, recused);
    city.button("mycase.give-up").click();
    walk.window(LUZHOU).look("cases-give-up");
    city.button("mycase.give-up.on").click();
    city.button("mycase.give-up.do").click();
    assertThat(walk.page(LUZHOU).getByRole(AriaRole.STATUS))
        .containsText(city.text("mycase.told.give-up"));
  }

  private void decideTheRound() {
    VisiblePage first = walk.open(FIRST, "rounds/" + mended.bidCase().round());
    first.button("round.do.decided").click();
    assertThat(first.told("round.cases.first")).isVisible();
    assertThat(first.part("round.cases").getByRole(AriaRole.LINK)).hasText(walk.applicant(mended));
    assertThat(first.field("round.reason")).hasCount(0);
    walk.window(FIRST).look("cases-undecided");
    judge(mended);
    office.byTwo(mended, ActKind.ACCEPT, "{}");
    office.byTwo(mended, ActKind.PROPOSE, "{'listed': false, 'reasons': {'zh': '其他申报城市更符合条件。'}}");
    office.byTwo(
        mended,
        ActKind.DECIDE,
        "{'listed': false, 'leaders': {'body': '领导小组', 'day': '%s', 'minutes': '2026-3'}}"
            .formatted(day()));
    assertThat(office.again(mended).view().state()).isEqualTo(CaseState.NOT_SELECTED);

    walk.open(FIRST, "rounds/" + mended.bidCase().round());
    first.button("round.do.decided").click();
    first.field("round.reason").fill("川府发〔2026〕1号");
    first.button("round.do.decided").click();
    assertThat(walk.page(FIRST).getByRole(AriaRole.STATUS).first())
        .containsText(first.text("round.done.decided"));
    walk.window(FIRST).look("cases-decided");
  }

  /** An auditor reads what was done, and how a case stood before. */
  private void audit(Instant before) {
    walk.bidCase(AUDITOR, judged);
    VisiblePage auditor = walk.seen(AUDITOR);
    assertThat(auditor.part("casework.stands"))
        .containsText(auditor.text("casework.state.selected"));
    assertThat(auditor.part("casework.history")).containsText(SECOND.name());
    walk.window(AUDITOR).look("cases-audit");
    auditor
        .field("casework.at")
        .fill(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZONE).format(before));
    auditor.button("casework.at.do").click();
    assertThat(auditor.part("casework.stands"))
        .containsText(auditor.text("casework.state.in-review"));
    walk.window(AUDITOR).look("cases-audit-before");
    auditor.link("casework.present").click();
    assertThat(auditor.part("casework.stands"))
        .containsText(auditor.text("casework.state.selected"));
  }
}
