package sixones.web.page;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.database.Cursor;
import sixones.database.Page;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Figure;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Matrix;
import sixones.report.MatrixCsv;
import sixones.report.MatrixXlsx;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundEvaluations;
import sixones.round.Standings;
import sixones.round.Submission;
import sixones.round.Submissions;
import sixones.web.SignedIn;

/** A round at a glance, and each city's bid in it; for officers and auditors. */
@Path("/rounds")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MatrixPages {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject RoundEvaluations evaluations;
  @Inject Submissions submissions;
  @Inject ReportPage reports;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;
  @Context UriInfo address;

  @CheckedTemplate(basePath = "page")
  static class Templates {
    static native TemplateInstance matrix(
        PageFrame frame, RoundView round, MatrixView matrix, boolean officer, String done);

    static native TemplateInstance matrixBid(PageFrame frame, MatrixBidView bid, ReportView report);
  }

  /** The matrix. */
  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public TemplateInstance matrix(@PathParam("id") String id) {
    Person person = signedIn.person();
    PageFrame frame = frames.of(request);
    Standings standings = evaluations.standings(person, id(id));
    RoundView round = RoundView.of(standings.round(), standings.cities().size(), frame.language());
    MatrixView matrix = null;
    if (standings.rules() != null) {
      Matrix.Filter filter = MatrixView.filter(wishes());
      matrix =
          MatrixView.of(
              round.address(), Matrix.of(standings, frame.language()).only(filter), filter);
    }
    String done = "officer.done." + wishes().get("done");
    return Templates.matrix(
        frame,
        round,
        matrix,
        person.is(Role.OFFICER),
        PageWords.in(frame.language()).has(done) ? done : null);
  }

  /** The matrix as CSV, as the page has it. */
  @GET
  @Path("{id}/matrix.csv")
  @Produces({"text/csv", MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response csv(@PathParam("id") String id) {
    return file(MatrixCsv.render(matrixOf(id, "csv")), "text/csv;charset=UTF-8", "csv");
  }

  /** The matrix as a workbook, as the page has it. */
  @GET
  @Path("{id}/matrix.xlsx")
  @Produces({XLSX, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response xlsx(@PathParam("id") String id) {
    return file(MatrixXlsx.render(matrixOf(id, "xlsx")), XLSX, "xlsx");
  }

  private Matrix matrixOf(String id, String form) {
    Standings standings = evaluations.export(signedIn.person(), id(id), form);
    if (standings.rules() == null) {
      throw new NotFoundException();
    }
    return Matrix.of(standings, frames.of(request).language()).only(MatrixView.filter(wishes()));
  }

  private static Response file(byte[] bytes, String type, String ending) {
    return Response.ok(bytes)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"matrix." + ending + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Map<String, String> wishes() {
    Map<String, String> wishes = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> wishes.put(name, values.get(0)));
    return wishes;
  }

  /** What a city handed in, and the report on what stands. */
  @GET
  @Path("{id}/cities/{code}")
  @Operation(hidden = true)
  public TemplateInstance bid(@PathParam("id") String id, @PathParam("code") String code) {
    Person person = signedIn.person();
    PageFrame frame = frames.of(request);
    Standings standings = evaluations.standings(person, id(id));
    Round round = standings.round();
    Page<Submission> versions =
        submissions.list(person, new Submissions.Filter(round.id(), code), Cursor.START, Page.MOST);
    if (standings.rules() == null
        || versions.items().isEmpty() && standings.rules().applicant(code).isEmpty()) {
      throw new NotFoundException();
    }
    Submission standing =
        standings.of(code).map(s -> submissions.find(person, s.submission())).orElse(null);
    ReportView report = standing == null ? null : report(person, standing, standings, frame);
    return Templates.matrixBid(
        frame, MatrixBidView.of(standings, code, standing, versions, frame.language()), report);
  }

  /** The report on an evaluation, or null if it does not give its kept answer any more. */
  private ReportView report(
      Person person, Submission standing, Standings standings, PageFrame frame) {
    try {
      Evaluation again = evaluations.again(person, standing.evaluation());
      List<Figure> others = evaluations.figures(person, standings, standing.city());
      return reports.of(again, frame.language(), Beside.standing(others));
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.CONFLICT) {
        throw refused;
      }
      return null;
    }
  }

  /** An id in an address; what is no id is the id of nothing. */
  static UUID id(String text) {
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw new NotFoundException();
    }
    return UUID.fromString(text);
  }
}
