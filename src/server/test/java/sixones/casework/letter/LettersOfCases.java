package sixones.casework.letter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.calendar.WorkingDays;
import sixones.finding.Finding;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.letter.LetterKind;
import sixones.paper.Typesetter;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.DueTerm;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.conclusion.Examined;
import sixones.round.Round;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.submission.CurrentBid;

/** A case in memory whose acts are told by letters, as they are in a transaction. */
public final class LettersOfCases {
  static final String RULE = "park-for-manufacturing";
  static final String PLACE = "/parks/0/manufacturing";
  public static final Round ROUND =
      new Round(
          CaseInTests.ROUND,
          3,
          "Pilot cities 2022 (example)",
          "2022年试点申报（示例）",
          null,
          null,
          null,
          null,
          2,
          null,
          1,
          null);
  static final Typesetter TYPESETTER = new Typesetter(null);
  private static final Instant THURSDAY_BEFORE_QINGMING = Instant.parse("2026-04-02T01:30:00Z");

  final CaseInTests one;
  final WorkingDays calendar = WorkingDays.bundled();
  private Instant handedIn = Instant.parse("2026-03-20T02:15:30.250Z");
  private int version = 1;

  LettersOfCases(Examined bid, CaseSettings settings) {
    one = CaseInTests.of(bid, settings);
    one.terms = new CalendarTerms(calendar);
    one.now = THURSDAY_BEFORE_QINGMING;
    one.take(1);
  }

  static LettersOfCases of(Examined bid) {
    return new LettersOfCases(bid, CaseSettings.NEUTRAL);
  }

