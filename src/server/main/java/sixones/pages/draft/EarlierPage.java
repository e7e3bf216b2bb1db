package sixones.pages.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.DraftDifference;
import sixones.draft.EarlierSaving;
import sixones.draft.EarlierSavings;
import sixones.draft.Occasion;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.change.FieldChange;
import sixones.pages.form.BidForm;
import sixones.pages.form.KeptForm;
import sixones.pages.frame.Moments;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Refused;
import sixones.ruleset.RuleSet;

/** Lists what a draft said before, shows one of it, and takes it back. */
@Path("/applicant/drafts/{id}/earlier")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class EarlierPage {
  /** The number of places named in the list. */
  private static final int NAMED = 4;

  /** The largest text, in bytes, that is compared: the list compares all on every request. */
  private static final int LARGEST_COMPARED = 128 << 10;

  @Inject WorkingDrafts drafts;
  @Inject EarlierSavings earlier;
  @Inject DraftBasis basis;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance earlier(PageFrame frame, DraftView draft, EarlierView earlier);

    static native TemplateInstance earlierOne(
        PageFrame frame, DraftView draft, EarlierView.Look look);
  }

  /** Lists the earlier savings. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list() {
    Person person = signedIn.person();
    WorkingDraft draft = drafts.find(person, id);
    List<EarlierSavings.Kept> kept = earlier.list(person, id);
    Function<String, RuleSet> rules = basis.rules(person, draft);
    List<EarlierView.Saving> savings = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      WorkingDrafts.Text older = i + 1 < kept.size() ? kept.get(i + 1).text() : null;
      List<FieldChange> changes =
          older == null ? List.of() : changes(older, kept.get(i).text(), rules);
      savings.add(saving(kept.get(i).saving(), draft, changes));
    }
    return Templates.earlier(frame(), DraftView.of(draft, language()), new EarlierView(savings));
  }

  private EarlierView.Saving saving(
      EarlierSaving saving, WorkingDraft draft, List<FieldChange> changes) {
    List<String> places = changes.stream().map(FieldChange::place).distinct().toList();
    return new EarlierView.Saving(
        saving.number(),
        Moments.second(saving.savedAt()),
        saving.savedBy(),
        frame().text("applicant.savings.why." + saving.why().id()),
        places.subList(0, Math.min(NAMED, places.size())),
        Math.max(0, places.size() - NAMED),
        saving.digest().equals(draft.digest()));
  }

  /** Returns what differs between two texts; empty if one is large or no form. */
  private List<FieldChange> changes(
      WorkingDrafts.Text before, WorkingDrafts.Text after, Function<String, RuleSet> rules) {
    if (before.bytes().length > LARGEST_COMPARED || after.bytes().length > LARGEST_COMPARED) {
      return List.of();
    }
    Optional<BidForm> was = KeptForm.of(before, rules);
    Optional<BidForm> is = KeptForm.of(after, rules);
    return was.isPresent() && is.isPresent() ? changes(was.get().tree(), is.get()) : List.of();
  }

  private List<FieldChange> changes(JsonNode was, BidForm is) {
    Messages messages = Messages.of(is.ruleSet(), language());
    return DraftDifference.between(was, is.tree()).stream()
        .map(change -> FieldChange.of(change, messages))
        .toList();
  }

  /** Shows one earlier saving, and what taking it back would change. */
  @GET
  @Path("{number}")
  @Operation(hidden = true)
  public Response look(@PathParam("number") String number) {
    return look(200, number(number), null);
  }

  private Response look(int status, int number, DraftView overtaken) {
    Person person = signedIn.person();
    WorkingDrafts.Saved present = drafts.read(person, id);
    EarlierSavings.Kept kept = earlier.find(person, id, number);
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    Function<String, RuleSet> rules = basis.rules(person, present.draft());
    Optional<BidForm> form = KeptForm.of(kept.text(), rules);
    EarlierView.Look look =
        new EarlierView.Look(
            saving(kept.saving(), present.draft(), List.of()),
            form.isPresent() ? null : new String(kept.text().bytes(), StandardCharsets.UTF_8),
            form.map(stated -> changes(nothing, stated)).orElse(List.of()),
            changes(present.text(), kept.text(), rules));
    DraftView view = overtaken != null ? overtaken : DraftView.of(present.draft(), language());
    return DraftPage.page(status, Templates.earlierOne(frame(), view, look));
  }

  /** Takes an earlier saving back; the present text is kept first. */
  @POST
  @Path("{number}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response takeBack(@PathParam("number") String number) {
    Person person = signedIn.person();
    int known = number(number);
    WorkingDrafts.Text text = earlier.find(person, id, known).text();
    int revision = SentForm.revision(SentForm.fields());
    try {
      WorkingDrafts.Replaced taken =
          drafts.replace(
              person, id, revision, null, WorkingDrafts.Replacement.of(text, Occasion.TAKE_BACK));
      String undo = taken.before() == null ? "" : "?replaced=" + taken.before();
      return DraftPage.to("/applicant/drafts/" + id + undo);
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.STALE) {
        return NoRoom.page(
            refused, frame(), "/applicant/drafts/" + id + "/earlier/" + known, SentForm.fields());
      }
      WorkingDraft present = drafts.find(person, id);
      return look(409, known, DraftView.overtaken(present, person, -1, language()));
    }
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new NotFoundException();
    }
    return Integer.parseInt(text);
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
