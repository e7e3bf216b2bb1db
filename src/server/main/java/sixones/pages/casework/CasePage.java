package sixones.pages.casework;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.casework.CaseRecords;
import sixones.casework.SeenCase;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.people.Person;
import sixones.people.Role;

/** Shows a case to officers and auditors; to auditors as of an instant in the past, too. */
@Path("/cases/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CasePage {
  @Inject CaseRecords records;
  @Inject CaseReading reading;
  @Inject CaseSheets sheets;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  /**
   * Shows a case.
   *
   * @param at an instant in the past, as people or programs write it; blank for the present
   * @param done the number of the act just put on record
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(
      @PathParam("id") String id, @QueryParam("at") String at, @QueryParam("done") String done) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    PageFrame frame = frames.of(request);
    Instant past =
        at == null || at.isBlank()
            ? null
            : QueryParameters.filterInstant("at", Moments.instant(at.strip()), frame.language());
    if (past != null) {
      person.mustBe(Role.AUDITOR);
    }
    SeenCase seen = records.find(person, PathParameters.id(id), past);
    if (seen.isWithheld()) {
      return sheets.withheld(frame, seen);
    }
    ReadCase of = reading.read(person, seen, past, frame.language());
    Long number = done != null && done.matches("[0-9]{1,9}") ? Long.valueOf(done) : null;
    return sheets.page(frame, of, null, number, past != null);
  }
}
