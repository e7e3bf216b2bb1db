package sixones.round;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;

/**
 * A change to a round for its audit entry: the members that differ. The entry of a new round or of
 * a move always includes state and deadline.
 */
record RoundChange(UUID round, Act act, Map<String, Object> before, Map<String, Object> after) {
  private static final String STATE = "state";
  private static final String DEADLINE = "deadline";
  private static final String REASON = "reason";

  /**
   * Returns the change that creates a round.
   *
   * @param procedure how its cases are to proceed; null if nothing is said
   */
  static RoundChange called(Round round, String procedure, String reason) {
    Map<String, Object> after = members(round, procedure);
    after.put(REASON, reason);
    after.values().removeIf(Objects::isNull);
    return new RoundChange(round.id(), Act.ROUND_CALLED, Map.of(), after);
  }

  /** A round, and how its cases are to proceed. */
  record Told(Round round, String procedure) {}

  /** Returns the difference between two revisions. */
  static RoundChange between(Told of, Told to, String reason) {
    Round before = of.round();
    Round after = to.round();
    Map<String, Object> was = members(before, of.procedure());
    Map<String, Object> is = members(after, to.procedure());
    boolean moved = before.state() != after.state() || !before.deadline().equals(after.deadline());
    Map<String, Object> old = new HashMap<>();
    Map<String, Object> now = new HashMap<>();
    is.forEach(
        (member, value) -> {
          boolean told = moved && (member.equals(STATE) || member.equals(DEADLINE));
          if (told || !Objects.equals(value, was.get(member))) {
            old.put(member, was.get(member));
            now.put(member, value);
          }
        });
    if (reason != null) {
      now.put(REASON, reason);
    }
    return new RoundChange(after.id(), moved ? Act.ROUND_MOVED : Act.ROUND_CHANGED, old, now);
  }

  /** Writes the audit entry; requires the transaction of the change. */
  void note(Audit audit) {
    audit.note(act, Thing.round(round), before, after);
  }

  private static Map<String, Object> members(Round round, String procedure) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name.en", round.nameEn());
    members.put("name.zh", round.nameZh());
    members.put("ruleSet", round.ruleSet());
    members.put("ruleSetVersion", round.rules().version());
    members.put("opensAt", round.opensAt().toString());
    members.put(DEADLINE, round.deadline().toString());
    members.put("evaluationDay", round.evaluationDay().toString());
    members.put("submissionsPerApplicant", round.submissionsPerApplicant());
    members.put("procedure", procedure);
    members.put(STATE, round.state().id());
    return members;
  }
}
