package sixones.pages.casework;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.casework.CaseRecords;
import sixones.casework.OfficePowers;
import sixones.casework.SeenCase;
import sixones.http.SignedIn;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.permission.Asking;

/** Shows an officer what waits for her in the cases, and an auditor all cases. */
@Path("/desk")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DeskPage {
  /** How many of the newest rounds with cases are looked at. */
  static final int ROUNDS = 5;

  @Inject CaseRecords records;
  @Inject OfficePowers powers;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Inject Clock clock;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/casework")
  static class Templates {
    static native TemplateInstance desk(PageFrame frame, DeskView desk);
  }

  /**
   * Shows the desk.
   *
   * @param round the id of one round; blank for the newest
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@QueryParam("round") String round) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    PageFrame frame = frames.of(request);
    List<SeenCase> cases =
        round == null || round.isBlank()
            ? records.newest(person, ROUNDS)
            : records.ofRound(person, PathParameters.id(round), null);
    OfficePowers.Listed listed = powers.list(person);
    Asking asking =
        new Asking(records.numberOf(person), person.role(), null, null, listed.authorities());
    return Templates.desk(
        frame, new DeskView.Maker(frame, frames::applicant, asking, clock.instant()).view(cases));
  }
}
