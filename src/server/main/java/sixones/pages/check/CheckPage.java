package sixones.pages.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.answer.Explanation;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.form.BidForm;
import sixones.pages.form.Check;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.ChosenFile;
import sixones.pages.form.DefectWords;
import sixones.pages.form.Examples;
import sixones.pages.form.OtherEncoding;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.pages.report.WhyInFull;
import sixones.pages.workbook.BidWorkbook;
import sixones.pages.workbook.WorkbookPages;
import sixones.pages.workbook.Workbooks;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.ruleset.RuleSet;

/** The self-check. All of its state is in the submitted form; the server stores nothing. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CheckPage {
  // What the form of a page holds: the script that keeps what was typed goes by it.
  private static final String BLANK = "blank";
  private static final String CHOSEN = "chosen";
  private static final String SENT = "sent";
  private static final String FILE = "file";

  @Inject Checks checks;
  @Inject Examples examples;
  @Inject RuleSetChoice ruleSets;
  @Inject ReportPage reports;
  @Inject WorkbookPages workbooks;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/check")
  static class Templates {
    static native TemplateInstance check(
        PageFrame frame, CheckView check, String from, RuleSetChoice.Offer rules);

    static native TemplateInstance live(PageFrame frame, CheckView check);

    static native TemplateInstance checked(PageFrame frame, ReportView report, CheckView check);
  }

  /**
   * Shows the blank form of a rule set, or the form filled in from one of its examples.
   *
   * @param ruleSet the id of a rule set; the one chosen last if absent
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance form(
      @QueryParam("ruleSet") String ruleSet, @QueryParam("example") String example) {
    RuleSet rules = ruleSets.of(request, ruleSet);
    if (example == null) {
      CheckView blank = view(checked(checks.blank(rules), ""), "");
      return page(blank, ruleSet == null ? BLANK : CHOSEN, rules);
    }
    Examples.Bid bid = examples.bid(rules, example).orElseThrow(NotFoundException::new);
    return page(view(checked(BidForm.of(bid.tree(), rules), ""), ""), "example", rules);
  }

  private TemplateInstance page(CheckView check, String from, RuleSet rules) {
    return Templates.check(frame(), check, from, ruleSets.offer(rules, frame().language()));
  }

  /**
   * Evaluates the submitted form and shows it again. A button may also add or remove a list entry.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public TemplateInstance check() {
    Changed sent = changed();
    return page(sent.view(), SENT, sent.rules());
  }

  /**
   * Returns the fragments that change while the user types: the summary and the notes of each
   * field.
   */
  @POST
  @Path("live")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public TemplateInstance live() {
    return Templates.live(frame(), changed().view());
  }

  /** Shows the report on the submitted form; the form with its errors if it cannot be evaluated. */
  @POST
  @Path("report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public TemplateInstance report() {
    Map<String, String> sent = SentForm.fields();
    Check check = checked(checks.sent(sent), sent.getOrDefault(Check.AS_OF, ""));
    CheckView view = view(check, "");
    if (check.evaluation() == null) {
      return page(view, SENT, check.form().ruleSet());
    }
    WhyInFull inFull = WhyInFull.of("bid", "/report", sent.get(WhyInFull.FIELD));
    Explanation why = checks.explain(null, null, check, inFull.focus()).orElse(null);
    ReportView report = reports.of(check.written(), why, inFull, frame().language());
    return Templates.checked(frame(), report, view);
  }

  /** Downloads the submitted form as a bid file. */
  @POST
  @Path("bid.json")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @WithFormRead
  @Operation(hidden = true)
  public Response save() {
    BidForm form = checks.sent(SentForm.fields());
    String name = fileName(form) + ".json";
    return Response.ok(form.file())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  /** Downloads the submitted form as an Excel workbook. */
  @POST
  @Path("bid.xlsx")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({BidWorkbook.TYPE, MediaType.TEXT_HTML})
  @WithFormRead
  @Operation(hidden = true)
  public Response saveAsWorkbook() {
    Map<String, String> sent = SentForm.fields();
    BidForm form = checks.sent(sent);
    return workbooks.download(form, fileName(form), sent, frame());
  }

  private static String fileName(BidForm form) {
    String code = form.applicant().replace(':', '-').replaceAll("[^0-9a-z-]", "");
    return code.isEmpty() ? "bid" : "bid-" + code;
  }

  /**
   * Fills in the form from a bid file that was uploaded or pasted; lists the defects if the file
   * cannot be read.
   */
  @POST
  @Path("load")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public TemplateInstance load(@RestForm("file") FileUpload file) throws IOException {
    Map<String, String> sent = SentForm.fields();
    ChosenFile chosen =
        ChosenFile.of(file, sent).orElseGet(() -> ChosenFile.pasted(sent.getOrDefault("text", "")));
    if (Workbooks.isSpreadsheet(chosen.bytes())) {
      WorkbookPages.Outcome read = workbooks.load(chosen, sent, "/load", Map.of(), frame());
      return read.form() == null ? read.page() : loaded(read.form());
    }
    WorkingDrafts.Text text = chosen.text(sent).orElse(null);
    if (text == null) {
      return OtherEncoding.Templates.otherEncoding(
          frame(), checks.otherEncoding(chosen, "/load", Map.of(), frame().language()));
    }
    byte[] bytes = text.bytes();
    Draft.Format format = text.form();
    RuleSet rules = ruleSets.of(request, null);
    try {
      rules = checks.named(Draft.ruleSetOf(bytes, format));
      Draft.read(bytes, format, rules.contract());
      ObjectMapper mapper = format == Draft.Format.JSON ? new ObjectMapper() : new YAMLMapper();
      JsonNode tree = mapper.readTree(bytes);
      return loaded(BidForm.of(tree, rules));
    } catch (UnreadableDraft e) {
      List<DefectWords.Named> errors =
          DefectWords.named(
              Problem.of(e, frame().language()).errors(), Messages.of(rules, frame().language()));
      String pasted = new String(bytes, StandardCharsets.UTF_8);
      CheckView blank = view(checked(checks.blank(rules), ""), pasted);
      return page(blank.refusing(errors), BLANK, rules);
    }
  }

  private TemplateInstance loaded(BidForm form) {
    return page(view(checked(form, ""), ""), FILE, form.ruleSet());
  }

  /** A submitted form, and the rule set it is for. */
  private record Changed(CheckView view, RuleSet rules) {}

  private Changed changed() {
    Map<String, String> sent = SentForm.fields();
    Checks.Changed changed = checks.changed(sent);
    Check check = checked(changed.form(), sent.getOrDefault(Check.AS_OF, ""));
    return new Changed(
        checks.view("/", check, frame().language(), changed, ""), changed.form().ruleSet());
  }

  private CheckView view(Check check, String pasted) {
    return checks.view("/", check, frame().language(), Checks.Changed.not(check.form()), pasted);
  }

  private Check checked(BidForm form, String asOf) {
    return checks.of(form, asOf, frame().language());
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
