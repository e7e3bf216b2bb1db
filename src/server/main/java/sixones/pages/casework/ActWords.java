package sixones.pages.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.KnownProposal;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Decision;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.DueTerm;
import sixones.proceeding.act.Extension;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.act.Reply;
import sixones.proceeding.act.SeenEvidence;
import sixones.proceeding.act.Widening;
import sixones.report.Column;
import sixones.report.Passage;

/** Says the acts of a case in words: what each is, how it stands and all it says. */
final class ActWords {
  /** How many lines of one act are laid out; the record itself has all. */
  private static final int MOST_LINES = 300;

  private final ReadCase of;
  private List<ActView.Line> lines = new ArrayList<>();

  ActWords(ReadCase of) {
    this.of = of;
  }

  /** Returns the kind of an act in words. */
  static String kind(ReadCase of, CaseAct act) {
    return of.text("casework.act." + act.kind().id());
  }

  /** Returns an act as the history tells it. */
  ActView view(CaseAct act) {
    boolean isAnswered = of.isOfficer() && isOpen(act);
    return new ActView(
        act.seq(),
        kind(of, act),
        standing(act.id()),
        of.moment(act.at()),
        of.who(act.by(), act.onBehalfOf()),
        authority(act.authority()),
        act.digest(),
        lines(act),
        isAnswered ? of.address() + "/proposals/" + act.id() : null);
  }

  private boolean isOpen(CaseAct act) {
    return of.view().pending().contains(act.id())
        || of.view()
            .determination(act.id())
            .map(KnownDetermination::standing)
            .filter(how -> how == Standing.IN_FORCE || how == Standing.REOPENED)
            .isPresent();
  }

  private CaseChip standing(UUID act) {
    Standing standing =
        of.view()
            .determination(act)
            .map(KnownDetermination::standing)
            .or(() -> of.view().proposal(act).map(KnownProposal::standing))
            .orElse(null);
    if (standing == null) {
      return null;
    }
    String tone =
        switch (standing) {
          case IN_FORCE -> "good";
          case PROPOSED, REOPENED -> "open";
          case DECLINED -> "bad";
          default -> "calm";
        };
    return new CaseChip(tone, null, of.text("casework.standing." + standing.name()));
  }

  private String authority(UUID act) {
    return act == null
        ? null
        : of.authorities()
            .find(act)
            .map(given -> Column.harmless(given.authority().document()))
            .orElse(act.toString());
  }

  /** Returns all that an act says. */
  List<ActView.Line> lines(CaseAct act) {
    lines = new ArrayList<>();
    ActBody body = act.body();
    if (body instanceof Determination one) {
      determination(one);
    } else if (body instanceof Notice one) {
      notice(one);
    } else if (body instanceof Widening one) {
      widening(one);
    } else if (body instanceof Extension one) {
      term(one.term());
      reasons(one.reasons());
    } else if (body instanceof Reply one) {
      reply(one);
    } else if (body instanceof Decision one) {
      decision(one);
    } else {
      other(body);
    }
    of.view().determination(act.id()).ifPresent(this::present);
    return lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
  }

  private void other(ActBody body) {
    if (body instanceof ActBody.Confirm one) {
      about(one.of());
      say("answer", of.text(one.yes() ? "casework.answer.yes" : "casework.answer.no"));
      reasons(one.reasons());
      if (one.expires() != null) {
        say("expires", of.end(one.expires()));
      }
    } else if (body instanceof ActBody.Withdraw one) {
      about(one.of());
      reasons(one.reasons());
    } else if (body instanceof ActBody.Close one) {
      about(one.notice());
      reasons(one.reasons());
    } else if (body instanceof ActBody.Lapse one) {
      about(one.notice());
    } else if (body instanceof ActBody.Reopen one) {
      say("ground", of.named("casework.reopen.", one.ground()));
      reasons(one.reasons());
    } else if (body instanceof ActBody.GiveUp one) {
      reasons(one.reasons());
    } else if (body instanceof ActBody.Recuse one) {
      say("person", of.name(one.person()));
      say("ground", of.named("casework.ground.", one.ground()));
      reasons(one.reasons());
    } else if (body instanceof ActBody.DecideRecusal one) {
      about(one.of());
      say("answer", of.text(one.yes() ? "casework.answer.yes" : "casework.answer.no"));
      reasons(one.reasons());
    } else if (body instanceof ActBody.LiftRecusal one) {
      say("person", of.name(one.person()));
      reasons(one.reasons());
    }
  }

  private void determination(Determination one) {
    say("rule", of.rule(one.rule()));
    say("pointer", of.place(one.pointer()));
    say("machine", outcome(one.machineOutcome().name()));
    say("to", one.isRemark() ? of.text("casework.remark") : outcome(one.to().name()));
    say("reasonCode", of.text("casework.code." + one.reasonCode().id()));
    reasons(one.reasons());
    for (String citation : one.restsOn().citations()) {
      say("citations", passage(citation));
    }
    for (SeenEvidence seen : one.restsOn().evidence()) {
      String at = seen.address() == null ? seen.sha256() : seen.address();
      say("evidence", Column.harmless(seen.title() + " · " + at));
    }
    if (!one.restsOn().lookedAt().isEmpty()) {
      lines.add(
          ActView.Line.of(
              label("lookedAt"), one.restsOn().lookedAt().stream().map(of::place).toList()));
    }
    if (one.restsOn().notice() != null) {
      about(one.restsOn().notice());
    }
    if (one.expires() != null) {
      say("expires", of.end(one.expires()));
    }
    say("persons", of.text("casework.persons", Map.of("count", one.persons())));
  }

