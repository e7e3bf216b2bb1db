package sixones.proceeding;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.people.Role;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.DueTerm;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.act.Power;
import sixones.proceeding.conclusion.Candidate;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.permission.ActPolicy;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.Intended;
import sixones.proceeding.permission.Preparation;
import sixones.proceeding.permission.Refusal;
import sixones.round.Refused;

/** A case in memory, in which every act passes the policy as it will in a transaction. */
public final class CaseInTests {
  public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  public static final UUID ROUND = UUID.fromString("00000000-0000-4000-8000-000000000001");
  public static final long APPLICANT = 90;
  public static final GivenReasons REASONS =
      new GivenReasons(null, "looked at the document and compared it");

  /** Every day counts, until the end of the year. */
  public static final Terms TERMS =
      term -> {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalDate last = term.start().plusDays(term.amount());
        LocalDate covered = LocalDate.of(2026, 12, 31);
        return last.isAfter(covered)
            ? new Terms.Counted("sha256:" + "0".repeat(64), List.of(), null, covered)
            : new Terms.Counted(
                "sha256:" + "0".repeat(64),
                term.start().plusDays(1).datesUntil(last.plusDays(1)).toList(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                covered);
      };

  public final BidCase bidCase;
  public final CaseSettings settings;
  public final List<CaseAct> acts = new ArrayList<>();
  public final List<CaseAct> declarations = new ArrayList<>();
  public final List<CaseAct> authorities = new ArrayList<>();
  public final Map<UUID, Examined> evaluations = new HashMap<>();
  public Instant now = START;
  public Terms terms = TERMS;
  private int ids;

  public CaseInTests(Examined first, CaseSettings settings) {
    this.settings = settings;
    evaluations.put(first.id(), first);
    bidCase =
        new BidCase(
            new UUID(7, 7),
            ROUND,
            first.evaluation().draft().applicant(),
            first.submission(),
            first.id(),
            START);
  }

  /** A case with officers 1 to 4, who hold every power and declared themselves. */
  public static CaseInTests of(Examined first) {
    return of(first, CaseSettings.NEUTRAL);
  }

  public static CaseInTests of(Examined first, CaseSettings settings) {
    CaseInTests one = new CaseInTests(first, settings);
    for (long person = 1; person <= 4; person++) {
      one.give(person, null);
      one.declare(person);
    }
    return one;
  }

  public UUID id() {
    return new UUID(1, ++ids);
  }

  /** Gives all powers; two other officers do it. */
  public UUID give(long person, Long principal) {
    ActBody body =
        new ActBody.GiveAuthority(
            person,
            List.of(Power.values()),
            null,
            LocalDate.of(2026, 1, 1),
            null,
            "document 1",
            principal);
    CaseAct given = act(authorities, body, person % 4 + 1);
    act(authorities, new ActBody.Confirm(given.id(), true, null, null), (person + 1) % 4 + 1);
    return given.id();
  }

  public void declare(long person, UUID... except) {
    act(
        declarations,
        new ActBody.Declare(
            java.util.stream.Stream.of(except)
                .map(of -> new ActBody.Declare.Except(of, "own-interest", REASONS))
                .toList()),
        person);
  }

  private CaseAct act(List<CaseAct> ledger, ActBody body, long by) {
    CaseAct act = CaseAct.of(ledger.size() + 1, id(), body, by, null, null, now, null);
    ledger.add(act);
    return act;
  }

  public CaseView view() {
    return CaseFold.at(bidCase, settings, acts, declarations, now);
  }

  public CaseView viewAt(Instant at) {
    return CaseFold.at(bidCase, settings, acts, declarations, at);
  }

  public Examined examined() {
    return evaluations.get(view().evaluation());
  }

  public void later(Duration by) {
    now = now.plus(by);
  }

  public Asking officer(long person) {
    return officer(person, null);
  }

  public Asking officer(long person, Long principal) {
    return new Asking(person, Role.OFFICER, null, principal, Authorities.at(authorities, now));
  }

  public Asking applicant() {
    return new Asking(
        APPLICANT, Role.APPLICANT, bidCase.applicant(), null, Authorities.at(authorities, now));
  }

  public Optional<Refusal> mayAct(Asking asking, ActBody body) {
    boolean isOfApplicant = asking.role() == Role.APPLICANT;
    long revision = isOfApplicant ? view().toldRevision() : view().revision();
    return ActPolicy.mayAct(view(), asking, Intended.of(body, revision));
  }

  public Preparation preparation() {
    return new Preparation(view(), evaluations::get, terms, now);
  }

  /** Does an act if policy and preparation let it; else says why not. */
  public String attempt(Asking asking, ActBody asked) {
    Optional<Refusal> refusal = mayAct(asking, asked);
    if (refusal.isPresent()) {
      return refusal.get().code();
    }
    try {
      ActBody body = preparation().prepared(asked);
      UUID authority = ActPolicy.authority(view(), asking, body.kind()).orElse(null);
      acts.add(
          CaseAct.of(
              acts.size() + 1,
              id(),
              body,
              asking.person(),
              asking.onBehalfOf(),
              authority,
              now,
              null));
      return null;
    } catch (Refused e) {
      return e.faults().isEmpty() || e.why() == Refused.Why.CONFLICT
          ? e.kind()
          : e.faults().get(0).pointer() + " " + e.faults().get(0).kind();
    }
  }

  /** Does an act that must be possible. */
  public UUID act(Asking asking, ActBody asked) {
    String why = attempt(asking, asked);
    if (why != null) {
      throw new AssertionError(asked.kind() + " is refused: " + why);
    }
    return acts.get(acts.size() - 1).id();
  }

  public UUID act(long officer, ActBody asked) {
    return act(officer(officer), asked);
  }

  public UUID act(long officer, ActKind kind, String json) {
    return act(officer, asked(kind, json));
  }

  public ActBody asked(ActKind kind, String json) {
    return ActReader.asked(kind, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), now);
  }

