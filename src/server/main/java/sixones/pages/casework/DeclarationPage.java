package sixones.pages.casework;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.casework.ActRequest;
import sixones.casework.CaseRecords;
import sixones.casework.Declarations;
import sixones.http.SignedIn;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.BidCase;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;

/** Lets an officer declare once per round of which cases she keeps away. */
@Path("/rounds/{id}/declaration")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DeclarationPage {
  @Inject Declarations declarations;
  @Inject CaseRecords records;
  @Inject Rounds rounds;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/casework")
  static class Templates {
    static native TemplateInstance declaration(PageFrame frame, DeclarationView declaration);
  }

  /**
   * Shows the form, or what was declared.
   *
   * @param of codes or names of applicants whose cases the form of a large round is to have
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") String id, @QueryParam("of") String of) {
    Map<String, String> asked = of == null ? Map.of() : Map.of(DeclarationView.OF, of);
    return page(officer(), PathParameters.id(id), new ActFields(asked), null);
  }

  /** Declares; if that is refused, shows the form again with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response declare(@PathParam("id") String id) {
    Person person = officer();
    UUID round = PathParameters.id(id);
    ActFields sent = new ActFields(SentForm.fields());
    try {
      boolean isRefused = view(person, round, sent, null).isRefused();
      if (isRefused || sent.sent().containsKey(DeclarationView.LIST)) {
        return Response.status(isRefused ? 422 : 200)
            .entity(page(person, round, sent, null))
            .type(MediaType.TEXT_HTML_TYPE)
            .build();
      }
      sent.mustBeTicked();
      declarations.declare(
          person,
          round,
          new ActRequest(ActKind.DECLARE, sent.json(), null, sent.sent().get("key"), null));
      return Response.seeOther(URI.create("/desk?round=" + round)).build();
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      int status = FormRefusals.problem(refused, frame().language()).status();
      return Response.status(status)
          .entity(page(person, round, sent, refused))
          .type(MediaType.TEXT_HTML_TYPE)
          .build();
    }
  }

  private TemplateInstance page(Person person, UUID id, ActFields sent, Refused refused) {
    return Templates.declaration(frame(), view(person, id, sent, refused));
  }

  private DeclarationView view(Person person, UUID id, ActFields sent, Refused refused) {
    Round round = rounds.find(person, id);
    List<BidCase> cases = records.casesOf(person, id);
    CaseAct own = declarations.own(person, id).orElse(null);
    return new DeclarationView.Maker(frame(), frames::applicant, cases)
        .view(StoredJson.name(round, frame().language()), id, own, sent, refused);
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
