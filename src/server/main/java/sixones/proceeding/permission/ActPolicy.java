package sixones.proceeding.permission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.KnownProposal;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Power;

/** Decides who may act in a case; every act passes {@link #mayAct}, in its own transaction. */
public final class ActPolicy {
  private ActPolicy() {}

  /**
   * Returns why somebody may not act; empty if she may.
   *
   * @param view the case at the instant of acting
   */
  public static Optional<Refusal> mayAct(CaseView view, Asking asking, Intended act) {
    if (asking.role() == Role.ADMIN
        || asking.role() == Role.APPLICANT
            && !view.bidCase().applicant().equals(asking.applicant())) {
      return Optional.of(Refusal.notThere());
    }
    Permission row = Permission.of(act.kind(), asking.role());
    if (row == null || asking.onBehalfOf() != null && row.power() == null) {
      return Optional.of(Refusal.forbidden("no-authority"));
    }
    return person(view, asking, row, act)
        .or(() -> stale(view, asking, act))
        .or(() -> state(view, asking, row, act))
        .or(() -> of(view, asking, act))
        .or(() -> blocked(view, asking, act));
  }

  /**
   * Returns the authority by which somebody may act; empty if none is needed or she has none.
   *
   * @param view the case at the instant of acting
   */
  public static Optional<UUID> authority(CaseView view, Asking asking, ActKind kind) {
    Permission row = Permission.of(kind, asking.role());
    return row == null || row.power() == null
        ? Optional.empty()
        : given(view, asking, row.power()).map(Authorities.Given::id);
  }

  private static Optional<Authorities.Given> given(CaseView view, Asking asking, Power power) {
    UUID round = view.bidCase().round();
    return asking.onBehalfOf() == null
        ? asking.authorities().own(asking.person(), power, round)
        : asking.authorities().delegated(asking.person(), asking.onBehalfOf(), power, round);
  }

