package sixones.representation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import sixones.casework.OfficePowers;
import sixones.proceeding.Authorities;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.Power;

/** Represents authorities as JSON. */
public final class AuthorityJson {
  private AuthorityJson() {}

  /**
   * Returns the authorities with the officers they can be given to.
   *
   * @param you the number of the person who asks
   */
  public static ObjectNode of(OfficePowers.Listed listed, long you) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode items = node.putArray("items");
    listed.authorities().all().forEach(one -> items.add(of(one, listed)));
    ArrayNode officers = node.putArray("officers");
    listed.officers().forEach((number, name) -> person(officers.addObject(), number, listed));
    return node.put("you", you);
  }

  private static ObjectNode of(Authorities.Given given, OfficePowers.Listed listed) {
    ActBody.GiveAuthority authority = given.authority();
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", given.id().toString());
    node.put("state", state(given, listed.authorities().day()));
    person(node.putObject("person"), authority.person(), listed);
    ArrayNode acts = node.putArray("acts");
    authority.powers().stream().map(Power::id).forEach(acts::add);
    node.put("round", text(authority.round()))
        .put("from", text(authority.from()))
        .put("until", text(authority.until()))
        .put("document", authority.document());
    if (authority.principal() != null) {
      person(node.putObject("onBehalfOf"), authority.principal(), listed);
    }
    node.set("given", CaseJson.of(given.given()).without("body"));
    node.set("answer", given.answer() == null ? null : CaseJson.of(given.answer()));
    return node.put("endedAt", CaseJson.instant(given.endedAt()));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static String state(Authorities.Given given, LocalDate day) {
    if (given.endedAt() != null) {
      return "ended";
    }
    if (!given.isConfirmed()) {
      return given.answer() == null ? "proposed" : "declined";
    }
    if (day.isBefore(given.authority().from())) {
      return "ahead";
    }
    LocalDate until = given.authority().until();
    return until == null || day.isBefore(until) ? "in-force" : "over";
  }

  private static void person(ObjectNode node, long number, OfficePowers.Listed listed) {
    Map<Long, String> names = listed.names();
    node.put("number", number)
        .put("name", listed.officers().getOrDefault(number, names.get(number)));
  }
}