  /** What became of a determination since it was made. */
  private void present(KnownDetermination known) {
    if (known.cause() != null) {
      List<String> says = new ArrayList<>();
      says.add(of.text("casework.cause." + known.cause()));
      known.causePlaces().forEach(place -> says.add(of.place(place)));
      lines.add(ActView.Line.of(label("cause"), says));
    }
    if (known.expires() != null && !known.expires().equals(known.made().expires())) {
      say("expires.now", of.end(known.expires()));
    }
    if (!java.util.Objects.equals(known.pointer(), known.made().pointer())) {
      say("pointer.now", of.place(known.pointer()));
    }
  }

  private void notice(Notice one) {
    items(one.items());
    for (Notice.Dropped dropped : one.dropped()) {
      List<ActView.Said> said = new ArrayList<>();
      said.add(
          new ActView.Said(null, of.rule(dropped.rule()) + " – " + of.place(dropped.pointer())));
      said.addAll(ActView.Line.said(dropped.reasons(), of.language()));
      lines.add(new ActView.Line(label("dropped"), said));
    }
    term(one.term());
  }

  private void items(List<NoticeItem> items) {
    for (NoticeItem item : items) {
      List<ActView.Said> said = new ArrayList<>();
      String title = item.rule() == null ? of.text("casework.item.own") : of.rule(item.rule());
      String kind = of.text("casework.kind." + item.kind());
      said.add(
          new ActView.Said(
              null, of.text("casework.item.title", Map.of("title", title, "kind", kind))));
      for (String pointer : item.pointers()) {
        said.add(new ActView.Said(null, of.place(pointer)));
      }
      said.addAll(ActView.Line.said(item.demand(), of.language()));
      said.addAll(ActView.Line.said(item.mend(), of.language()));
      lines.add(new ActView.Line(of.text("casework.item", Map.of("n", item.n())), said));
    }
  }

  private void widening(Widening one) {
    about(one.notice());
    if (!one.mayChange().isEmpty()) {
      lines.add(
          ActView.Line.of(label("mayChange"), one.mayChange().stream().map(of::place).toList()));
    }
    items(one.items());
    if (one.term() != null) {
      term(one.term());
    }
    reasons(one.reasons());
  }

  private void term(DueTerm term) {
    say(
        "term",
        of.text(
            "casework.term",
            Map.of(
                "start", term.start().toString(),
                "amount", term.amount(),
                "unit", term.unit(),
                "first", String.valueOf(term.firstDayCounts()))));
    if (term.due() != null) {
      say("due", of.end(term.due()));
    }
  }

  private void reply(Reply one) {
    about(one.notice());
    say("submission", one.submission().toString());
    say("changes", String.valueOf(one.changes().size()));
    say("carried", String.valueOf(one.carried().size()));
    say("reopened", String.valueOf(one.reopened().size()));
  }

  private void decision(Decision one) {
    if (one.listed() != null) {
      say("listed", of.text(one.listed() ? "casework.listed.yes" : "casework.listed.no"));
    }
    if (one.leaders() != null) {
      LocalDate day = one.leaders().day();
      say("leaders.body", Column.harmless(one.leaders().body()));
      say("leaders.day", day.toString());
      say("leaders.minutes", Column.harmless(one.leaders().minutes()));
    }
    for (Decision.Ground ground : one.grounds()) {
      List<ActView.Said> said = new ArrayList<>();
      said.add(new ActView.Said(null, of.rule(ground.rule()) + " – " + of.place(ground.pointer())));
      why("casework.ground.not-mendable", ground.notMendable(), said);
      why("casework.ground.late", ground.late(), said);
      lines.add(new ActView.Line(label("grounds"), said));
    }
    for (Decision.Despite despite : one.despite()) {
      List<ActView.Said> said = new ArrayList<>();
      said.add(new ActView.Said(null, of.rule(despite.rule())));
      said.addAll(ActView.Line.said(despite.reasons(), of.language()));
      lines.add(new ActView.Line(label("despite"), said));
    }
    one.views().forEach(view -> lines.add(ActView.Line.of(label("views"), view, of.language())));
    reasons(one.reasons());
  }

  private void why(String key, GivenReasons reasons, List<ActView.Said> said) {
    if (reasons != null) {
      said.add(new ActView.Said(null, of.text(key)));
      said.addAll(ActView.Line.said(reasons, of.language()));
    }
  }

  private void about(UUID act) {
    say(
        "of",
        of.act(act)
            .map(one -> of.text("casework.of", Map.of("number", one.seq(), "what", kind(of, one))))
            .orElse(act.toString()));
  }

  private void reasons(GivenReasons reasons) {
    if (reasons != null) {
      lines.add(ActView.Line.of(label("reasons"), reasons, of.language()));
    }
  }

  private void say(String name, String text) {
    lines.add(ActView.Line.of(label(name), text));
  }

  private String label(String name) {
    return of.text("casework.says." + name);
  }

  private String outcome(String outcome) {
    return of.messages().text("outcome." + outcome);
  }

  /** Returns a passage in words; its id if the rule set has none by that. */
  String passage(String citation) {
    if (!of.examined().ruleSet().citations().containsKey(citation)) {
      return Column.harmless(citation);
    }
    Passage passage = of.messages().passage(of.examined().ruleSet().citations().get(citation));
    return passage.source() + " – " + passage.gist();
  }
}