  private static Optional<Refusal> person(
      CaseView view, Asking asking, Permission row, Intended act) {
    if (asking.role() != Role.OFFICER) {
      return Optional.empty();
    }
    boolean ofHerself =
        act.kind() == ActKind.RECUSE
            && (act.body() == null || ((ActBody.Recuse) act.body()).person() == asking.person());
    boolean isRecused =
        view.recusals().isRecused(asking.person())
            || asking.onBehalfOf() != null && view.recusals().isRecused(asking.onBehalfOf());
    if (isRecused) {
      return Optional.of(Refusal.forbidden("recused"));
    }
    if (!ofHerself && !view.recusals().declared().contains(asking.person())) {
      return Optional.of(Refusal.forbidden("undeclared"));
    }
    return row.power() == null || given(view, asking, row.power()).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.forbidden("no-authority"));
  }

  /** What was done since must not be told to one who has not declared herself. */
  private static Optional<Refusal> stale(CaseView view, Asking asking, Intended act) {
    boolean sees =
        asking.role() != Role.OFFICER || view.recusals().declared().contains(asking.person());
    long revision = asking.role() == Role.APPLICANT ? view.toldRevision() : view.revision();
    return !sees || act.revision() == null || act.revision() == revision
        ? Optional.empty()
        : Optional.of(
            new Refusal(412, "stale", Map.of("revision", revision, "seen", act.revision())));
  }

  private static Optional<Refusal> state(
      CaseView view, Asking asking, Permission row, Intended act) {
    if (row.in().contains(view.state())) {
      return Optional.empty();
    }
    if (act.kind() == ActKind.REPLY && !view.notices().isEmpty()) {
      IssuedNotice last = view.notices().get(view.notices().size() - 1);
      if (last.progress() == IssuedNotice.Progress.LAPSED) {
        return Optional.of(Refusal.conflict("too-late", Map.of("due", last.due())));
      }
    }
    CaseState told =
        asking.role() == Role.APPLICANT ? view.state().toldToApplicant() : view.state();
    return Optional.of(
        told == CaseState.RETURNED
            ? Refusal.conflict("returned", Map.of())
            : Refusal.conflict("state", Map.of("state", told.name())));
  }

  /** Looks at the act that another act is about. */
  private static Optional<Refusal> of(CaseView view, Asking asking, Intended act) {
    ActBody body = act.body();
    if (body instanceof ActBody.Confirm confirm) {
      return answer(view, asking, confirm);
    }
    if (body instanceof ActBody.Withdraw withdraw) {
      return withdrawal(view, asking, withdraw);
    }
    if (body instanceof ActBody.DecideRecusal decided) {
      Optional<CaseAct> asked =
          view.recusals().asked().stream().filter(one -> one.id().equals(decided.of())).findFirst();
      if (asked.isEmpty()) {
        return Optional.of(Refusal.notThere());
      }
      long person = ((ActBody.Recuse) asked.get().body()).person();
      boolean same =
          asking.sharesPersonWith(person, null)
              || asking.sharesPersonWith(asked.get().by(), asked.get().onBehalfOf());
      return same ? Optional.of(Refusal.forbidden("same-person")) : Optional.empty();
    }
    if (body instanceof ActBody.LiftRecusal lift) {
      return !view.recusals().isRecused(lift.person())
          ? Optional.of(Refusal.notThere())
          : asking.sharesPersonWith(lift.person(), null)
              ? Optional.of(Refusal.forbidden("same-person"))
              : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Refusal> answer(CaseView view, Asking asking, ActBody.Confirm confirm) {
    CaseAct proposal = proposal(view, confirm.of());
    if (proposal == null) {
      return Optional.of(Refusal.notThere());
    }
    Standing standing = standing(view, confirm.of());
    if (standing != Standing.PROPOSED) {
      return Optional.of(Refusal.conflict("not-pending", Map.of("standing", standing.name())));
    }
    if (asking.sharesPersonWith(proposal.by(), proposal.onBehalfOf())) {
      return Optional.of(Refusal.forbidden("same-person"));
    }
    if (!confirm.yes()) {
      return Optional.empty();
    }
    if (!Permission.isPossible(proposal.kind(), view.state())) {
      return Optional.of(
          view.state() == CaseState.RETURNED
              ? Refusal.conflict("returned", Map.of())
              : Refusal.conflict("state", Map.of("state", view.state().name())));
    }
    return blocked(view, new Intended(proposal.kind(), proposal.body(), null), confirm.of());
  }

  private static Optional<Refusal> withdrawal(
      CaseView view, Asking asking, ActBody.Withdraw withdraw) {
    CaseAct of = proposal(view, withdraw.of());
    if (of == null) {
      return Optional.of(Refusal.notThere());
    }
    Standing standing = standing(view, withdraw.of());
    boolean isDetermination = of.kind() == ActKind.DETERMINE;
    boolean isOpen =
        standing == Standing.PROPOSED
            || isDetermination && (standing == Standing.IN_FORCE || standing == Standing.REOPENED);
    if (!isOpen) {
      return Optional.of(Refusal.conflict("not-open", Map.of("standing", standing.name())));
    }
    // What counts no more may be cleared away by whoever handles the case.
    boolean isHers =
        standing == Standing.REOPENED
            || of.by() == asking.person() && Objects.equals(of.onBehalfOf(), asking.onBehalfOf());
    return isHers ? Optional.empty() : Optional.of(Refusal.forbidden("not-yours"));
  }

  private static CaseAct proposal(CaseView view, UUID id) {
    return view.determination(id)
        .map(KnownDetermination::act)
        .or(() -> view.proposal(id).map(KnownProposal::act))
        .orElse(null);
  }

  private static Standing standing(CaseView view, UUID id) {
    return view.determination(id)
        .map(KnownDetermination::standing)
        .or(() -> view.proposal(id).map(KnownProposal::standing))
        .orElseThrow();
  }

  private static Optional<Refusal> blocked(CaseView view, Asking asking, Intended act) {
    if (act.kind() == ActKind.LAPSE && !view.unrecordedLapse()) {
      return Optional.of(Refusal.conflict("no-lapse", Map.of()));
    }
    if (act.kind() == ActKind.RECUSE
        && act.body() instanceof ActBody.Recuse recuse
        && view.recusals().isRecused(recuse.person())) {
      return Optional.of(Refusal.conflict("is-recused", Map.of()));
    }
    if (act.kind() == ActKind.RECUSE
        && act.body() instanceof ActBody.Recuse recuse
        && recuse.person() != asking.person()
        && isAsked(view, recuse.person())) {
      return Optional.of(Refusal.conflict("is-asked", Map.of()));
    }
    return blocked(view, act, null);
  }

  /** Each request holds up every decision, so that there is never more than one for a person. */
  private static boolean isAsked(CaseView view, long person) {
    return view.recusals().asked().stream()
        .map(one -> (ActBody.Recuse) one.body())
        .anyMatch(one -> one.person() == person);
  }

  /** Returns what stands in the way of a decision, but for the proposal that is answered. */
  private static Optional<Refusal> blocked(CaseView view, Intended act, UUID but) {
    Permission row = Permission.of(act.kind(), Role.OFFICER);
    if (row == null || !row.unless().contains("pending")) {
      return Optional.empty();
    }
    List<UUID> pending = view.pending().stream().filter(id -> !id.equals(but)).toList();
    if (!pending.isEmpty()) {
      return Optional.of(Refusal.conflict("pending", Map.of("acts", pending)));
    }
    if (!view.recusals().asked().isEmpty()) {
      List<UUID> asked = view.recusals().asked().stream().map(CaseAct::id).toList();
      return Optional.of(Refusal.conflict("recusal-pending", Map.of("acts", asked)));
    }
    List<UUID> again = view.toMakeAgain().stream().map(KnownDetermination::id).toList();
    if (!again.isEmpty()) {
      return Optional.of(Refusal.conflict("to-make-again", Map.of("acts", again)));
    }
    if (act.kind() == ActKind.CLOSE) {
      boolean lapsed =
          !view.notices().isEmpty()
              && view.notices().get(view.notices().size() - 1).progress()
                  == IssuedNotice.Progress.LAPSED;
      if (!lapsed || !view.settings().closesWithoutReply()) {
        return Optional.of(Refusal.conflict("no-lapse", Map.of()));
      }
    }
    return Optional.empty();
  }
}
