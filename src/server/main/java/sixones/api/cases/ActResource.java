package sixones.api.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.casework.ActRequest;
import sixones.casework.CaseRecords;
import sixones.casework.Cases;
import sixones.casework.DoneAct;
import sixones.casework.SeenCase;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.Problems;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.round.Refused;

/** What resources of acts share: the headers each act needs, and how it is answered. */
abstract class ActResource {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  @Inject Cases cases;
  @Inject CaseRecords records;
  @Inject SignedIn signedIn;
  @Context HttpHeaders headers;
  @Context RoutingContext asked;
  @Context UriInfo address;

  /** Does an act in a case. */
  Response act(String id, ActKind kind, byte[] body) {
    Person person = person();
    UUID known = id(id);
    return done(person, cases.act(person, known, asked(kind, body)));
  }

  /** Confirms or declines an act of one of these kinds. */
  Response confirm(String id, List<ActKind> of, byte[] body) {
    return about(id, of, ActKind.CONFIRM, body);
  }

  /** Withdraws an act of one of these kinds. */
  Response withdraw(String id, List<ActKind> of, byte[] body) {
    return about(id, of, ActKind.WITHDRAW, body);
  }

  /** Does an act about another one. */
  Response about(String id, List<ActKind> of, ActKind kind, byte[] body) {
    Person person = person();
    person.mustBe(Role.OFFICER);
    UUID known = id(id);
    CaseRecords.Placed placed = records.placed(person, known);
    if (!of.contains(placed.kind())) {
      throw Refused.noSuch();
    }
    byte[] whole = ActReader.about(known, orNothing(body));
    return done(person, cases.act(person, placed.bidCase(), asked(kind, whole)));
  }

  private ObjectNode made(Person person, DoneAct done) {
    KnownDetermination made = done.after().determination(done.act().id()).orElseThrow();
    return CaseJson.made(done.after(), made, records.examined(person, done).evaluation());
  }

  private ActRequest asked(ActKind kind, byte[] body) {
    Long revision = kind == ActKind.RECUSE ? revisionIfTold() : (Long) revision();
    return new ActRequest(kind, orNothing(body), revision, key(), onBehalfOf());
  }

  static byte[] orNothing(byte[] body) {
    return body == null || body.length == 0 ? NOTHING : body;
  }

  /** Answers an act with the case's new revision; a determination with its effect. */
  Response done(Person person, DoneAct done) {
    boolean isOfApplicant = person.is(Role.APPLICANT);
    long revision = isOfApplicant ? done.after().toldRevision() : done.act().seq();
    boolean isDetermination = done.act().kind() == ActKind.DETERMINE;
    String at =
        isDetermination
            ? "/api/determinations/" + done.act().id()
            : "/api/cases/" + done.after().bidCase().id();
    return Response.created(URI.create(at))
        .tag(ConditionalResponses.tag((int) revision))
        .entity(
            ConditionalResponses.bytes(
                isDetermination ? made(person, done) : CaseJson.done(done, isOfApplicant)))
        .type(ConditionalResponses.JSON)
        .build();
  }

  /** Parses the revision that every act needs. */
  long revision() {
    Integer revision = QueryParameters.revision(headers);
    if (revision == null) {
      throw Problems.thrown(Problem.of("no-if-match", 428, language(), Map.of()));
    }
    return revision;
  }

  /** One who is told no revision, because the case is withheld from her, sends an asterisk. */
  private Long revisionIfTold() {
    String tag = headers.getHeaderString(HttpHeaders.IF_MATCH);
    return tag != null && tag.strip().equals("*") ? null : (Long) revision();
  }

  String key() {
    return QueryParameters.one(
        headers.getHeaderString("Idempotency-Key"), "Idempotency-Key", headers);
  }

  private Long onBehalfOf() {
    List<String> told = address.getQueryParameters().getOrDefault("onBehalfOf", List.of());
    String one = told.isEmpty() ? null : String.join(" ", told);
    String number = QueryParameters.filter("onBehalfOf", one, QueryParameters.NUMBER, language());
    return number == null ? null : Long.valueOf(number);
  }

  Person person() {
    return signedIn.person();
  }

  UUID id(String text) {
    return QueryParameters.id(text, language());
  }

  Language language() {
    return EarlyResponses.language(asked);
  }

  /**
   * Answers with a case's state. Time alone moves it, so that its revision says who may write over
   * it and not whether it is as it was; hence no 304.
   */
  static Response.ResponseBuilder fresh(JsonNode body) {
    return Response.ok(ConditionalResponses.bytes(body), ConditionalResponses.JSON)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.VARY, "Authorization, Accept-Language");
  }

  /** Throws if a case is withheld. */
  static SeenCase told(SeenCase seen) {
    if (seen.isWithheld()) {
      throw new Refused(Refused.Why.NOT_YOURS, "act-" + seen.withheld(), Map.of());
    }
    return seen;
  }
}
