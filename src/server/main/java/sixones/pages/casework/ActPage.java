package sixones.pages.casework;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.casework.CaseRecords;
import sixones.casework.SeenCase;
import sixones.http.SignedIn;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.permission.PossibleGround;
import sixones.report.Problem;
import sixones.round.Refused;

/** Lets an officer act in a case: one form for each act, the same for all of one kind. */
@Path("/cases/{id}/acts/{kind}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ActPage {
  @Inject CaseRecords records;
  @Inject CaseReading reading;
  @Inject CaseSheets sheets;
  @Inject SentActs acts;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;
  @Context UriInfo address;

  @CheckedTemplate(basePath = "pages/casework")
  static class Templates {
    static native TemplateInstance act(
        PageFrame frame, CasePageView.Line line, ActForm form, Problem barred);
  }

  /** Shows the form of an act, or why it cannot be done. */
  @GET
  @Operation(hidden = true)
  public Response form(@PathParam("id") String id, @PathParam("kind") String kind) {
    ActKind asked = kind(kind);
    Person person = officer();
    SeenCase seen = reading.find(person, PathParameters.id(id));
    if (seen.isWithheld()) {
      return SentActs.seeCase(seen.bidCase().id(), null);
    }
    ReadCase of = reading.read(person, seen, null, frame().language());
    Map<String, String> query = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> query.put(name, values.get(0)));
    query.keySet().retainAll(List.of("of", "person", "rule", "pointer"));
    Optional<Refused> why = sheets.possible(of).getOrDefault(asked, Optional.empty());
    if (why.isPresent()) {
      Problem barred = FormRefusals.problem(why.get(), frame().language());
      return Response.ok(Templates.act(frame(), CasePageView.Line.of(of), bare(of, asked), barred))
          .build();
    }
    return Response.ok(page(of, asked, query, form(of, asked, query))).build();
  }

  private static ActForm bare(ReadCase of, ActKind kind) {
    String does = of.text("casework.do." + kind.id());
    return new ActForm(
        kind.id(), of.address(), does, "", "", "", Map.of(), List.of(), List.of(), null);
  }

  private ActForm form(ReadCase of, ActKind kind, Map<String, String> values) {
    if (kind == ActKind.DETERMINE) {
      return new ActForms(of, values).determination(place(of, values));
    }
    List<PossibleGround> grounds =
        kind == ActKind.REFUSE ? records.grounds(of.person(), of.seen()) : List.of();
    return new ActForms(of, values).form(kind, grounds);
  }

  private static DetermineFields asked(Map<String, String> values) {
    return new DetermineFields(
        values.getOrDefault("/rule", values.getOrDefault("rule", "")),
        values.getOrDefault("/pointer", values.get("pointer")));
  }

  private static DetermineFields place(ReadCase of, Map<String, String> values) {
    DetermineFields place = asked(values);
    if (!place.isThere(of)) {
      throw new NotFoundException();
    }
    return place;
  }

  /** The form of a determination stands in its place on the page of the case. */
  private TemplateInstance page(
      ReadCase of, ActKind kind, Map<String, String> values, ActForm form) {
    if (kind != ActKind.DETERMINE) {
      return Templates.act(frame(), CasePageView.Line.of(of), form, null);
    }
    DetermineFields place = place(of, values);
    return sheets.page(
        frame(), of, new CaseFindings.Asked(place.rule(), place.pointer(), form), null, false);
  }

  /** Does an act; if it is refused, shows the form again with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response act(@PathParam("id") String id, @PathParam("kind") String kind) {
    ActKind asked = kind(kind);
    Person person = officer();
    ActFields sent = new ActFields(SentForm.fields());
    try {
      return acts.done(person, PathParameters.id(id), asked, sent);
    } catch (Refused refused) {
      SeenCase seen = reading.find(person, PathParameters.id(id));
      if (seen.isWithheld()) {
        // The error page tells why, and gives back what was typed.
        throw refused;
      }
      ReadCase of = reading.read(person, seen, null, frame().language());
      boolean isGone = asked == ActKind.DETERMINE && !asked(sent.sent()).isThere(of);
      ActForm form =
          FormRefusals.of(
              isGone ? new ActForms(of, sent.sent()).gone() : form(of, asked, sent.sent()),
              refused,
              sent,
              SentActs.since(of, refused, sent),
              of.language());
      return Response.status(form.refusal().status())
          .entity(
              isGone
                  ? Templates.act(frame(), CasePageView.Line.of(of), form, null)
                  : page(of, asked, sent.sent(), form))
          .type(MediaType.TEXT_HTML_TYPE)
          .build();
    }
  }

  private static ActKind kind(String id) {
    return ActKind.of(id).filter(ActForms::isOffered).orElseThrow(NotFoundException::new);
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
