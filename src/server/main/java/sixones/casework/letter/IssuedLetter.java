package sixones.casework.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter whose text was frozen when it was issued.
 *
 * @param digest SHA-256 of the frozen text, in hexadecimal
 * @param of the act it tells of
 * @param issuedBy the act that put that one into effect; the same for what one person does
 * @param kind the id of a {@link sixones.letter.LetterKind}
 */
public record IssuedLetter(
    String digest, UUID bidCase, UUID of, UUID issuedBy, String kind, Instant issuedAt) {}
