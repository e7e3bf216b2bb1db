package sixones.pages.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.pages.frame.PageAddresses;
import sixones.people.Role;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.DueTerm;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.permission.ActPolicy;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.Intended;
import sixones.representation.StoredJson;
import sixones.round.Refused;

/** Makes the page of a case from what was read of it. */
final class CaseViews {
  /** The acts that have a form here or beside it, in the order of the procedure. */
  private static final List<ActKind> WAYS =
      List.of(
          ActKind.TAKE,
          ActKind.NOTICE,
          ActKind.WIDEN,
          ActKind.EXTEND,
          ActKind.LAPSE,
          ActKind.CLOSE,
          ActKind.ACCEPT,
          ActKind.REFUSE,
          ActKind.PROPOSE,
          ActKind.DECIDE,
          ActKind.REOPEN,
          ActKind.RECUSE);

  private final ReadCase of;

  CaseViews(ReadCase of) {
    this.of = of;
  }

  static CasePageView.Round round(ReadCase of) {
    return new CasePageView.Round(
        StoredJson.name(of.seen().round(), of.language()),
        PageAddresses.round(of.round()),
        PageAddresses.round(of.round()) + "/declaration");
  }

  CasePageView.Head head(boolean past) {
    Long handler = of.view().handler();
    Conclusion conclusion = of.conclusion();
    return new CasePageView.Head(
        CaseChip.of(of.view().state(), of.language()),
        of.text("casework.next." + of.view().next().name()),
        CaseChip.of(conclusion.verdict(), of.language()),
        CaseChip.of(conclusion.conclusion(), of.language()),
        conclusion.verdict() != conclusion.conclusion(),
        of.view().revision(),
        handler == null ? null : of.name(handler),
        past ? of.moment(of.view().at()) : null,
        PageAddresses.round(of.round()) + "/applicants/" + of.seen().bidCase().applicant(),
        PageAddresses.evaluation(of.view().evaluation()),
        of.view().unrecordedLapse());
  }

  List<CasePageView.OnRequirement> requirements() {
    List<CasePageView.OnRequirement> rows = new ArrayList<>();
    for (Conclusion.OnRequirement one : of.conclusion().requirements()) {
      rows.add(
          new CasePageView.OnRequirement(
              of.messages().title(one.id()),
              CaseChip.of(one.verdict(), of.language()),
              CaseChip.of(one.conclusion(), of.language()),
              one.verdict() != one.conclusion(),
              one.changedBy().isEmpty()
                  ? null
                  : of.text("casework.changed-by", Map.of("count", one.changedBy().size()))));
    }
    return rows;
  }

  /**
   * Returns what can be done.
   *
   * @param possible why each act cannot be done; empty if it can
   * @param mayConfirm why each act that waits cannot be answered, by its id
   */
  CasePageView.Work work(
      Map<ActKind, Optional<Refused>> possible, Map<UUID, Optional<Refused>> mayConfirm) {
    ActWords words = new ActWords(of);
    List<CasePageView.Waiting> waiting = new ArrayList<>();
    for (CaseAct act : of.acts()) {
      if (of.view().pending().contains(act.id())) {
        Optional<Refused> why = mayConfirm.getOrDefault(act.id(), Optional.empty());
        waiting.add(new CasePageView.Waiting(words.view(act), why.map(this::why).orElse(null)));
      }
    }
    List<CasePageView.Way> ways = new ArrayList<>();
    List<CasePageView.Way> barred = new ArrayList<>();
    for (ActKind kind : WAYS) {
      Optional<Refused> why = possible.getOrDefault(kind, Optional.empty());
      String does = of.text("casework.do." + kind.id());
      if (!of.isOfficer() || !possible.containsKey(kind)) {
        continue;
      }
      if (why.isEmpty()) {
        ways.add(new CasePageView.Way(does, of.address() + path(kind), null));
      } else {
        barred.add(new CasePageView.Way(does, null, why(why.get())));
      }
    }
    return new CasePageView.Work(of.isOfficer(), waiting, ways, barred, recusals(possible));
  }

  private String why(Refused refused) {
    return FormRefusals.problem(refused, of.language()).detail();
  }

