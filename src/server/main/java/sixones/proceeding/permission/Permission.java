package sixones.proceeding.permission;

import static sixones.proceeding.CaseState.ACCEPTED;
import static sixones.proceeding.CaseState.IN_REVIEW;
import static sixones.proceeding.CaseState.NOT_PROPOSED;
import static sixones.proceeding.CaseState.NOT_SELECTED;
import static sixones.proceeding.CaseState.PROPOSED;
import static sixones.proceeding.CaseState.RECEIVED;
import static sixones.proceeding.CaseState.REFUSED;
import static sixones.proceeding.CaseState.RETURNED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sixones.people.Role;
import sixones.proceeding.CaseState;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Power;

/**
 * One row of the table of who may do what: in these states a person of this role may do an act, if
 * an authority lets her and nothing else stands in the way. What no row has is refused.
 *
 * @param power the power she needs; null if none
 * @param persons how many persons it takes at least; 0 if what is determined decides
 * @param unless what stands in the way, as codes of refusals
 */
public record Permission(
    ActKind kind, List<CaseState> in, Role role, Power power, int persons, List<String> unless) {
  private static final List<String> OFFICER = List.of("undeclared", "recused");
  private static final List<String> DECISION =
      List.of("undeclared", "recused", "pending", "recusal-pending", "to-make-again");
  private static final List<CaseState> DETERMINABLE = List.of(IN_REVIEW, ACCEPTED, PROPOSED);
  private static final List<CaseState> BEFORE_END =
      List.of(RECEIVED, IN_REVIEW, RETURNED, ACCEPTED, PROPOSED, NOT_PROPOSED);
  private static final List<CaseState> ANSWERED =
      List.of(IN_REVIEW, RETURNED, ACCEPTED, PROPOSED, NOT_PROPOSED, REFUSED, NOT_SELECTED);

  /** The table of a case. */
  public static final List<Permission> TABLE =
      List.of(
          officer(ActKind.TAKE, List.of(RECEIVED), Power.HANDLE, OFFICER),
          officer(ActKind.DETERMINE, DETERMINABLE, Power.HANDLE, OFFICER),
          officer(ActKind.NOTICE, List.of(IN_REVIEW), Power.HANDLE, DECISION),
          officer(ActKind.WIDEN, List.of(RETURNED), Power.HANDLE, OFFICER),
          officer(ActKind.EXTEND, List.of(RETURNED), Power.HANDLE, OFFICER),
          officer(ActKind.LAPSE, BEFORE_END, null, List.of("no-lapse")),
          officer(ActKind.CLOSE, List.of(IN_REVIEW), Power.HANDLE, DECISION),
          officer(ActKind.ACCEPT, List.of(IN_REVIEW), Power.HANDLE, DECISION),
          officer(ActKind.REFUSE, List.of(IN_REVIEW), Power.HANDLE, DECISION),
          officer(ActKind.PROPOSE, List.of(ACCEPTED), Power.HANDLE, DECISION),
          officer(ActKind.DECIDE, List.of(PROPOSED, NOT_PROPOSED), Power.HANDLE, DECISION),
          officer(ActKind.REOPEN, List.of(REFUSED, NOT_SELECTED), Power.HANDLE, OFFICER),
          officer(ActKind.CONFIRM, ANSWERED, Power.CONFIRM, with("same-person", "not-pending")),
          officer(ActKind.WITHDRAW, ANSWERED, Power.HANDLE, with("not-yours", "not-open")),
          officer(ActKind.RECUSE, BEFORE_END, null, List.of()),
          officer(ActKind.DECIDE_RECUSAL, BEFORE_END, Power.RECUSE, with("same-person")),
          officer(ActKind.LIFT_RECUSAL, BEFORE_END, Power.RECUSE, with("same-person")),
          applicant(ActKind.REPLY, List.of(RETURNED)),
          applicant(ActKind.LAPSE, BEFORE_END),
          applicant(ActKind.GIVE_UP, BEFORE_END),
          applicant(ActKind.RECUSE, BEFORE_END));

  public Permission {
    in = List.copyOf(in);
    unless = List.copyOf(unless);
  }

  private static List<String> with(String... more) {
    List<String> all = new java.util.ArrayList<>(OFFICER);
    all.addAll(List.of(more));
    return all;
  }

  private static Permission officer(
      ActKind kind, List<CaseState> in, Power power, List<String> unless) {
    int persons = kind == ActKind.DETERMINE ? 0 : kind.persons();
    return new Permission(kind, in, Role.OFFICER, power, persons, unless);
  }

  private static Permission applicant(ActKind kind, List<CaseState> in) {
    return new Permission(kind, in, Role.APPLICANT, null, 1, List.of());
  }

  /** Returns the row of an act for a role; null if that role never does it. */
  static Permission of(ActKind kind, Role role) {
    for (Permission row : TABLE) {
      if (row.kind() == kind && row.role() == role) {
        return row;
      }
    }
    return null;
  }

  /** Returns whether an act can be done in a state, by whomever. */
  static boolean isPossible(ActKind kind, CaseState state) {
    return TABLE.stream().anyMatch(row -> row.kind() == kind && row.in().contains(state));
  }

  /** Returns the table as JSON. */
  public static ArrayNode json() {
    ArrayNode table = JsonNodeFactory.instance.arrayNode();
    for (Permission row : TABLE) {
      ObjectNode one = table.addObject().put("act", row.kind().id());
      ArrayNode states = one.putArray("states");
      row.in().forEach(state -> states.add(state.id()));
      one.put("role", row.role().id());
      if (row.power() != null) {
        one.put("authority", row.power().id());
      }
      if (row.persons() == 0) {
        one.put("persons", "by-determination");
      } else {
        one.put("persons", row.persons());
      }
      ArrayNode unless = one.putArray("unless");
      row.unless().forEach(unless::add);
    }
    return table;
  }
}
