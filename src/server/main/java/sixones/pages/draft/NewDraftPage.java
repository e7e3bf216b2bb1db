package sixones.pages.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.form.BidForm;
import sixones.pages.form.Checks;
import sixones.pages.form.ChosenFile;
import sixones.pages.form.OtherEncoding;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.pages.frame.TimeLeft;
import sixones.pages.workbook.WorkbookPages;
import sixones.pages.workbook.Workbooks;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/** Creates a working draft: blank, or from an example, a file or the self-check. */
@Path("/applicant/drafts/new")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class NewDraftPage {
  private static final String FILE = "file";

  @Inject WorkingDrafts drafts;
  @Inject Checks checks;
  @Inject Beginnings beginnings;
  @Inject RuleSetChoice ruleSets;
  @Inject WorkbookPages workbooks;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  /**
   * The form as its template renders it.
   *
   * @param name the name as entered
   * @param from what is selected: one of the beginnings, or {@code file}
   * @param trouble why no draft was created, or null
   */
  record NewDraft(
      String name, String from, List<Beginnings.Group> beginnings, Problem.Error trouble) {
    /** Returns whether the name is invalid. */
    public boolean wrongName() {
      return trouble != null && trouble.pointer().equals("#name");
    }
  }

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance newDraft(PageFrame frame, NewDraft draft);
  }

  /** Shows the form. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance form() {
    signedIn.person().mustBe(Role.APPLICANT);
    return Templates.newDraft(frame(), form("", blank(), null));
  }

  private NewDraft form(String name, String from, Problem.Error trouble) {
    return new NewDraft(name, from, beginnings.of(from, true, frame().language()), trouble);
  }

  private String blank() {
    return beginnings.blank(ruleSets.of(request, null));
  }

  /**
   * Creates the draft and redirects to it. If the parameter {@code show} is present, only renders
   * the form again, as the language switch requires.
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response begin(
      @RestForm("name") String name,
      @RestForm("from") String from,
      @RestForm("show") String show,
      @RestForm("file") FileUpload file)
      throws IOException {
    Person person = signedIn.person();
    person.mustBe(Role.APPLICANT);
    if (show != null) {
      return page(200, name, from == null ? blank() : from, null);
    }
    Map<String, String> sent = SentForm.fields();
    ChosenFile chosen = ChosenFile.of(file, sent).orElse(null);
    String start = chosen != null ? FILE : from == null ? blank() : from;
    if (start.equals(FILE) && chosen == null) {
      return refused(
          name, start, new Problem.Error("#file", "no-file", text("applicant.new.no-file")));
    }
    Map<String, String> along = Map.of("name", name == null ? "" : name, "from", FILE);
    if (chosen != null && Workbooks.isSpreadsheet(chosen.bytes())) {
      WorkbookPages.Outcome read =
          workbooks.load(chosen, sent, "/applicant/drafts/new", along, frame());
      if (read.form() == null) {
        return DraftPage.page(422, read.page());
      }
      chosen = new ChosenFile("bid.json", read.form().file(), false);
    }
    WorkingDrafts.Text text =
        chosen == null
            ? beginnings.text(person, ruleSets.of(request, null), start)
            : chosen.text(sent).orElse(null);
    if (text == null) {
      return DraftPage.page(
          422,
          OtherEncoding.Templates.otherEncoding(
              frame(),
              checks.otherEncoding(chosen, "/applicant/drafts/new", along, frame().language())));
    }
    if (text.bytes().length > Draft.MOST_BYTES) {
      Problem large =
          Problem.of(
              "body-too-large",
              413,
              frame().language(),
              Map.of("most", Draft.MOST_BYTES, "draft", true));
      return refused(name, start, new Problem.Error("#file", large.kind(), large.detail()));
    }
    try {
      return to(drafts.create(person, name, text));
    } catch (Refused refused) {
      Problem problem = RefusedProblem.of(refused, frame().language());
      if (problem.errors().isEmpty()) {
        Problem.Error full = new Problem.Error(NoRoom.DRAFTS, problem.kind(), problem.detail());
        return page(problem.status(), name, start, full);
      }
      String says = problem.errors().get(0).detail();
      return refused(name, start, new Problem.Error("#name", problem.kind(), says));
    }
  }

  private Response refused(String name, String from, Problem.Error trouble) {
    return page(422, name, from, trouble);
  }

  private Response page(int status, String name, String from, Problem.Error trouble) {
    NewDraft again = form(name == null ? "" : name, from, trouble);
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(Templates.newDraft(frame(), again).render())
        .build();
  }

  /** Creates a draft from the submitted self-check. */
  @POST
  @Path("from-check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response keep() {
    Map<String, String> sent = SentForm.fields();
    if (signedIn.personIfAny().isEmpty()) {
      return Response.status(401)
          .type("text/html;charset=UTF-8")
          .entity(
              DraftPage.Templates.signedOut(frame(), "/applicant/drafts/new/from-check", sent)
                  .render())
          .build();
    }
    String name = frame().text("applicant.draft.kept", "at", TimeLeft.minute(clock.instant()));
    BidForm form = checks.sent(sent);
    WorkingDrafts.Text text = new WorkingDrafts.Text(Draft.Format.JSON, form.file());
    try {
      return to(drafts.create(signedIn.person(), name, text));
    } catch (Refused refused) {
      return NoRoom.page(refused, frame(), "/applicant/drafts/new/from-check", sent);
    }
  }

  private static Response to(WorkingDraft draft) {
    return Response.seeOther(URI.create("/applicant/drafts/" + draft.id())).build();
  }

  private String text(String key) {
    return frame().text(key);
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
