package sixones.web.page;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.database.Cursor;
import sixones.database.Page;
import sixones.evaluation.Evaluation;
import sixones.evaluation.OfficialEvaluation;
import sixones.evaluation.Replay;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Matrix;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundEvaluations;
import sixones.round.Rounds;
import sixones.round.Standings;
import sixones.round.Submission;
import sixones.round.Submissions;
import sixones.ruleset.BrokenRuleSet;
import sixones.ruleset.RuleSets;
import sixones.web.SignedIn;

/** Official evaluations, what each rests on, and running them again; for auditors and officers. */
@Path("/audit")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
  @Inject RoundEvaluations evaluations;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RuleSets ruleSets;
  @Inject ReportPage reports;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;
  @Context UriInfo address;

  @CheckedTemplate(basePath = "page")
  static class Templates {
    static native TemplateInstance audit(PageFrame frame, AuditList audit);

    static native TemplateInstance auditEvaluation(
        PageFrame frame, AuditView audit, ReportView report, AuditReplay replay);
  }

  /** Where the page of an evaluation is. */
  static String address(UUID evaluation) {
    return "/audit/evaluations/" + evaluation;
  }

  /** Evaluations, the newest first. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list() {
    Person person = reader();
    PageFrame frame = frames.of(request);
    Map<String, String> wishes = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> wishes.put(name, values.get(0)));
    List<Round> known = rounds.list(person, Cursor.START, Page.MOST).items();
    Page<OfficialEvaluation> page =
        evaluations.list(
            person,
            AuditList.filter(wishes, Matrix.cities(ruleSets.all().get(0))),
            RoundPages.cursor(wishes.get("cursor")),
            Page.USUAL);
    return Templates.audit(frame, AuditList.of(page, wishes, known, ruleSets, frame.language()));
  }

  /** One evaluation: what it rests on, and what was found. */
  @GET
  @Path("evaluations/{id}")
  @Operation(hidden = true)
  public TemplateInstance find(@PathParam("id") String id) {
    return page(reader(), MatrixPages.id(id), null);
  }

  /** Runs it again and tells what came of it. */
  @POST
  @Path("evaluations/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public TemplateInstance replay(@PathParam("id") String id) {
    Person person = reader();
    UUID known = MatrixPages.id(id);
    AuditReplay replay;
    try {
      Replay answer = evaluations.replay(person, known);
      replay = AuditReplay.of(answer);
    } catch (BrokenRuleSet e) {
      replay = AuditReplay.BROKEN;
    }
    return page(person, known, replay);
  }

  /** The draft, to the byte. */
  @GET
  @Path("evaluations/{id}/draft")
  @Produces({MediaType.APPLICATION_JSON, "application/yaml", MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response draft(@PathParam("id") String id) {
    Person person = reader();
    OfficialEvaluation kept = evaluations.find(person, MatrixPages.id(id));
    Submissions.WithBytes found = submissions.export(person, kept.submission());
    Submission submission = found.submission();
    String form = submission.form().name().toLowerCase(Locale.ROOT);
    String name = "bid-" + submission.city() + "-" + submission.version() + "." + form;
    return Response.ok(found.bytes())
        .type("application/" + form)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Person reader() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return person;
  }

  private TemplateInstance page(Person person, UUID id, AuditReplay replay) {
    PageFrame frame = frames.of(request);
    OfficialEvaluation kept = evaluations.find(person, id);
    Submissions.WithBytes draft = submissions.read(person, kept.submission());
    Round round = rounds.find(person, kept.round());
    Evaluation again = again(person, id);
    return Templates.auditEvaluation(
        frame,
        AuditView.of(kept, draft, round, ruleSets, frame.language()),
        again == null ? null : reports.of(again, frame.language(), beside(person, kept)),
        replay);
  }

  private Beside beside(Person person, OfficialEvaluation kept) {
    Standings standings = evaluations.standings(person, kept.round());
    return Beside.standing(evaluations.figures(person, standings, kept.city()));
  }

  /** The evaluation in words, or null if it cannot be told as it was. */
  private Evaluation again(Person person, UUID id) {
    try {
      return evaluations.again(person, id);
    } catch (BrokenRuleSet e) {
      return null;
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.CONFLICT) {
        return null;
      }
      throw refused;
    }
  }
}
