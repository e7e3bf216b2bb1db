package sixones.pages.mycase;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.casework.ApplicantCase;
import sixones.casework.OwnCases;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.pages.frame.TimeLeft;
import sixones.people.Person;
import sixones.round.Refused;
import sixones.submission.Submissions;

/**
 * An applicant's case: where it stands, what comes next and by when, what was issued, and what the
 * applicant did itself. Of the office it names nobody, and it tells nothing that is not issued.
 */
@Path("/applicant/cases/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MyCasePage {
  @Inject OwnCases cases;
  @Inject WorkingDrafts drafts;
  @Inject Submissions submissions;
  @Inject CaseLayout layout;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/mycase")
  static class Templates {
    static native TemplateInstance mycase(PageFrame frame, MyCaseView mycase);
  }

  /**
   * Shows the case.
   *
   * @param done what was just done: {@code reply}, {@code give-up} or {@code recusal}; or null
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@QueryParam("done") String done) {
    Person person = signedIn.person();
    ApplicantCase own = cases.find(person, id);
    return Templates.mycase(frame(), layout.of(person, own, done, null, frame()));
  }

  /** Begins a reply: a draft of the round that holds the bid as it was handed in. */
  @POST
  @Path("reply")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response begin() {
    Person person = signedIn.person();
    ApplicantCase own = cases.find(person, id);
    if (own.waiting() == null) {
      return MyCases.refused(
          Templates.mycase(
              frame(),
              layout.of(person, own, null, CaseRefusals.notAwaited(own, frame()), frame())));
    }
    Submissions.WithBytes bid = submissions.read(person, cases.examined(person, own).submission());
    String name = frame().text("mycase.reply.name", "at", TimeLeft.minute(own.at()));
    WorkingDrafts.Text text =
        new WorkingDrafts.Text(bid.submission().content().form(), bid.bytes());
    try {
      WorkingDraft draft = drafts.create(person, name, text, own.round().id());
      return Response.seeOther(URI.create("/applicant/drafts/" + draft.id())).build();
    } catch (Refused refused) {
      return NoRoom.page(
          refused, frame(), "/applicant/cases/" + id + "/reply", Map.copyOf(SentForm.fields()));
    }
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
