package sixones.proceeding;

import java.time.Instant;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Decision;

/**
 * A decision that took effect.
 *
 * @param confirmation the second person's answer
 * @param at when it took effect
 * @param superseded whether the case was reopened since; it stays on record
 */
public record KnownDecision(CaseAct act, CaseAct confirmation, Instant at, boolean superseded) {
  public Decision decision() {
    return (Decision) act.body();
  }

  /** Returns how many of its grounds were there and had not been told. */
  public long lateGrounds() {
    return decision().grounds().stream().filter(ground -> ground.late() != null).count();
  }

  KnownDecision supersededNow() {
    return new KnownDecision(act, confirmation, at, true);
  }
}
