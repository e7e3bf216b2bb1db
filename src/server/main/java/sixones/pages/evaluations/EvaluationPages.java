package sixones.pages.evaluations;

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
import sixones.evaluation.Evaluation;
import sixones.http.SignedIn;
import sixones.library.RuleLibrary;
import sixones.official.OfficialEvaluation;
import sixones.official.Replay;
import sixones.overview.BidSearch;
import sixones.overview.FoundBid;
import sixones.overview.RoundEvaluations;
import sixones.overview.RoundOverview;
import sixones.pages.form.Checks;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.pages.report.ComparisonBids;
import sixones.pages.report.ConcludedBidView;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.pages.report.WhyInFull;
import sixones.pages.workbook.BidWorkbook;
import sixones.pages.workbook.WorkbookPages;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.Contacts;
import sixones.report.Messages;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Lists, shows and replays official evaluations, for auditors and officers. */
@Path("/evaluations")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class EvaluationPages {
  private static final int LONGEST = 200;

  @Inject RoundEvaluations evaluations;
  @Inject BidSearch search;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Checks checks;
  @Inject RuleSets ruleSets;
  @Inject RuleLibrary library;
  @Inject ReportPage reports;
  @Inject Contacts contacts;
  @Inject PageFrames frames;
  @Inject WorkbookPages workbooks;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;
  @Context UriInfo address;

  @CheckedTemplate(basePath = "pages/evaluations")
  static class Templates {
    static native TemplateInstance evaluations(PageFrame frame, EvaluationList audit);

    static native TemplateInstance find(PageFrame frame, FindView search);

    static native TemplateInstance evaluation(
        PageFrame frame,
        EvaluationView audit,
        ReportView report,
        ReplayView replay,
        String explained,
        Particulars contact,
        ConcludedBidView concluded);
  }

  /** Shows one page of the matching evaluations, newest first. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list() {
    Person person = reader();
    PageFrame frame = frames.of(request);
    Map<String, String> wishes = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> wishes.put(name, values.get(0)));
    List<Round> known = rounds.list(person, Cursor.START, Slice.MOST).items();
    Slice<OfficialEvaluation> page =
        evaluations.list(
            person,
            EvaluationList.filter(wishes, RoundOverview.applicants(ruleSets.newest())),
            PathParameters.cursor(wishes.get("cursor")),
            Slice.USUAL);
    return Templates.evaluations(
        frame,
        EvaluationList.of(
            page,
            wishes,
            submissions.withdrawn(
                person, page.items().stream().map(OfficialEvaluation::submission).toList()),
            known,
            RoundOverview.applicants(ruleSets.newest()),
            frames::applicant,
            frame.language()));
  }

  /** Shows the submissions that an id, a digest or a person leads to. */
  @GET
  @Path("find")
  @Operation(hidden = true)
  public TemplateInstance search(@QueryParam("q") String text) {
    Person person = reader();
    PageFrame frame = frames.of(request);
    String written = text == null || text.length() > LONGEST ? "" : text;
    List<FoundBid> found = search.find(person, written);
    Map<UUID, Round> known = new HashMap<>();
    for (FoundBid bid : found) {
      known.computeIfAbsent(bid.round(), round -> rounds.find(person, round));
    }
    FindView view = FindView.of(written, found, known, frames::applicant, frame);
    String erased =
        found.isEmpty()
            ? search
                .erased(person, written)
                .map(refused -> RefusedProblem.of(refused, frame.language()).detail())
                .orElse(null)
            : null;
    return Templates.find(frame, view.erased(erased));
  }

  /** Shows one evaluation with its provenance and its report. */
  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance find(@PathParam("id") String id) {
    return page(reader(), PathParameters.id(id), null, null);
  }

  /** Replays an evaluation and shows the result. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public TemplateInstance replay(@PathParam("id") String id) {
    Person person = reader();
    UUID known = PathParameters.id(id);
    ReplayView replay;
    try {
      Replay answer = evaluations.replay(person, known);
      replay = ReplayView.of(answer);
    } catch (BrokenRuleSet e) {
      replay = ReplayView.BROKEN;
    }
    return page(person, known, replay, null);
  }

  /** Has an evaluation explained by the engine that made it, and shows the conditions. */
  @POST
  @Path("{id}/explanation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public TemplateInstance explanation(@PathParam("id") String id) {
    Person person = reader();
    UUID known = PathParameters.id(id);
    WhyInFull inFull =
        WhyInFull.of(
            "explaining",
            PageAddresses.evaluation(known) + "/explanation",
            SentForm.fields().get(WhyInFull.FIELD));
    return page(person, known, null, Explained.of(evaluations, person, known, inFull));
  }

  /** Downloads the evaluated draft, byte for byte, and records the export. */
  @GET
  @Path("{id}/draft")
  @Produces({MediaType.APPLICATION_JSON, "application/yaml", MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response draft(@PathParam("id") String id) {
    Person person = reader();
    OfficialEvaluation kept = evaluations.find(person, PathParameters.id(id));
    Submissions.WithBytes found = submissions.export(person, kept.submission());
    Submission submission = found.submission();
    String form = submission.content().form().name().toLowerCase(Locale.ROOT);
    String name = "bid-" + submission.number().toString().replace(':', '-') + "." + form;
    return Response.ok(found.bytes())
        .type("application/" + form)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Downloads the kept answer, byte for byte, and records that it was read. */
  @GET
  @Path("{id}/answer")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response answer(@PathParam("id") String id) {
    RoundEvaluations.WithBody kept = evaluations.read(reader(), PathParameters.id(id));
    String name = "answer-" + kept.evaluation().applicant().replace(':', '-') + ".json";
    return Downloads.of(kept.body(), "application/json", name);
  }

  /** Downloads the rule set that was evaluated, as it is kept. */
  @GET
  @Path("{id}/rules")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response bundle(@PathParam("id") String id) {
    RoundEvaluations.WithBody rules = evaluations.bundle(reader(), PathParameters.id(id));
    String name = rules.evaluation().ruleSet() + "-" + rules.evaluation().by().version() + ".zip";
    return Downloads.of(rules.body(), "application/zip", name);
  }

  /** Downloads the evaluated draft as an Excel workbook, and records the export. */
  @GET
  @Path("{id}/draft.xlsx")
  @Produces({BidWorkbook.TYPE, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response workbook(@PathParam("id") String id, @QueryParam("without") String without) {
    Person person = reader();
    OfficialEvaluation kept = evaluations.find(person, PathParameters.id(id));
    Submissions.WithBytes found = submissions.export(person, kept.submission());
    Submission submission = found.submission();
    return workbooks.download(
        checks.submitted(person, submission, found.bytes()).orElse(null),
        "bid-" + submission.applicant().replace(':', '-') + "-" + submission.version(),
        without != null,
        frames.of(request));
  }

  private Person reader() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return person;
  }

  private TemplateInstance page(Person person, UUID id, ReplayView replay, Explained explained) {
    PageFrame frame = frames.of(request);
    OfficialEvaluation kept = evaluations.find(person, id);
    Submissions.WithBytes draft = submissions.read(person, kept.submission());
    Round round = rounds.find(person, kept.round());
    Evaluation again = explained(person, id);
    RuleSet rules = rules(kept);
    return Templates.evaluation(
        frame,
        EvaluationView.of(
            kept,
            draft,
            submissions.isWithheld(person, draft),
            round,
            rules,
            frames.applicant(kept.applicant(), frame.language()),
            frame.language()),
        again == null
            ? null
            : reports
                .of(
                    new RoundEvaluations.WithBid(
                        again, draft.bytes(), draft.submission().content().form()),
                    explained == null ? null : explained.explanation(),
                    explained == null ? null : explained.inFull(),
                    frame.language(),
                    beside(person, kept))
                .seenBy(person, Messages.of(again.ruleSet(), frame.language())),
        replay,
        explained == null ? null : explained.state(kept),
        contacts.of(person, draft.submission().submittedBy()),
        again == null ? null : concluded(person, kept, again, frame));
  }

  private ConcludedBidView concluded(
      Person person, OfficialEvaluation kept, Evaluation again, PageFrame frame) {
    return ConcludedBidView.of(
        kept.verdict(),
        evaluations.conclusion(person, kept.id()).orElse(null),
        Messages.of(again.ruleSet(), frame.language()));
  }

  /** Finds the rules of an evaluation; null if there are none, or they are not genuine. */
  private RuleSet rules(OfficialEvaluation kept) {
    try {
      return library.find(kept.ruleSet(), kept.by().version(), kept.by().digest()).orElse(null);
    } catch (BrokenRuleSet e) {
      return null;
    }
  }

  private ComparisonBids beside(Person person, OfficialEvaluation kept) {
    return ComparisonBids.ofCurrentBids(
        evaluations.figures(person, kept.round(), kept.applicant()));
  }

  /**
   * Reads the stored answer for its report. Returns null if the rules are unusable or the answer
   * was changed.
   */
  private Evaluation explained(Person person, UUID id) {
    try {
      return evaluations.explained(person, id);
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
