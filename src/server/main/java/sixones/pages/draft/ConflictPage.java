package sixones.pages.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.Draft;
import sixones.draft.EarlierSavings;
import sixones.draft.Occasion;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.change.TwoSides;
import sixones.pages.form.BidForm;
import sixones.pages.form.Checks;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Refused;
import sixones.ruleset.RuleSet;

/**
 * Shows where what was typed differs from what was saved meanwhile, by somebody else or in another
 * window, and saves either side, place by place or as a whole. The side that is not saved stays
 * among the earlier savings.
 */
@Path("/applicant/drafts/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ConflictPage {
  private static final String WHOLE = "whole";
  private static final String NAME = "side-name";

  /** More differences than these are not chosen one by one. */
  private static final int MOST_ROWS = 300;

  /** The fields that say what was pressed rather than what was typed. */
  private static final List<String> PRESSED =
      List.of("csrf-token", "add", "remove", "undo", "over", WHOLE);

  @Inject WorkingDrafts drafts;
  @Inject EarlierSavings earlier;
  @Inject DraftSaves saves;
  @Inject DraftBasis basis;
  @Inject Checks checks;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance differences(PageFrame frame, DraftView draft, Sides sides);
  }

  /**
   * Both sides as the template renders them.
   *
   * @param rows the places that differ; empty if a side cannot be compared place by place
   * @param theirs the whole text of the other side, if there are no rows; otherwise null
   * @param mine the whole text of this side
   * @param typed what was sent, to be sent again
   */
  record Sides(List<TwoSides.Row> rows, String theirs, String mine, Map<String, String> typed) {}

  /** The two sides where they can be compared, and what was typed. */
  private record Compared(
      WorkingDrafts.Saved saved,
      WorkingDrafts.Text typed,
      TwoSides sides,
      RuleSet ruleSet,
      String name) {}

  /** Shows the differences. */
  @POST
  @Path("differences")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response show() {
    return page(200, compared(SentForm.fields()), SentForm.fields());
  }

  private Compared compared(Map<String, String> sent) {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id);
    Function<String, RuleSet> rules = basis.rules(signedIn.person(), saved.draft());
    WorkingDrafts.Text typed = saves.text(saved, sent, rules);
    Optional<BidForm> theirs = checks.kept(saved.text(), rules);
    Optional<BidForm> mine = checks.kept(typed, rules);
    TwoSides sides = null;
    boolean comparable =
        theirs.isPresent()
            && mine.isPresent()
            && theirs.get().ruleSet().equals(mine.get().ruleSet());
    if (comparable) {
      Messages messages = Messages.of(mine.get().ruleSet(), language());
      TwoSides all = TwoSides.of(theirs.get().tree(), mine.get().tree(), sent, messages);
      sides = all.rows().size() <= MOST_ROWS ? all : null;
    }
    RuleSet ruleSet = comparable ? mine.get().ruleSet() : null;
    return new Compared(saved, typed, sides, ruleSet, DraftSaves.name(sent));
  }

  /** Saves the sides that were chosen, if the other side is still the one that was shown. */
  @POST
  @Path("merge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response merge() {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    Compared compared = compared(sent);
    WorkingDraft present = compared.saved().draft();
    if (SentForm.revision(sent) != present.revision()) {
      return page(409, compared, sent);
    }
    String whole = sent.getOrDefault(WHOLE, compared.sides() == null ? "mine" : "");
    earlier.setAside(person, id, compared.typed(), DraftSaves.aside(sent));
    if (whole.equals("theirs")) {
      return DraftPage.to(self());
    }
    boolean mine = whole.equals("mine");
    boolean keepsName = mine || !"theirs".equals(sent.get(NAME));
    String name = keepsName && !compared.name().isEmpty() ? compared.name() : null;
    WorkingDrafts.Text text = mine ? compared.typed() : merged(compared);
    try {
      drafts.replace(
          person,
          id,
          present.revision(),
          name,
          WorkingDrafts.Replacement.of(text, Occasion.CONFLICT));
      return DraftPage.to(self());
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.WRONG) {
        drafts.replace(
            person,
            id,
            present.revision(),
            null,
            WorkingDrafts.Replacement.of(text, Occasion.CONFLICT));
        return DraftPage.to(self());
      }
      if (NoRoom.isWhy(refused)) {
        return NoRoom.page(refused, frame(), self() + "/merge", sent);
      }
      if (refused.why() != Refused.Why.STALE) {
        throw refused;
      }
      return page(409, compared(sent), sent);
    }
  }

  private static WorkingDrafts.Text merged(Compared compared) {
    byte[] file = BidForm.of(compared.sides().merged(), compared.ruleSet()).file();
    return new WorkingDrafts.Text(Draft.Format.JSON, file, compared.saved().text().source());
  }

  private Response page(int status, Compared compared, Map<String, String> sent) {
    Person person = signedIn.person();
    WorkingDraft present = compared.saved().draft();
    DraftView view =
        DraftView.overtaken(present, person, DraftSaves.aside(sent), language())
            .named(compared.name(), null);
    Map<String, String> typed = new LinkedHashMap<>(sent);
    typed.keySet().removeIf(name -> PRESSED.contains(name) || name.startsWith("side-"));
    boolean comparable = compared.sides() != null;
    Sides sides =
        new Sides(
            comparable ? rows(compared, sent) : List.of(),
            comparable ? null : shown(compared.saved().text()),
            comparable ? null : shown(compared.typed()),
            typed);
    return DraftPage.page(status, Templates.differences(frame(), view, sides));
  }

  private List<TwoSides.Row> rows(Compared compared, Map<String, String> sent) {
    String theirs = compared.saved().draft().name();
    if (compared.name().isEmpty() || compared.name().equals(theirs)) {
      return compared.sides().rows();
    }
    TwoSides.Row name =
        new TwoSides.Row(
            NAME,
            frame().text("applicant.draft.name"),
            theirs,
            compared.name(),
            !"theirs".equals(sent.get(NAME)));
    return Stream.concat(Stream.of(name), compared.sides().rows().stream()).toList();
  }

  private static String shown(WorkingDrafts.Text text) {
    return new String(text.bytes(), StandardCharsets.UTF_8);
  }

  private String self() {
    return "/applicant/drafts/" + id;
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
