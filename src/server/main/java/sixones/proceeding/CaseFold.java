package sixones.proceeding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.Basis;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Decision;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.Extension;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.act.Reply;
import sixones.proceeding.act.Widening;

/**
 * Computes what a case is at an instant from its acts alone. An act that could not take effect when
 * it was done has none; who may act is decided before, elsewhere.
 */
public final class CaseFold {
  /** The cause of what is reopened because somebody in it keeps away. */
  public static final String RECUSAL = "recusal";

  /** An act that stands in some way, while acts are looked at. */
  private static final class Entry {
    final CaseAct act;
    Standing standing = Standing.PROPOSED;
    Instant since;
    boolean wasInForce;
    CaseAct answer;
    String cause;
    List<String> causePlaces = List.of();
    String pointer;
    List<String> lookedAt = List.of();
    Basis basis;
    Instant expires;

    Entry(CaseAct act) {
      this.act = act;
      this.since = act.at();
      if (act.body() instanceof Determination made) {
        pointer = made.pointer();
        lookedAt = made.restsOn().lookedAt();
        basis = made.basis();
        expires = made.expires();
      }
    }

    boolean involves(long person) {
      return act.involves(person) || answer != null && answer.involves(person);
    }

    boolean isExpired(Instant at) {
      return expires != null && !at.isBefore(expires);
    }

    boolean isDetermination() {
      return act.body() instanceof Determination;
    }

    String place() {
      return ((Determination) act.body()).rule() + '\n' + (pointer == null ? "" : pointer);
    }

    void stands(Standing now, Instant at) {
      standing = now;
      since = at;
    }
  }

  /** A notice in force, while acts are looked at. */
  private static final class Told {
    final CaseAct act;
    final Instant issuedAt;
    final List<NoticeItem> items = new ArrayList<>();
    final Set<String> mayChange = new LinkedHashSet<>();
    Instant due;
    IssuedNotice.Progress progress = IssuedNotice.Progress.WAITING;

    Told(CaseAct act, Instant issuedAt) {
      this.act = act;
      this.issuedAt = issuedAt;
      Notice notice = (Notice) act.body();
      due = notice.term().due();
      add(notice.items());
    }

    void add(List<NoticeItem> more) {
      for (NoticeItem item : more) {
        items.add(item.numbered(items.size() + 1));
        mayChange.addAll(item.mayChange());
      }
    }

    void prolong(Instant to) {
      due = to != null && to.isAfter(due) ? to : due;
    }
  }

  private final CaseSettings settings;
  private final Map<UUID, Entry> entries = new LinkedHashMap<>();
  private final Map<UUID, Entry> live = new LinkedHashMap<>();
  private final Map<String, Entry> inForce = new HashMap<>();
  private final List<Told> told = new ArrayList<>();
  private final List<KnownDecision> decisions = new ArrayList<>();
  private final Map<Long, Instant> recused = new TreeMap<>();
  private final Map<UUID, CaseAct> asked = new LinkedHashMap<>();
  private final Set<Long> declared = new HashSet<>();
  private CaseState state = CaseState.RECEIVED;
  private UUID evaluation;
  private Long handler;
  private boolean unrecordedLapse;
  private long revision;

  private CaseFold(CaseSettings settings, UUID evaluation) {
    this.settings = settings;
    this.evaluation = evaluation;
  }

  /**
   * Returns a case at an instant.
   *
   * @param acts of the case, by number
   * @param declarations of the officers for the round, by instant
   * @param at acts done later are left out
   */
  public static CaseView at(
      BidCase bidCase,
      CaseSettings settings,
      List<CaseAct> acts,
      List<CaseAct> declarations,
      Instant at) {
    CaseFold fold = new CaseFold(settings, bidCase.evaluation());
    int next = 0;
    for (CaseAct act : acts) {
      if (act.at().isAfter(at)) {
        break;
      }
      while (next < declarations.size() && !declarations.get(next).at().isAfter(act.at())) {
        fold.declared(declarations.get(next++), bidCase.id());
      }
      fold.lapse(act.at());
      fold.add(act);
      fold.revision = act.seq();
    }
    while (next < declarations.size() && !declarations.get(next).at().isAfter(at)) {
      fold.declared(declarations.get(next++), bidCase.id());
    }
    fold.lapse(at);
    fold.expire(at);
    return fold.view(bidCase, at);
  }

  private void declared(CaseAct act, UUID bidCase) {
    if (act.body() instanceof ActBody.Declare declare) {
      declared.add(act.by());
      if (declare.except().stream().anyMatch(one -> one.of().equals(bidCase))) {
        recuse(act.by(), act.at());
      }
    }
  }

