package sixones.pages.rounds;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.http.SignedIn;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.people.Person;
import sixones.people.Role;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.Rounds;

/** Shows officers and auditors how the cases of a round proceed, and what each setting rests on. */
@Path("/rounds/{id}/procedure")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ProcedurePage {
  @Inject Rounds rounds;
  @Inject Procedures procedures;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/rounds")
  static class Templates {
    static native TemplateInstance procedure(
        PageFrame frame, String name, String address, ProcedureView procedure);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") String id) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    PageFrame frame = frames.of(request);
    Round round = rounds.find(person, PathParameters.id(id));
    return Templates.procedure(
        frame,
        StoredJson.name(round, frame.language()),
        sixones.pages.frame.PageAddresses.round(round.id()),
        procedures.view(person, round, frame.language()));
  }
}
