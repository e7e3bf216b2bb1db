package sixones.pages.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.Draft;
import sixones.bid.NotText;
import sixones.draft.Source;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.form.BidForm;
import sixones.pages.form.Check;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.ChosenFile;
import sixones.pages.form.KeptForm;
import sixones.pages.form.OtherEncoding;
import sixones.pages.form.Untouched;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.report.Language;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/**
 * Edits a working draft in the form of the self-check, and saves it while the user types. User
 * input is never discarded, neither by a concurrent save nor by an expired session.
 */
@Path("/applicant/drafts/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftPage {
  private static final String HTML = "text/html;charset=UTF-8";

  @Inject WorkingDrafts drafts;
  @Inject Checks checks;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance draft(PageFrame frame, DraftView draft, CheckView check);

    static native TemplateInstance draftLive(PageFrame frame, DraftView draft, CheckView check);

    static native TemplateInstance draftText(PageFrame frame, DraftView draft);

    static native TemplateInstance draftTextLive(PageFrame frame, DraftView draft);

    static native TemplateInstance draftFile(PageFrame frame, DraftView draft, OtherEncoding other);

    static native TemplateInstance signedOut(
        PageFrame frame, String address, Map<String, String> fields);
  }

  /**
   * Shows the saved draft: as a form, as text if a form cannot hold it, or as a file if it is not
   * UTF-8.
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id);
    DraftView view = DraftView.of(saved.draft(), language());
    if (NotText.in(saved.text().bytes()).isPresent()) {
      ChosenFile kept = ChosenFile.kept(saved.text());
      OtherEncoding other = DraftFile.other(checks, view, kept, language());
      return Templates.draftFile(frame(), view, other);
    }
    Optional<BidForm> form = KeptForm.of(saved.text());
    if (form.isEmpty()) {
      return Templates.draftText(frame(), view.inText(saved.text(), language()));
    }
    return Templates.draft(frame(), view, checked(Checks.Changed.opened(form.get()), ""));
  }

  /**
   * Saves the submitted form or text.
   *
   * @param then where to continue after saving: {@code hand-in}, {@code report}, or null to stay
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response save(@QueryParam("then") String then) {
    Map<String, String> sent = SentForm.fields();
    if (signedIn.personIfAny().isEmpty()) {
      return page(401, Templates.signedOut(frame(), address(), sent));
    }
    WorkingDrafts.Saved before = drafts.read(signedIn.person(), id);
    if (NotText.in(before.text().bytes()).isPresent()) {
      // The page of such a draft has no form, so this request must not overwrite its bytes.
      return to("/applicant/drafts/" + id);
    }
    Kept kept = keep(before, sent, then == null);
    boolean done = kept.view().isSaved();
    if (done && ("hand-in".equals(then) || "report".equals(then))) {
      return to("/applicant/drafts/" + id + "/" + then);
    }
    if (kept.changed() == null) {
      return done && KeptForm.of(text(sent, null)).isPresent()
          ? to("/applicant/drafts/" + id)
          : page(status(kept), Templates.draftText(frame(), kept.view()));
    }
    CheckView check = checked(kept.changed(), sent.getOrDefault(Check.AS_OF, ""));
    return page(status(kept), Templates.draft(frame(), kept.view(), check));
  }

  private static int status(Kept kept) {
    DraftView view = kept.view();
    boolean refused = view.conflict() != null || view.trouble() != null;
    return refused ? 409 : view.nameFault() != null ? 422 : 200;
  }

  /** Saves while the user types, and returns the fragments that change. */
  @POST
  @Path("live")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public TemplateInstance live() {
    Map<String, String> sent = SentForm.fields();
    WorkingDrafts.Saved before = drafts.read(signedIn.person(), id);
    if (NotText.in(before.text().bytes()).isPresent()) {
      throw new ClientErrorException(Response.Status.CONFLICT);
    }
    Kept kept = keep(before, sent, false);
    if (kept.changed() == null) {
      return Templates.draftTextLive(frame(), kept.view());
    }
    CheckView check = checked(kept.changed(), sent.getOrDefault(Check.AS_OF, ""));
    return Templates.draftLive(frame(), kept.view(), check);
  }

  /**
   * The result of saving.
   *
   * @param changed the form as submitted; null if the draft was edited as text
   */
  private record Kept(DraftView view, Checks.Changed changed) {}

  private Kept keep(WorkingDrafts.Saved before, Map<String, String> sent, boolean asked) {
    Person person = signedIn.person();
    if (sent.containsKey("text")) {
      boolean isKept = Untouched.text(before.text(), sent.get("text"));
      WorkingDrafts.Text text = isKept ? before.text() : text(sent, before.text().source());
      return new Kept(keep(person, before, text, sent).inText(text, language()), null);
    }
    Checks.Changed changed = checks.changed(sent);
    boolean isRenamed = !before.draft().name().equals(name(sent));
    // A form cannot send back every value exactly as stored, such as a number where text is
    // expected. An explicit save writes what the form states; a save in the background or a rename
    // leaves the bytes alone.
    boolean isKept =
        Untouched.form(before.text(), changed.form())
            && (isRenamed || !asked || Untouched.exactly(before.text(), changed.form()));
    WorkingDrafts.Text text =
        isKept
            ? before.text()
            : new WorkingDrafts.Text(
                Draft.Format.JSON, changed.form().file(), before.text().source());
    return new Kept(keep(person, before, text, sent), changed);
  }

  private static String name(Map<String, String> sent) {
    return sent.getOrDefault("name", "").strip();
  }

  private static WorkingDrafts.Text text(Map<String, String> sent, Source source) {
    byte[] bytes =
        sent.getOrDefault("text", "").replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    return new WorkingDrafts.Text(Draft.Format.of("", bytes), bytes, source);
  }

  private DraftView keep(
      Person person,
      WorkingDrafts.Saved before,
      WorkingDrafts.Text text,
      Map<String, String> sent) {
    String name = name(sent);
    int revision = SentForm.revision(sent);
    boolean isKept = Arrays.equals(before.text().bytes(), text.bytes());
    if (isKept && before.draft().name().equals(name)) {
      return DraftView.of(before.draft(), language());
    }
    try {
      WorkingDraft saved =
          isKept
              ? drafts.rename(person, id, revision, name)
              : drafts.save(person, id, revision, name, text);
      return DraftView.of(saved, language());
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.WRONG) {
        return unsaved(refused, before, revision).named(name, null);
      }
      // Only the name is invalid; the content is still saved.
      String fault = RefusedProblem.of(refused, language()).errors().get(0).detail();
      if (isKept) {
        return DraftView.of(before.draft(), language()).named(name, fault);
      }
      try {
        WorkingDraft saved = drafts.save(person, id, revision, null, text);
        return DraftView.of(saved, language()).named(name, fault);
      } catch (Refused again) {
        return unsaved(again, before, revision).named(name, fault);
      }
    }
  }

  private DraftView unsaved(Refused refused, WorkingDrafts.Saved before, int revision) {
    if (NoRoom.isWhy(refused)) {
      ErrorSummary trouble = NoRoom.trouble(refused, frame());
      return DraftView.unsaved(before.draft(), revision, trouble);
    }
    if (refused.why() != Refused.Why.STALE) {
      throw refused;
    }
    return DraftView.overtaken(drafts.find(signedIn.person(), id), language());
  }

  private CheckView checked(Checks.Changed changed, String asOf) {
    Check check = checks.of(signedIn.person(), changed.form(), asOf, language());
    return checks.view(address(), check, language(), changed, "");
  }

  static Response page(int status, TemplateInstance page) {
    return Response.status(status).type(HTML).entity(page.render()).build();
  }

  static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  private String address() {
    return "/applicant/drafts/" + id;
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