  /** The term of the notice passed: without an act, by time alone. */
  private void lapse(Instant at) {
    if (state == CaseState.RETURNED) {
      Told notice = told.get(told.size() - 1);
      if (!at.isBefore(notice.due)) {
        notice.progress = IssuedNotice.Progress.LAPSED;
        state = CaseState.IN_REVIEW;
        unrecordedLapse = true;
      }
    }
  }

  private void expire(Instant at) {
    for (Entry entry : List.copyOf(live.values())) {
      if (entry.isExpired(at)) {
        end(entry, Standing.EXPIRED, at);
      }
    }
  }

  private void add(CaseAct act) {
    ActBody body = act.body();
    if (act.kind().isProposable()) {
      Entry entry = new Entry(act);
      entries.put(act.id(), entry);
      live.put(act.id(), entry);
      if (settings.persons(body) == 1) {
        takeEffect(entry, act.at());
      }
    } else if (body instanceof ActBody.Take) {
      state = CaseState.IN_REVIEW;
      handler = act.by();
    } else if (body instanceof ActBody.Confirm confirm) {
      confirm(act, confirm);
    } else if (body instanceof ActBody.Withdraw withdraw) {
      Entry entry = entries.get(withdraw.of());
      if (entry != null && isOpen(entry)) {
        end(entry, Standing.WITHDRAWN, act.at());
      }
    } else if (body instanceof Reply reply) {
      reply(act, reply);
    } else if (body instanceof ActBody.Lapse) {
      unrecordedLapse = false;
    } else if (body instanceof ActBody.GiveUp) {
      close(CaseState.CLOSED_WITHDRAWN, act.at());
    } else if (body instanceof ActBody.Recuse recuse) {
      if (act.by() == recuse.person()) {
        recuse(recuse.person(), act.at());
      } else {
        asked.put(act.id(), act);
      }
    } else if (body instanceof ActBody.DecideRecusal decided) {
      CaseAct request = asked.remove(decided.of());
      if (request != null && decided.yes()) {
        recuse(((ActBody.Recuse) request.body()).person(), act.at());
      }
    } else if (body instanceof ActBody.LiftRecusal lift) {
      recused.remove(lift.person());
    }
  }

  private static boolean isOpen(Entry entry) {
    return entry.standing == Standing.PROPOSED
        || entry.isDetermination()
            && (entry.standing == Standing.IN_FORCE || entry.standing == Standing.REOPENED);
  }

  private void confirm(CaseAct act, ActBody.Confirm confirm) {
    Entry entry = entries.get(confirm.of());
    if (entry == null
        || entry.standing != Standing.PROPOSED
        || entry.isExpired(act.at())
        || isBySame(entry.act, act)) {
      return;
    }
    entry.answer = act;
    if (!confirm.yes()) {
      end(entry, Standing.DECLINED, act.at());
      return;
    }
    Instant earlier = confirm.expires();
    if (earlier != null && (entry.expires == null || earlier.isBefore(entry.expires))) {
      entry.expires = earlier;
    }
    takeEffect(entry, act.at());
  }

  /** Returns whether one person did both, or both were done for her. */
  private static boolean isBySame(CaseAct one, CaseAct other) {
    return one.involves(other.by())
        || other.onBehalfOf() != null && one.involves(other.onBehalfOf());
  }

  private void takeEffect(Entry entry, Instant at) {
    ActBody body = entry.act.body();
    entry.stands(Standing.IN_FORCE, at);
    entry.wasInForce = true;
    if (entry.isDetermination()) {
      Entry before = inForce.put(entry.place(), entry);
      if (before != null) {
        end(before, Standing.SUPERSEDED, at);
      }
      return;
    }
    live.remove(entry.act.id());
    if (body instanceof Notice) {
      told.add(new Told(entry.act, at));
      state = CaseState.RETURNED;
    } else if (body instanceof Widening widening) {
      Told notice = told(widening.notice());
      if (notice != null) {
        notice.add(widening.items());
        notice.mayChange.addAll(widening.mayChange());
        notice.prolong(widening.term() == null ? null : widening.term().due());
      }
    } else if (body instanceof Extension extension) {
      Told notice = told(extension.notice());
      if (notice != null) {
        notice.prolong(extension.term().due());
      }
    } else if (body instanceof ActBody.Close) {
      close(CaseState.CLOSED_GIVEN_UP, at);
    } else if (body instanceof ActBody.Reopen) {
      decisions.replaceAll(KnownDecision::supersededNow);
      state = CaseState.IN_REVIEW;
    } else if (body instanceof Decision decision) {
      decisions.add(new KnownDecision(entry.act, entry.answer, at, false));
      state = decided(decision);
    }
  }

