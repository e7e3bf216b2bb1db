package sixones.pages.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.casework.ActRequest;
import sixones.casework.Cases;
import sixones.casework.DoneAct;
import sixones.letter.UnfitLetter;
import sixones.people.Person;
import sixones.proceeding.act.ActKind;
import sixones.round.Refused;

/** Does the acts that forms send. */
@ApplicationScoped
class SentActs {
  private static final String NUMBER = "[0-9]{1,9}";

  @Inject Cases cases;

  /**
   * Does an act and leads to its case.
   *
   * @throws Refused if it may not be done or is not right; nothing was changed
   */
  Response done(Person person, UUID id, ActKind kind, ActFields sent) {
    sent.mustBeTicked();
    Map<String, String> fields = sent.sent();
    ActRequest asked =
        new ActRequest(
            kind, sent.json(), revision(fields), fields.get("key"), number(fields, "onBehalfOf"));
    try {
      DoneAct done = cases.act(person, id, asked);
      return seeCase(id, done.act().seq());
    } catch (UnfitLetter e) {
      // The letter's own faults have no field here; what is wrong with it is told at its preview.
      throw Refused.wrong(e.faults());
    }
  }

  /** A form without the revision it was made from matches none. */
  private static Long revision(Map<String, String> fields) {
    Long revision = number(fields, "revision");
    return revision == null ? Long.valueOf(-1) : revision;
  }

  private static Long number(Map<String, String> fields, String name) {
    String text = fields.getOrDefault(name, "");
    return text.matches(NUMBER) ? Long.valueOf(text) : null;
  }

  /** Leads to a case, and to what was just put on record there. */
  static Response seeCase(UUID id, Long done) {
    String address = "/cases/" + id + (done == null ? "" : "?done=" + done);
    return Response.seeOther(URI.create(address)).build();
  }

  /** Returns what was done in a case since a form was made; empty unless that is why it failed. */
  static List<ActView> since(ReadCase of, Refused refused, ActFields sent) {
    Long seen = number(sent.sent(), "revision");
    if (refused.why() != Refused.Why.STALE || seen == null) {
      return List.of();
    }
    ActWords words = new ActWords(of);
    return of.acts().stream().filter(act -> act.seq() > seen).map(words::view).toList();
  }
}
