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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.NotText;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.form.BidForm;
import sixones.pages.form.Check;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.ChosenFile;
import sixones.pages.form.OtherEncoding;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.report.Language;

/**
 * Edits a working draft in the form of the self-check, and saves it while the user types. User
 * input is never discarded, neither by a concurrent save nor by an expired session.
 */
@Path("/applicant/drafts/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftPage {
  private static final String HTML = "text/html;charset=UTF-8";

  /** The pages below a draft's that its form leads to, once it is saved. */
  private static final Set<String> THEN =
      Set.of("hand-in", "report", "earlier", "load", "round", "files", "away");

  @Inject WorkingDrafts drafts;
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
    static native TemplateInstance draft(
        PageFrame frame, DraftView draft, CheckView check, DraftReply reply);

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
  public TemplateInstance show(@QueryParam("replaced") String replaced) {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id);
    DraftView view = shown(DraftView.of(saved.draft(), language()), replaced);
    if (NotText.in(saved.text().bytes()).isPresent()) {
      ChosenFile kept = ChosenFile.kept(saved.text());
      OtherEncoding other = DraftFile.other(checks, view, kept, language());
      return Templates.draftFile(frame(), view, other);
    }
    Optional<BidForm> form = basis.form(signedIn.person(), saved);
    if (form.isEmpty()) {
      return Templates.draftText(
          frame(),
          view.inText(saved.text(), basis.rules(signedIn.person(), saved.draft()), language()));
    }
    DraftBasis.Checked checked = checked(saved.draft(), Checks.Changed.opened(form.get()), "");
    return Templates.draft(frame(), view.on(checked.basis()), checked.view(), checked.reply());
  }

  /** Offers to take back what another content has just replaced. */
  private static DraftView shown(DraftView view, String replaced) {
    boolean offers = replaced != null && replaced.matches("[0-9]{1,9}");
    return offers ? view.replacing(Integer.parseInt(replaced)) : view;
  }

  /**
   * Saves the submitted form or text.
   *
   * @param then where to continue after saving; null to stay
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
    DraftSaves.Kept kept = saves.keep(signedIn.person(), before, sent, then == null, frame());
    boolean done = kept.view().isSaved();
    if (done && then != null && THEN.contains(then)) {
      return to("/applicant/drafts/" + id + "/" + then);
    }
    if (kept.changed() == null) {
      return done
              && checks
                  .kept(DraftSaves.text(sent, null), basis.rules(signedIn.person(), before.draft()))
                  .isPresent()
          ? to("/applicant/drafts/" + id)
          : page(status(kept), Templates.draftText(frame(), kept.view()));
    }
    DraftBasis.Checked checked = checked(before.draft(), kept, sent);
    DraftView view = kept.view().on(checked.basis());
    return page(status(kept), Templates.draft(frame(), view, checked.view(), checked.reply()));
  }

  private static int status(DraftSaves.Kept kept) {
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
    DraftSaves.Kept kept = saves.keep(signedIn.person(), before, sent, false, frame());
    if (kept.changed() == null) {
      return Templates.draftTextLive(frame(), kept.view());
    }
    DraftBasis.Checked checked = checked(before.draft(), kept, sent);
    return Templates.draftLive(frame(), kept.view().on(checked.basis()), checked.view());
  }

  private DraftBasis.Checked checked(
      WorkingDraft draft, DraftSaves.Kept kept, Map<String, String> sent) {
    String asOf = sent.getOrDefault(Check.AS_OF, "");
    return checked(draft, kept.changed(), asOf).undoing(kept.undo());
  }

  private DraftBasis.Checked checked(WorkingDraft draft, Checks.Changed changed, String asOf) {
    return basis.asReply(
        signedIn.person(),
        draft,
        basis.check(signedIn.person(), draft, changed, asOf, frame()),
        changed.form(),
        language());
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
