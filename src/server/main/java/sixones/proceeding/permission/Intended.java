package sixones.proceeding.permission;

import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;

/**
 * An act somebody wants to do.
 *
 * @param body null to ask whether the kind is possible at all
 * @param revision the revision of the case she saw; null if that is not compared
 */
public record Intended(ActKind kind, ActBody body, Long revision) {
  public static Intended of(ActBody body, long revision) {
    return new Intended(body.kind(), body, revision);
  }
}
