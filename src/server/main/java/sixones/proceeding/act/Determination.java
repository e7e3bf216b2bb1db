package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import sixones.rule.Outcome;

/**
 * What a person determines about a finding or one of its places. What the machine found, the basis
 * and how many persons it takes are null or 0 until the office completes what was asked for.
 *
 * @param pointer the place; null for the whole finding
 * @param to what counts from then on; what the machine found if it is a remark alone
 * @param expires the first instant at which it counts no more; null if it has no end
 */
public record Determination(
    String rule,
    String pointer,
    Outcome machineOutcome,
    Outcome to,
    ReasonCode reasonCode,
    GivenReasons reasons,
    RestsOn restsOn,
    Basis basis,
    Instant expires,
    int persons)
    implements ActBody {

  @Override
  public ActKind kind() {
    return ActKind.DETERMINE;
  }

  /** Returns whether it says what the machine says and so changes nothing. */
  public boolean isRemark() {
    return to == machineOutcome;
  }

  /** Returns whether it is about the same place as another. */
  public boolean isAbout(String otherRule, String otherPointer) {
    return rule.equals(otherRule) && Objects.equals(pointer, otherPointer);
  }

  /** Returns it with what the office adds to what was asked for. */
  public Determination completed(Outcome found, Basis on, int needed) {
    return new Determination(
        rule, pointer, found, to, reasonCode, reasons, restsOn, on, expires, needed);
  }

  @Override
  public ObjectNode json() {
    BodyWriter json =
        new BodyWriter()
            .put("rule", rule)
            .put("pointer", pointer)
            .put("machineOutcome", machineOutcome)
            .put("to", to)
            .put("reasonCode", reasonCode.id())
            .put("reasons", reasons.json())
            .texts("citations", restsOn.citations())
            .evidence(restsOn.evidence())
            .texts("lookedAt", restsOn.lookedAt())
            .put("notice", restsOn.notice())
            .put("expires", expires);
    if (basis != null) {
      json.put("basis", basis.json()).put("persons", persons);
    }
    return json.node();
  }
}
