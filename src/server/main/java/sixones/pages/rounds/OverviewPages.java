package sixones.pages.rounds;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.http.SignedIn;
import sixones.official.Figure;
import sixones.overview.RoundEvaluations;
import sixones.overview.RoundExport;
import sixones.overview.RoundOverview;
import sixones.overview.RoundOverviewCsv;
import sixones.overview.RoundOverviewXlsx;
import sixones.pages.bid.KeptFiles;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.MoveView;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.PathParameters;
import sixones.pages.report.ComparisonBids;
import sixones.pages.report.ConcludedBidView;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.Contacts;
import sixones.report.Messages;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.CurrentBids;
import sixones.submission.Submission;
import sixones.submission.SubmissionFiles;
import sixones.submission.Submissions;

/** Shows a round overview and each applicant's bid in it, for officers and auditors. */
@Path("/rounds")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OverviewPages {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject RoundEvaluations evaluations;
  @Inject Submissions submissions;
  @Inject SubmissionFiles files;
  @Inject Rounds rounds;
  @Inject ReportPage reports;
  @Inject Contacts contacts;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;
  @Context UriInfo address;

  @CheckedTemplate(basePath = "pages/rounds")
  static class Templates {
    static native TemplateInstance overview(
        PageFrame frame,
        RoundView round,
        OverviewView matrix,
        List<MoveView> moves,
        boolean officer,
        String done);

    static native TemplateInstance overviewBid(
        PageFrame frame, OverviewBidView bid, ReportView report, Particulars contact);
  }

  /** Shows the overview of a round. */
  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance matrix(@PathParam("id") String id) {
    Person person = signedIn.person();
    PageFrame frame = frames.of(request);
    RoundOverview.Filter filter = OverviewView.filter(queryParameters());
    RoundEvaluations.OverviewPage found =
        evaluations.overview(
            person, PathParameters.id(id), filter, OverviewView.page(queryParameters()));
    RoundView round =
        RoundView.of(
            found.bids().round(),
            found.standing().size(),
            rounds.possible(found.bids().round()),
            frame.language());
    OverviewView matrix =
        found.bids().rules() == null
            ? null
            : OverviewView.of(
                round.address(),
                RoundOverview.of(found, frame.language()),
                new OverviewView.Place(found.few(), found.number(), found.last()),
                found.withdrawn(),
                filter);
    String done = "round.done." + queryParameters().get("done");
    return Templates.overview(
        frame,
        round,
        matrix,
        found.moves().stream().map(move -> MoveView.of(move, frame.language())).toList(),
        person.is(Role.OFFICER),
        PageWords.in(frame.language()).has(done) ? done : null);
  }

  /** Downloads the overview as CSV, with the filter and order of the page. */
  @GET
  @Path("{id}/overview.csv")
  @Produces({"text/csv", MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response csv(@PathParam("id") String id) {
    RoundExport export = export(id, "csv");
    return file(export, RoundOverviewCsv.render(export), "text/csv;charset=UTF-8", "csv");
  }

  /** Downloads the overview as an Excel workbook, with the filter and order of the page. */
  @GET
  @Path("{id}/overview.xlsx")
  @Produces({XLSX, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response xlsx(@PathParam("id") String id) {
    RoundExport export = export(id, "xlsx");
    return file(export, RoundOverviewXlsx.render(export), XLSX, "xlsx");
  }

  private RoundExport export(String id, String form) {
    RoundEvaluations.Exported exported =
        evaluations.export(signedIn.person(), PathParameters.id(id), form);
    if (exported.bids().rules() == null) {
      throw new NotFoundException();
    }
    return RoundExport.of(
        exported,
        frames.of(request).language(),
        OverviewView.filter(queryParameters()),
        clock.instant());
  }

  private static Response file(RoundExport export, byte[] bytes, String type, String ending) {
    LocalDate day = LocalDate.ofInstant(export.at(), StoredJson.ZONE);
    String round = export.overview().round();
    return Response.fromResponse(Downloads.ofRound(bytes, type, round, "overview", day, ending))
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Map<String, String> queryParameters() {
    Map<String, String> wishes = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> wishes.put(name, values.get(0)));
    return wishes;
  }

  /** Shows an applicant's submissions and the report on its current bid. */
  @GET
  @Path("{id}/applicants/{code}")
  @Operation(hidden = true)
  public TemplateInstance bid(@PathParam("id") String id, @PathParam("code") String code) {
    Person person = signedIn.person();
    PageFrame frame = frames.of(request);
    RoundEvaluations.Seen seen = evaluations.concludedBid(person, PathParameters.id(id), code);
    seen.mustShow(code);
    CurrentBids standings = seen.bids();
    Round round = standings.round();
    Slice<Submission> versions =
        submissions.list(
            person, new Submissions.Filter(round.id(), code), Cursor.START, Slice.MOST);
    if (standings.rules() == null
        || versions.items().isEmpty() && standings.rules().applicant(code).isEmpty()) {
      throw new NotFoundException();
    }
    Submission standing =
        standings.of(code).map(s -> standing(person, s.submission(), versions)).orElse(null);
    ReportView report = standing == null ? null : report(person, standing, standings, frame);
    ConcludedBidView concluded =
        standings
            .of(code)
            .map(
                bid ->
                    ConcludedBidView.of(
                        bid.verdict(),
                        seen.conclusions().bids().get(code),
                        Messages.of(standings.rules(), frame.language())))
            .orElse(null);
    return Templates.overviewBid(
        frame,
        OverviewBidView.of(
                standings,
                code,
                standing,
                versions,
                person.is(Role.AUDITOR) && standings.rules().contract().isHiddenWithin(""),
                frame.language())
            .with(
                standing == null
                    ? KeptFiles.NONE
                    : KeptFiles.of(files.look(person, standing), frame.language()),
                concluded),
        report,
        standing == null ? Particulars.NONE : contacts.of(person, standing.submittedBy()));
  }

  /** Returns the submission that stands, from those that are read anyway if it is among them. */
  private Submission standing(Person person, UUID id, Slice<Submission> versions) {
    return versions.items().stream()
        .filter(version -> version.id().equals(id))
        .findFirst()
        .orElseGet(() -> submissions.find(person, id));
  }

  /** Returns the report on an evaluation; null if the stored answer was changed. */
  private ReportView report(
      Person person, Submission standing, CurrentBids standings, PageFrame frame) {
    try {
      RoundEvaluations.WithBid explained =
          evaluations.explainedBid(person, standing.result().evaluation());
      List<Figure> others =
          evaluations.figures(person, standings.round().id(), standing.applicant());
      return reports
          .of(explained, frame.language(), ComparisonBids.ofCurrentBids(others))
          .seenBy(person, Messages.of(standings.rules(), frame.language()));
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.CONFLICT) {
        throw refused;
      }
      return null;
    }
  }
}