  static CaseSettings settings(String json) {
    return CaseSettings.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  CurrentBid bid() {
    Examined examined = one.examined();
    return new CurrentBid(
        one.bidCase.applicant(),
        version,
        examined.submission(),
        handedIn,
        examined.id(),
        examined.evaluation().verdict(),
        "",
        null);
  }

  /** Five working days from today. */
  DueTerm term() {
    LocalDate today = LetterOfCase.day(one.now);
    return new DueTerm(today, 5, "working-day", false, null, List.of(), null);
  }

  /** Proposes a notice of all candidates, and of a request of the office. */
  UUID notice(String... droppedRules) {
    Notice all = one.notice(5, droppedRules);
    List<NoticeItem> items = new ArrayList<>(all.items());
    items.add(
        new NoticeItem(
            items.size() + 1,
            "unproven",
            null,
            null,
            List.of("/conferences/0/scope"),
            null,
            null,
            new GivenReasons("请提交会议批准文件的复印件。", null),
            new GivenReasons(null, "Add the file in the form."),
            List.of("/conferences/0", "/evidence/*")));
    return one.act(1, new Notice(null, items, all.dropped(), term(), null));
  }

  UUID confirmed(UUID act) {
    one.later(Duration.ofHours(1));
    one.confirm(2, act);
    return act;
  }

  void reply(Examined after) {
    one.later(Duration.ofDays(1));
    String why = one.reply(after);
    if (why != null) {
      throw new AssertionError(why);
    }
    version++;
    handedIn = one.now;
  }

  /** The letter of an act that took effect by the last act. */
  Letter letter(UUID act, LetterKind kind) {
    return letter(act, kind, null);
  }

  Letter letter(UUID act, LetterKind kind, String handler) {
    CaseAct of = one.acts.stream().filter(each -> each.id().equals(act)).findFirst().orElseThrow();
    CaseAct by = one.acts.get(one.acts.size() - 1);
    return new CaseLetters(TYPESETTER, this::calendar)
        .written(
            new CaseLetters.Occasion(kind, ROUND, bid(), one.view(), of, by, handler),
            one.evaluations::get);
  }

  private WorkingDays calendar(String digest) {
    return digest.equals(calendar.digest()) ? calendar : null;
  }

  public static FrozenLetter frozen(Letter letter) {
    return FrozenLetter.of(letter, TYPESETTER);
  }

  /** Judges what is left to people: all but the last as met. */
  void judge() {
    List<Finding> judged =
        one.examined().evaluation().findings().stream()
            .filter(each -> each.rule().severity() == Severity.JUDGED)
            .filter(each -> each.outcome() == Outcome.REVIEW)
            .toList();
    for (Finding each : judged) {
      String to = each == judged.get(judged.size() - 1) ? "FAIL" : "PASS";
      one.act(1, one.determination(each.rule().id(), null, to, ""));
    }
  }

  /** Letters of every kind, each from acts of a case, by the name of its golden files. */
  static Map<String, Letter> all() {
    Map<String, Letter> all = new LinkedHashMap<>();
    all.put("correction", correction());
    all.put("acceptance", acceptance());
    all.put("refusal", refusal());
    all.put("refusal-unchanged", refusalAfterSilence());
    all.put("lapsed", silence(CaseSettings.NEUTRAL));
    all.put("given-up", silence(settings("{'noReply':{'value':'give-up','citation':'set'}}")));
    all.put("not-selected", decided(false));
    all.put("selected", decided(true));
    return all;
  }

  private static final Examined TWO =
      EvaluatedInTests.changed(PLACE, null, "/conferences/0/scope", "national");

  public static Letter correction() {
    LettersOfCases of = of(TWO);
    of.confirmed(
        of.one.act(
            1,
            of.one.asked(
                ActKind.DETERMINE,
                "{'rule':'park-in-city','pointer':'/parks/0/cityCode',"
                    + "'to':'FAIL','reasonCode':'untrue-statement',"
                    + "'reasons':{'zh':'附件显示园区不在申报城市辖区内。'},"
                    + "'evidence':[{'title':'Decision 12','address':'https://example.org/12'}]}")));
    UUID notice = of.confirmed(of.notice());
    return of.letter(notice, LetterKind.CORRECTION);
  }

  private static Letter acceptance() {
    LettersOfCases of = of(TWO);
    of.confirmed(of.one.act(1, of.one.determination(RULE, PLACE, "PASS", CaseInTests.SEEN)));
    UUID accept =
        of.confirmed(
            of.one.act(
                1,
                ActKind.ACCEPT,
                "{'despite':[{'rule':'world-conference-world-scope',"
                    + "'reasons':{'en':'the province decides on it next month'}}],"
                    + "'reasons':{'zh':'其余事项均符合要求，予以受理。'}}"));
    return of.letter(accept, LetterKind.ACCEPTANCE);
  }

  private static Letter refusal() {
    LettersOfCases of =
        new LettersOfCases(
            TWO,
            settings(
                "{'remedy':{'value':{'zh':'可在下一批次重新申报。','en':'Bid again in the next round.'},"
                    + "'citation':'set'}}"));
    of.confirmed(of.notice("world-conference-world-scope"));
    of.reply(EvaluatedInTests.changed(PLACE, false, "/conferences/0/scope", "national"));
    UUID refuse =
        of.confirmed(
            of.one.act(
                1,
                ActKind.REFUSE,
                "{'grounds':[{'rule':'"
                    + RULE
                    + "','pointer':'"
                    + PLACE
                    + "'},{'rule':'world-conference-world-scope','pointer':'/conferences/0/scope',"
                    + "'late':{'en':'the programme of the conference was read later'}}]}"));
    return of.letter(refuse, LetterKind.REFUSAL);
  }

  private static Letter refusalAfterSilence() {
    LettersOfCases of = of(TWO);
    UUID notice = of.confirmed(of.notice());
    of.one.later(Duration.ofDays(20));
    of.confirmed(
        of.one.act(1, of.one.determination(RULE, PLACE, "FAIL", ",'notice':'" + notice + "'")));
    UUID refuse =
        of.confirmed(of.one.act(1, ActKind.REFUSE, "{'grounds':[{'rule':'" + RULE + "'}]}"));
    return of.letter(refuse, LetterKind.REFUSAL);
  }

  private static Letter silence(CaseSettings settings) {
    LettersOfCases of = new LettersOfCases(TWO, settings);
    UUID notice = of.confirmed(of.notice());
    of.one.later(Duration.ofDays(20));
    UUID lapse = of.one.act(1, new ActBody.Lapse(notice));
    if (!settings.closesWithoutReply()) {
      return of.letter(lapse, LetterKind.LAPSED);
    }
    UUID close = of.confirmed(of.one.act(1, new ActBody.Close(notice, CaseInTests.REASONS)));
    return of.letter(close, LetterKind.GIVEN_UP);
  }

  static Letter decided(boolean listed) {
    LettersOfCases of = of(EvaluatedInTests.changed());
    of.judge();
    of.confirmed(of.one.act(1, ActKind.ACCEPT, "{}"));
    of.one.later(Duration.ofDays(2));
    of.confirmed(of.one.act(1, ActKind.PROPOSE, "{'listed':" + listed + "}"));
    of.one.later(Duration.ofDays(30));
    UUID decide =
        of.confirmed(
            of.one.act(
                1,
                ActKind.DECIDE,
                "{'listed':"
                    + listed
                    + ",'leaders':{'body':'领导小组（示例）','day':'2026-04-30','minutes':'2026-14'},"
                    + "'views':[{'zh':'有一位成员保留不同意见。'}]}"));
    return of.letter(decide, listed ? LetterKind.SELECTED : LetterKind.NOT_SELECTED);
  }
}
