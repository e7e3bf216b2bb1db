package sixones.proceeding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import sixones.proceeding.act.Basis;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Determination;
import sixones.proceeding.conclusion.Conclusion;

/**
 * A determination as it stands at an instant.
 *
 * @param act what made it
 * @param cause why it was reopened: {@code facts}, {@code rule} or {@code recusal}; else null
 * @param causePlaces the places that changed
 * @param since from when it stands so
 * @param wasInForce whether it has ever counted
 * @param answer what answered it; null if nothing has
 * @param pointer its place in the present bid; null for the whole finding
 * @param lookedAt what was looked at, in the present bid
 * @param basis its basis in the present bid
 * @param expires the first instant at which it counts no more; null if it has no end
 */
public record KnownDetermination(
    CaseAct act,
    Standing standing,
    String cause,
    List<String> causePlaces,
    Instant since,
    boolean wasInForce,
    CaseAct answer,
    String pointer,
    List<String> lookedAt,
    Basis basis,
    Instant expires) {

  /** Returns what was determined. */
  public Determination made() {
    return (Determination) act.body();
  }

  /** Returns the id of the act that made it. */
  public UUID id() {
    return act.id();
  }

  /** Returns it as it counts for the conclusion. */
  public Conclusion.InForce counted() {
    return new Conclusion.InForce(
        id(), made().rule(), pointer, made().machineOutcome(), made().to());
  }
}
