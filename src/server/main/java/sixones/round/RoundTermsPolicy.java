package sixones.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.ruleset.RuleSet;

/** Decides which terms a round may have and how they may change. */
final class RoundTermsPolicy {
  private final Evaluations evaluations;
  private final Clock clock;

  RoundTermsPolicy(Evaluations evaluations, Clock clock) {
    this.evaluations = evaluations;
    this.clock = clock;
  }

  /**
   * Checks the terms of a new round.
   *
   * @throws Refused if they are not allowed
   */
  void first(RoundTerms call) {
    complete(call, rules(call));
    if (call.state().ordinal() > RoundState.OPEN.ordinal()) {
      throw backwards(RoundState.DRAFT, call.state());
    }
  }

  /**
   * Checks terms that change a round or move it to another state.
   *
   * @throws Refused if the change is not allowed
   */
  void change(Round before, RoundTerms call) {
    RoundState to = call.state();
    if (to != before.state() && RoundMoveKind.between(before.state(), to).isEmpty()) {
      throw backwards(before.state(), to);
    }
    if (before.state().isPlanned()) {
      complete(call, rules(call));
      return;
    }
    if (before.state() == RoundState.DECIDED && !call.equals(before.call())) {
      throw new Refused(Refused.Why.CONFLICT, "round-decided", Map.of());
    }
    complete(call, List.of());
    List<Fault> faults = settled(before, call);
    if (!faults.isEmpty()) {
      throw new Refused(Refused.Why.CONFLICT, "round-settled", Map.of(), faults);
    }
    if (to == RoundState.CLOSED
        && before.state() == RoundState.OPEN
        && now().isBefore(call.deadline())) {
      throw new Refused(
          Refused.Why.CONFLICT, "deadline-ahead", Map.of("deadline", call.deadline()));
    }
  }

  /**
   * Checks that a round with these terms can still be opened.
   *
   * @throws Refused if its deadline has passed
   */
  void opening(RoundTerms call) {
    if (!now().isBefore(call.deadline())) {
      throw Refused.wrong("/deadline", "deadline-passed", Map.of());
    }
  }

  /** Returns a fault for each term that must not change once the round is open. */
  private List<Fault> settled(Round before, RoundTerms call) {
    List<Fault> faults = new ArrayList<>();
    if (!call.ruleSet().equals(before.ruleSet())) {
      pinned(faults, "/ruleSet");
    } else if (!Objects.equals(call.ruleSetVersion(), before.rules().version())) {
      pinned(faults, "/ruleSetVersion");
    }
    if (!call.evaluationDay().equals(before.evaluationDay())) {
      pinned(faults, "/evaluationDay");
    }
    if (!call.opensAt().equals(before.opensAt())) {
      pinned(faults, "/opensAt");
    }
    boolean open = before.state() == RoundState.OPEN;
    if (!open && !call.deadline().equals(before.deadline())) {
      pinned(faults, "/deadline");
    }
    if (open && !call.deadline().equals(before.deadline()) && !now().isBefore(before.deadline())) {
      faults.add(new Fault("/deadline", "deadline-over", Map.of("deadline", before.deadline())));
    } else if (open && call.deadline().isBefore(before.deadline())) {
      faults.add(new Fault("/deadline", "deadline-earlier", Map.of("deadline", before.deadline())));
    }
    if (open && call.submissionsPerApplicant() < before.submissionsPerApplicant()) {
      faults.add(
          new Fault(
              "/submissionsPerApplicant",
              "fewer",
              Map.of("before", before.submissionsPerApplicant())));
    }
    if (!open && !call.submissionsPerApplicant().equals(before.submissionsPerApplicant())) {
      pinned(faults, "/submissionsPerApplicant");
    }
    return faults;
  }

  private static void pinned(List<Fault> faults, String pointer) {
    faults.add(new Fault(pointer, "settled", Map.of()));
  }

  private static Refused backwards(RoundState from, RoundState to) {
    return new Refused(
        Refused.Why.CONFLICT, "not-the-next-state", Map.of("from", from.id(), "to", to.id()));
  }

  /** Checks that all required terms are given; they are required from the first draft on. */
  private static void complete(RoundTerms call, List<Fault> ofItsRules) {
    List<Fault> faults = new ArrayList<>(ofItsRules);
    demand(faults, "/name", call.nameEn() != null ? call.nameEn() : call.nameZh());
    demand(faults, "/ruleSet", call.ruleSet());
    demand(faults, "/opensAt", call.opensAt());
    demand(faults, "/deadline", call.deadline());
    demand(faults, "/evaluationDay", call.evaluationDay());
    demand(faults, "/submissionsPerApplicant", call.submissionsPerApplicant());
    if (call.opensAt() != null
        && call.deadline() != null
        && !call.opensAt().isBefore(call.deadline())) {
      faults.add(new Fault("/deadline", "deadline-before-opening", Map.of()));
    }
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
  }

  private static void demand(List<Fault> faults, String pointer, Object said) {
    if (said == null) {
      faults.add(new Fault(pointer, "missing", Map.of()));
    }
  }

  /** Returns the faults of the rule set named and of the evaluation day. */
  private List<Fault> rules(RoundTerms call) {
    if (call.ruleSet() == null) {
      return List.of();
    }
    try {
      RuleSet set = evaluations.find(call.ruleSet());
      if (call.ruleSet().contains("/")) {
        return List.of(new Fault("/ruleSet", "rule-set-version", Map.of("id", set.id())));
      }
      set = evaluations.find(call.rules());
      LocalDate day = call.evaluationDay();
      boolean inForce =
          day == null || set.rules().values().stream().anyMatch(rule -> rule.inForceOn(day));
      return inForce
          ? List.of()
          : List.of(new Fault("/evaluationDay", "no-rule-in-force", Map.of("ruleSet", set.id())));
    } catch (UnknownRuleSet e) {
      return List.of(unknown(call, e));
    }
  }

  private static Fault unknown(RoundTerms call, UnknownRuleSet e) {
    String id = call.ruleSet() + "/";
    List<String> versions =
        e.known().stream()
            .filter(known -> known.startsWith(id))
            .map(known -> known.substring(id.length()))
            .toList();
    return versions.isEmpty() || call.ruleSetVersion() == null
        ? new Fault("/ruleSet", "unknown-rule-set", Map.of("known", String.join(", ", e.known())))
        : new Fault(
            "/ruleSetVersion",
            "unknown-rule-set-version",
            Map.of("known", String.join(", ", versions)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