  public void confirm(long officer, UUID of) {
    act(officer, new ActBody.Confirm(of, true, null, null));
  }

  public void take(long officer) {
    act(officer, new ActBody.Take());
  }

  /** A determination with reasons, as JSON with single quotes around names and texts. */
  public ActBody determination(String rule, String pointer, String to, String more) {
    return asked(
        ActKind.DETERMINE,
        "{'rule':'"
            + rule
            + "',"
            + (pointer == null ? "" : "'pointer':'" + pointer + "',")
            + "'to':'"
            + to
            + "','reasonCode':'other','reasons':{'en':'compared with the document'}"
            + more
            + "}");
  }

  public static final String SEEN =
      ",'evidence':[{'title':'Decision 12','address':'https://example.org/12'}]";

  /** A notice of all candidates but those dropped. */
  public Notice notice(int days, String... droppedRules) {
    List<NoticeItem> items = new ArrayList<>();
    List<Notice.Dropped> dropped = new ArrayList<>();
    for (Candidate one : Candidate.of(examined(), view().conclusion(examined().evaluation()))) {
      if (List.of(droppedRules).contains(one.rule().id())) {
        dropped.add(new Notice.Dropped(one.rule().id(), null, REASONS));
      } else {
        items.add(one.item(items.size() + 1));
      }
    }
    if (items.isEmpty()) {
      items.add(
          new NoticeItem(
              1,
              "unclear",
              null,
              null,
              List.of("/baseline"),
              null,
              null,
              REASONS,
              null,
              List.of()));
    }
    return new Notice(null, items, dropped, term(days), null);
  }

  public DueTerm term(int days) {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
    return new DueTerm(today, days, "day", false, null, List.of(), null);
  }

  /** Issues a notice by two officers. */
  public UUID returned(int days, String... droppedRules) {
    UUID notice = act(1, notice(days, droppedRules));
    confirm(2, notice);
    return notice;
  }

  /** Hands in a reply. */
  public String reply(Examined after) {
    Optional<Refusal> refusal =
        ActPolicy.mayAct(
            view(), applicant(), new Intended(ActKind.REPLY, null, view().toldRevision()));
    if (refusal.isPresent()) {
      return refusal.get().code();
    }
    try {
      ActBody body = preparation().reply(after, false);
      evaluations.put(after.id(), after);
      acts.add(CaseAct.of(acts.size() + 1, id(), body, APPLICANT, null, null, now, null));
      return null;
    } catch (Refused e) {
      return e.faults().get(0).pointer() + " " + e.faults().get(0).kind();
    }
  }

  /** What a view says, as one text to compare. */
  public static String text(CaseView view) {
    StringBuilder text = new StringBuilder(view.state() + " " + view.revision() + " ");
    text.append(view.evaluation()).append(' ').append(view.unrecordedLapse()).append('\n');
    view.determinations().forEach(one -> text.append(one).append('\n'));
    view.proposals().forEach(one -> text.append(one).append('\n'));
    view.notices().forEach(one -> text.append(one).append('\n'));
    view.decisions().forEach(one -> text.append(one).append('\n'));
    return text.append(new java.util.TreeMap<>(view.recusals().recused())).toString();
  }

  static final ObjectMapper JSON = new ObjectMapper();
}
