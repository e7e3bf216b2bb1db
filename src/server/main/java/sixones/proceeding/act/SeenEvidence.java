package sixones.proceeding.act;

/**
 * A document that an officer has seen.
 *
 * @param sha256 {@code sha256:} and 64 digits of the document; null if an address is given
 * @param address where it was seen; null if a digest is given
 */
public record SeenEvidence(String title, String sha256, String address) {}
