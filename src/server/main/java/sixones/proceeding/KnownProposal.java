package sixones.proceeding;

import java.time.Instant;
import sixones.proceeding.act.CaseAct;

/**
 * A notice, widening, decision or the like as it stands at an instant.
 *
 * @param since from when it stands so
 * @param answer what answered it; null if nothing has
 */
public record KnownProposal(CaseAct act, Standing standing, Instant since, CaseAct answer) {}
