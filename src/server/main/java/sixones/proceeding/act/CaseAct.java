package sixones.proceeding.act;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing done in a case or a ledger; never changed.
 *
 * @param seq its number in the case, from 1, without gaps
 * @param json the body as canonical JSON
 * @param digest {@code sha256:} and the SHA-256 of the body; null if the act is covered
 * @param by the number of the person who did it
 * @param onBehalfOf the number of the person for whom it was done; null if in her own right
 * @param authority the act that gave the authority; null if none is needed
 * @param at when, to the millisecond
 * @param key the idempotency key; null if none was sent
 */
public record CaseAct(
    long seq,
    UUID id,
    ActBody body,
    String json,
    String digest,
    long by,
    Long onBehalfOf,
    UUID authority,
    Instant at,
    String key) {

  /** Returns a new act; its JSON and digest follow from the body. */
  public static CaseAct of(
      long seq,
      UUID id,
      ActBody body,
      long by,
      Long onBehalfOf,
      UUID authority,
      Instant at,
      String key) {
    String json = Canonical.text(body.json());
    return new CaseAct(
        seq, id, body, json, Canonical.digest(json), by, onBehalfOf, authority, at, key);
  }

  public ActKind kind() {
    return body.kind();
  }

  /**
   * Returns the act without what it proposes, for one who is to say first what she would. Of a body
   * that has few values its digest would tell which.
   */
  public CaseAct covered() {
    ActBody about =
        body instanceof Determination made
            ? new ActBody.Covered(kind(), made.rule(), made.pointer())
            : new ActBody.Covered(kind(), null, null);
    String shown = Canonical.text(about.json());
    return new CaseAct(seq, id, about, shown, null, by, onBehalfOf, authority, at, null);
  }

  public boolean isCovered() {
    return body instanceof ActBody.Covered;
  }

  /** Returns whether a person did it, or it was done for her. */
  public boolean involves(long person) {
    return by == person || onBehalfOf != null && onBehalfOf == person;
  }
}
