package sixones.pages.casework;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import sixones.proceeding.act.CaseAct;
import sixones.round.Refused;

/** Lets a second officer answer what another proposes, and whoever proposed it withdraw it. */
@Path("/cases/{id}/proposals/{act}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ProposalPage {
  /** The field by which a confirmer asks to see what is proposed. */
  private static final String OPEN = "open";

  @Inject CaseReading reading;
  @Inject CaseRecords records;
  @Inject CaseSheets sheets;
  @Inject SentActs acts;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/casework")
  static class Templates {
    static native TemplateInstance proposal(
        PageFrame frame, CasePageView.Line line, ProposalView proposal);
  }

  /** Shows a proposal with all it says; to a confirmer who is asked first, only what it is. */
  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @PathParam("act") String act) {
    Person person = officer();
    SeenCase seen = reading.find(person, PathParameters.id(id));
    if (seen.isWithheld()) {
      return SentActs.seeCase(seen.bidCase().id(), null);
    }
    ReadCase of = reading.read(person, seen, null, frame().language());
    return Response.ok(page(of, of(of, act), Map.of(), null)).build();
  }

  private static CaseAct of(ReadCase of, String act) {
    CaseAct found = of.act(PathParameters.id(act)).orElseThrow(NotFoundException::new);
    boolean isProposal =
        of.view().determination(found.id()).isPresent()
            || of.view().proposal(found.id()).isPresent();
    if (!isProposal) {
      throw new NotFoundException();
    }
    return found;
  }

  private TemplateInstance page(
      ReadCase of, CaseAct act, Map<String, String> sent, ProposalView.Refusal refusal) {
    Optional<Refused> why = sheets.mayConfirm(of, act.id());
    Optional<Refused> mayWithdraw =
        sheets.possible(of).getOrDefault(ActKind.WITHDRAW, Optional.empty());
    return Templates.proposal(
        frame(),
        CasePageView.Line.of(of),
        ProposalView.of(of, act, why, mayWithdraw, sent, refusal));
  }

  /** Confirms, declines or withdraws a proposal, or opens one that asks for an opinion first. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response answer(@PathParam("id") String id, @PathParam("act") String act) {
    Person person = officer();
    Map<String, String> fields = SentForm.fields();
    if (fields.containsKey(OPEN)) {
      return opened(person, id, act, fields);
    }
    ActFields sent = new ActFields(fields);
    ActKind kind = fields.containsKey("/answer") ? ActKind.CONFIRM : ActKind.WITHDRAW;
    try {
      return acts.done(person, PathParameters.id(id), kind, sent);
    } catch (Refused refused) {
      SeenCase seen = reading.find(person, PathParameters.id(id));
      if (seen.isWithheld()) {
        throw refused;
      }
      ReadCase of = opened(person, seen, act, fields);
      List<ActView> since = SentActs.since(of, refused, sent);
      ProposalView.Refusal why = new ProposalView.Refusal(kind, refused, sent, since);
      int status = FormRefusals.problem(refused, frame().language()).status();
      return page(status, page(of, of(of, act), fields, why));
    }
  }

  private Response opened(Person person, String id, String act, Map<String, String> fields) {
    SeenCase seen = reading.find(person, PathParameters.id(id));
    if (seen.isWithheld()) {
      throw new ForbiddenException();
    }
    ReadCase of = opened(person, seen, act, fields);
    boolean says = ProposalView.saysSomething(fields);
    return page(says ? 200 : 422, page(of, of(of, act), fields, null));
  }

  /** Reads a case with a proposal that is shown to whoever may answer it and said something. */
  private ReadCase opened(Person person, SeenCase seen, String act, Map<String, String> fields) {
    ReadCase of = reading.read(person, seen, null, frame().language());
    CaseAct asked = of(of, act);
    boolean opens =
        asked.isCovered()
            && ProposalView.saysSomething(fields)
            && sheets.mayConfirm(of, asked.id()).isEmpty();
    return opens
        ? reading.read(
            person,
            records.opened(person, seen.bidCase().id(), asked.id()),
            null,
            frame().language())
        : of;
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status).entity(page).type(MediaType.TEXT_HTML_TYPE).build();
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
