package sixones.pages.paper;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.form.Check;
import sixones.pages.form.Checks;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.people.Person;
import sixones.round.Round;
import sixones.round.Rounds;

/** Prints the report on a kept draft, by the day and the rules of the round it names. */
@Path("/applicant/drafts/{id}/report.pdf")
@Blocking
public class DraftPaper {
  @Inject Papers papers;
  @Inject Checks checks;
  @Inject WorkingDrafts drafts;
  @Inject Rounds rounds;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /** Prints the report on the saved draft; leads to its form if it has none. */
  @GET
  @Produces({PaperPages.PDF, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response print(@PathParam("id") String id) {
    Person person = signedIn.person();
    PageFrame frame = frames.of(request);
    WorkingDrafts.Saved saved = drafts.read(person, PathParameters.id(id));
    Round round = saved.draft().round() == null ? null : rounds.find(person, saved.draft().round());
    Check check =
        checks
            .kept(saved.text(), named -> checks.rules(person, round, named))
            .map(form -> checks.of(person, round, form, "", frame.language()))
            .orElse(null);
    return check == null || check.evaluation() == null
        ? Response.seeOther(URI.create("/applicant/drafts/" + saved.draft().id())).build()
        : papers.printed(check.written(), frame);
  }
}
