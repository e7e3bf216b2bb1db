package sixones.casework;

import java.util.Optional;
import sixones.casework.letter.IssuedLetter;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;

/**
 * An act as it was done.
 *
 * @param after the case right after it
 * @param letter the letter issued by it
 * @param repeated whether it had been done before, under the same idempotency key
 */
public record DoneAct(
    CaseAct act, CaseView after, Optional<IssuedLetter> letter, boolean repeated) {}
