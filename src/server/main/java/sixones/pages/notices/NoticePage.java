package sixones.pages.notices;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.casework.ActRequest;
import sixones.casework.CaseRecords;
import sixones.casework.Cases;
import sixones.casework.DoneAct;
import sixones.casework.SeenCase;
import sixones.http.SignedIn;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.conclusion.Candidate;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.representation.StoredJson;
import sixones.round.Refused;

/** Lets an officer write the notice of a case and look at it, and widen or extend one. */
@Path("/cases/{id}/notice")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class NoticePage {
  @Inject CaseRecords records;
  @Inject Cases cases;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Inject Clock clock;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/notices")
  static class Templates {
    static native TemplateInstance notice(PageFrame frame, NoticeView page);
  }

  /** Shows the form, with everything that would be told ticked. */
  @GET
  @Operation(hidden = true)
  public Response form(@PathParam("id") String id) {
    Person person = officer();
    SeenCase seen = records.find(person, PathParameters.id(id), null);
    if (seen.isWithheld()) {
      return toCase(seen.bidCase().id(), null);
    }
    String today = LocalDate.now(clock.withZone(StoredJson.ZONE)).toString();
    NoticeFields fields = NoticeFields.blank(seen.view().settings(), today);
    return page(200, person, seen, fields, ActKind.NOTICE, null, null, null);
  }

  /** Shows what the letter will be, or proposes it; what is refused stays as it was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response act(@PathParam("id") String id) {
    Person person = officer();
    UUID known = PathParameters.id(id);
    Map<String, String> sent = SentForm.fields();
    NoticeFields fields = new NoticeFields(sent);
    SeenCase seen = records.find(person, known, null);
    if (seen.isWithheld()) {
      return toCase(known, null);
    }
    ActKind kind = kind(sent);
    String key = sent.get("key");
    if (sent.containsKey("more")) {
      return page(200, person, seen, fields, kind, null, null, key);
    }
    try {
      List<Candidate> candidates = candidates(person, seen);
      byte[] body = fields.aligned(candidates).body(kind, candidates, sent.get("notice"));
      if (sent.containsKey("preview")) {
        Cases.NoticePreview preview = cases.previewNotice(person, known, body);
        return page(200, person, seen, fields, kind, null, preview, key);
      }
      long revision = SentForm.revision(sent);
      if (kind == ActKind.NOTICE && !fields.isOf(candidates)) {
        // Time alone may have ended what was determined.
        throw new Refused(
            Refused.Why.STALE,
            "changed-since",
            Map.of("revision", seen.view().revision(), "seen", revision));
      }
      DoneAct done = cases.act(person, known, new ActRequest(kind, body, revision, key, null));
      return toCase(known, done.act().seq());
    } catch (Refused refused) {
      Problem problem = RefusedProblem.of(refused, frame().language());
      SeenCase now = records.find(person, known, null);
      return now.isWithheld()
          ? toCase(known, null)
          : page(
              problem.status(),
              person,
              now,
              fields,
              kind,
              refused,
              null,
              refused.why() == Refused.Why.KEY_REUSED ? null : key);
    }
  }

  private static ActKind kind(Map<String, String> sent) {
    return ActKind.of(sent.getOrDefault("kind", ""))
        .filter(kind -> kind == ActKind.WIDEN || kind == ActKind.EXTEND)
        .orElse(ActKind.NOTICE);
  }

  private static Response toCase(UUID id, Long done) {
    return Response.seeOther(URI.create("/cases/" + id + (done == null ? "" : "?done=" + done)))
        .build();
  }

  private List<Candidate> candidates(Person person, SeenCase seen) {
    return records.candidates(person, seen);
  }

  private Response page(
      int status,
      Person person,
      SeenCase seen,
      NoticeFields fields,
      ActKind kind,
      Refused refused,
      Cases.NoticePreview preview,
      String key) {
    Map<ActKind, Optional<Refused>> possible = records.possible(person, seen);
    List<Candidate> candidates = candidates(person, seen);
    NoticeViews views =
        new NoticeViews(
            seen,
            records.examined(person, seen),
            candidates,
            fields.aligned(candidates),
            fields.typedElsewhere(candidates),
            frame().language());
    return Response.status(status)
        .entity(Templates.notice(frame(), views.view(possible, kind, refused, preview, key)))
        .type(MediaType.TEXT_HTML_TYPE)
        .build();
  }

  private Person officer() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER);
    return person;
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