  private static CaseState decided(Decision decision) {
    boolean listed = Boolean.TRUE.equals(decision.listed());
    return switch (decision.kind()) {
      case ACCEPT -> CaseState.ACCEPTED;
      case REFUSE -> CaseState.REFUSED;
      case PROPOSE -> listed ? CaseState.PROPOSED : CaseState.NOT_PROPOSED;
      default -> listed ? CaseState.SELECTED : CaseState.NOT_SELECTED;
    };
  }

  private Told told(UUID notice) {
    for (Told one : told) {
      if (one.act.id().equals(notice) && one.progress == IssuedNotice.Progress.WAITING) {
        return one;
      }
    }
    return null;
  }

  private void reply(CaseAct act, Reply reply) {
    Told notice = told(reply.notice());
    if (notice == null) {
      return;
    }
    notice.progress = IssuedNotice.Progress.REPLIED;
    state = CaseState.IN_REVIEW;
    evaluation = reply.evaluation();
    expire(act.at());
    List<Entry> moved = new ArrayList<>();
    for (Reply.Carried one : reply.carried()) {
      Entry entry = live.get(one.of());
      if (entry != null) {
        if (entry.standing == Standing.IN_FORCE) {
          inForce.remove(entry.place(), entry);
          moved.add(entry);
        }
        entry.pointer = one.pointer();
        entry.lookedAt = one.lookedAt();
        entry.basis = one.basis();
      }
    }
    moved.forEach(entry -> inForce.put(entry.place(), entry));
    for (Reply.Reopened one : reply.reopened()) {
      Entry entry = live.get(one.of());
      if (entry != null) {
        end(entry, Standing.REOPENED, act.at());
        entry.cause = entry.standing == Standing.REOPENED ? one.cause() : null;
        entry.causePlaces = one.pointers();
      }
    }
  }

  private void recuse(long person, Instant at) {
    recused.putIfAbsent(person, at);
    for (Entry entry : List.copyOf(live.values())) {
      if (entry.involves(person)) {
        end(entry, Standing.REOPENED, at);
        entry.cause = entry.standing == Standing.REOPENED ? RECUSAL : null;
      }
    }
  }

  private void close(CaseState end, Instant at) {
    state = end;
    told.stream()
        .filter(one -> one.progress == IssuedNotice.Progress.WAITING)
        .forEach(one -> one.progress = IssuedNotice.Progress.ENDED);
    for (Entry entry : List.copyOf(live.values())) {
      if (entry.standing == Standing.PROPOSED) {
        end(entry, Standing.SUPERSEDED, at);
      }
    }
  }

  /** An entry stops to stand; one that had expired before expired then. */
  private void end(Entry entry, Standing how, Instant at) {
    live.remove(entry.act.id());
    if (entry.isDetermination()) {
      inForce.remove(entry.place(), entry);
    }
    boolean isOver = entry.isExpired(at) && entry.standing != Standing.REOPENED;
    entry.stands(isOver ? Standing.EXPIRED : how, isOver ? entry.expires : at);
  }

  private CaseView view(BidCase bidCase, Instant at) {
    List<KnownDetermination> determinations = new ArrayList<>();
    List<KnownProposal> proposals = new ArrayList<>();
    for (Entry one : entries.values()) {
      if (one.isDetermination()) {
        determinations.add(
            new KnownDetermination(
                one.act,
                one.standing,
                one.cause,
                one.causePlaces,
                one.since,
                one.wasInForce,
                one.answer,
                one.pointer,
                one.lookedAt,
                one.basis,
                one.expires));
      } else {
        proposals.add(new KnownProposal(one.act, one.standing, one.since, one.answer));
      }
    }
    List<IssuedNotice> notices = new ArrayList<>();
    for (Told one : told) {
      notices.add(
          new IssuedNotice(
              one.act,
              one.issuedAt,
              List.copyOf(one.items),
              one.due,
              List.copyOf(one.mayChange),
              one.progress));
    }
    return new CaseView(
        bidCase,
        settings,
        new CaseView.Progress(state, handler, unrecordedLapse),
        evaluation,
        determinations,
        proposals,
        notices,
        decisions,
        new KnownRecusals(recused, List.copyOf(asked.values()), declared),
        revision,
        at);
  }
}
