package sixones.pages.workbook;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.form.BidForm;
import sixones.pages.form.ChosenFile;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.ruleset.RuleSet;

/** Hands out workbooks, and asks before one is loaded or downloaded that is not as it should be. */
@Path("/workbook")
@Blocking
public class WorkbookPages {
  /** The choice to go on with a workbook although some of its cells need correcting. */
  static final String AS_IT_IS = "workbook";

  /** The choice to download a workbook that cannot hold all of the bid. */
  static final String WITHOUT = "without";

  @Inject Workbooks workbooks;
  @Inject RuleSetChoice ruleSets;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/workbook")
  static class Templates {
    static native TemplateInstance workbook(PageFrame frame, WorkbookView workbook);

    static native TemplateInstance losses(PageFrame frame, LossesView workbook);
  }

  /**
   * What came of a workbook somebody sent.
   *
   * @param form the bid; null if a page asks or refuses first
   * @param page that page; null if the bid was read
   */
  public record Outcome(BidForm form, TemplateInstance page) {}

  /**
   * Returns the blank workbook of a rule set in a language.
   *
   * @param ruleSet the id of a rule set; the one chosen last if absent
   */
  @GET
  @Path("{language}")
  @Produces(BidWorkbook.TYPE)
  @Operation(hidden = true)
  public Response template(
      @PathParam("language") String language, @QueryParam("ruleSet") String ruleSet) {
    Language known = Language.of(language).orElseThrow(NotFoundException::new);
    RuleSet set = ruleSet == null ? ruleSets.of(request, null) : ruleSets.find(ruleSet);
    String name = "template-" + set.id() + "-" + known.tag() + ".xlsx";
    return Downloads.of(workbooks.template(set, known), BidWorkbook.TYPE, name);
  }

  /** Reads a workbook somebody sent, by the newest version of the rule set it names. */
  public Outcome load(
      ChosenFile file,
      Map<String, String> sent,
      String address,
      Map<String, String> along,
      PageFrame frame) {
    return load(file, sent, address, along, ruleSets::find, frame);
  }

  /**
   * Reads a workbook somebody sent. One with cells to correct is read only if the sender says so.
   *
   * @param address where the choice is sent to
   * @param along the hidden fields to go with it
   * @param version gives the version of a rule set by its id
   */
  public Outcome load(
      ChosenFile file,
      Map<String, String> sent,
      String address,
      Map<String, String> along,
      Function<String, RuleSet> version,
      PageFrame frame) {
    Map<String, String> fields = new TreeMap<>(along);
    try {
      LoadedWorkbook read = workbooks.read(file.bytes(), frame.language(), version);
      if (read.faults().isEmpty() || AS_IT_IS.equals(sent.get(ChosenFile.AS)) && !file.isNew()) {
        return new Outcome(read.form(), null);
      }
      fields.put(ChosenFile.ORIGINAL, file.original());
      fields.put(ChosenFile.NAME, file.name());
      return asking(frame, new WorkbookView(address, null, read.faults(), fields));
    } catch (RefusedWorkbook e) {
      String why = PageWords.in(frame.language()).text(e.key(), e.values());
      return asking(frame, new WorkbookView(address, why, List.of(), fields));
    }
  }

  private static Outcome asking(PageFrame frame, WorkbookView view) {
    return new Outcome(null, Templates.workbook(frame, view));
  }

  /**
   * Downloads a stored bid as a workbook. What the workbook cannot hold is shown first.
   *
   * @param form the bid; null if no form can represent it
   * @param name the file name without extension
   * @param without whether the reader has seen that
   */
  public Response download(BidForm form, String name, boolean without, PageFrame frame) {
    return form == null
        ? page(frame, new LossesView(frame.path(), "get", List.of(), Map.of()))
        : download(form, name, without, new LossesView(frame.path(), "get", null, Map.of()), frame);
  }

  /**
   * Downloads a form as a workbook. What the workbook cannot hold is shown first.
   *
   * @param sent the fields of the form; among them whether the reader has seen that
   */
  public Response download(BidForm form, String name, Map<String, String> sent, PageFrame frame) {
    Map<String, String> fields = new TreeMap<>(sent);
    boolean without = fields.remove(WITHOUT) != null;
    return download(form, name, without, new LossesView(frame.path(), "post", null, fields), frame);
  }

  private Response download(
      BidForm form, String name, boolean without, LossesView asking, PageFrame frame) {
    BidWorkbook workbook = workbooks.of(form, frame.language());
    return workbook.losses().isEmpty() || without
        ? Downloads.of(workbook.bytes(), BidWorkbook.TYPE, name + ".xlsx")
        : page(
            frame,
            new LossesView(asking.address(), asking.method(), workbook.losses(), asking.fields()));
  }

  private static Response page(PageFrame frame, LossesView view) {
    return Response.ok(Templates.losses(frame, view).render(), "text/html;charset=UTF-8").build();
  }
}