  private static String path(ActKind kind) {
    return switch (kind) {
      case NOTICE, WIDEN, EXTEND -> "/notice";
      default -> "/acts/" + kind.id();
    };
  }

  private List<CasePageView.Kept> recusals(Map<ActKind, Optional<Refused>> possible) {
    List<CasePageView.Kept> kept = new ArrayList<>();
    boolean decides = may(possible, ActKind.DECIDE_RECUSAL);
    boolean lifts = may(possible, ActKind.LIFT_RECUSAL);
    for (CaseAct act : of.view().recusals().asked()) {
      long person = ((ActBody.Recuse) act.body()).person();
      kept.add(
          new CasePageView.Kept(
              of.text(
                  "casework.recusal.asked",
                  Map.of("name", of.name(person), "by", of.who(act.by(), act.onBehalfOf()))),
              decides ? of.address() + "/acts/decide-recusal?of=" + act.id() : null,
              of.text("casework.do.decide-recusal")));
    }
    of.view()
        .recusals()
        .recused()
        .forEach(
            (person, since) ->
                kept.add(
                    new CasePageView.Kept(
                        of.text(
                            "casework.recusal.recused",
                            Map.of("name", of.name(person), "since", of.moment(since))),
                        lifts ? of.address() + "/acts/lift-recusal?person=" + person : null,
                        of.text("casework.do.lift-recusal"))));
    return kept;
  }

  private boolean may(Map<ActKind, Optional<Refused>> possible, ActKind kind) {
    return of.isOfficer() && possible.containsKey(kind) && possible.get(kind).isEmpty();
  }

  CasePageView.Record record() {
    ActWords words = new ActWords(of);
    return new CasePageView.Record(
        of.view().notices().stream().map(this::told).toList(),
        of.acts().stream().map(words::view).toList(),
        of.isOfficer() ? List.of() : could());
  }

  private CasePageView.Told told(IssuedNotice notice) {
    List<String> items = new ArrayList<>();
    for (NoticeItem item : notice.items()) {
      List<String> places = item.pointers().stream().map(of::place).toList();
      String title = item.rule() == null ? of.text("casework.item.own") : of.rule(item.rule());
      items.add(
          of.text(
              "casework.item.line",
              Map.of("n", item.n(), "title", title, "places", String.join("; ", places))));
    }
    DueTerm term = notice.notice().term();
    String days =
        term.days().isEmpty()
            ? null
            : of.text(
                "casework.days",
                Map.of(
                    "count", term.days().size(),
                    "first", term.days().get(0).toString(),
                    "last", term.days().get(term.days().size() - 1).toString()));
    return new CasePageView.Told(
        of.text("casework.notice", Map.of("number", notice.act().seq())),
        new CaseChip(
            notice.progress() == IssuedNotice.Progress.WAITING ? "open" : "calm",
            null,
            of.text("casework.progress." + notice.progress().name())),
        of.moment(notice.issuedAt()),
        of.end(notice.due()),
        days,
        items);
  }

  /** Who could do which act at the instant the case is looked at. */
  private List<CasePageView.Could> could() {
    List<CasePageView.Could> could = new ArrayList<>();
    for (ActKind kind : ActKind.values()) {
      List<String> who = new ArrayList<>();
      for (Long officer : of.officers().keySet()) {
        if (may(officer, null, kind)) {
          who.add(of.officers().get(officer));
        }
        of.authorities().all().stream()
            .map(given -> given.authority())
            .filter(given -> given.person() == officer && given.principal() != null)
            .map(given -> given.principal())
            .distinct()
            .filter(principal -> may(officer, principal, kind))
            .forEach(principal -> who.add(of.who(officer, principal)));
      }
      if (!who.isEmpty()) {
        could.add(
            new CasePageView.Could(of.text("casework.act." + kind.id()), String.join(", ", who)));
      }
    }
    return could;
  }

  private boolean may(long officer, Long principal, ActKind kind) {
    Asking asking = new Asking(officer, Role.OFFICER, null, principal, of.authorities());
    return ActPolicy.mayAct(of.view(), asking, new Intended(kind, null, null)).isEmpty();
  }
}
