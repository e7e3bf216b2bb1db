package sixones.web.page;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.report.RoundReport;
import sixones.round.Refused;
import sixones.round.WorkingDraft;
import sixones.round.WorkingDrafts;
import sixones.web.SignedIn;

/**
 * A draft a city keeps: the form of the self-check, saved while one types. What is typed is never
 * thrown away: not by somebody else's save, and not by a sign-in that has run out.
 */
@Path("/city/drafts/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftPage {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String PROBLEM_HTML = "text/html;charset=UTF-8";

  @Inject WorkingDrafts drafts;
  @Inject Checks checks;
  @Inject ReportPage reports;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "page")
  static class Templates {
    static native TemplateInstance draft(PageFrame frame, DraftView draft, CheckView check);

    static native TemplateInstance draftLive(PageFrame frame, DraftView draft, CheckView check);

    static native TemplateInstance draftText(PageFrame frame, DraftView draft);

    static native TemplateInstance draftTextLive(PageFrame frame, DraftView draft);

    static native TemplateInstance draftReport(PageFrame frame, DraftView draft, ReportView report);

    static native TemplateInstance draftAway(PageFrame frame, DraftView draft);

    static native TemplateInstance signedOut(
        PageFrame frame, String address, Map<String, String> fields);
  }

  /** The draft as it is kept. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id);
    DraftView view = view(saved.draft(), saved.draft().name(), null, null);
    Optional<BidForm> form = KeptForm.of(saved.text());
    if (form.isEmpty()) {
      return Templates.draftText(frame(), inText(view, saved.text()));
    }
    return Templates.draft(frame(), view, checked(Checks.Changed.not(form.get()), ""));
  }

  /** Saves what was sent; a button can lead on from there. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response save(@QueryParam("then") String then) {
    Map<String, String> sent = SentForm.fields();
    if (signedIn.personIfAny().isEmpty()) {
      return page(401, Templates.signedOut(frame(), address(), sent));
    }
    Kept kept = keep(sent);
    boolean done = kept.view().conflict() == null && kept.view().nameFault() == null;
    if (done && ("hand-in".equals(then) || "report".equals(then))) {
      return to("/city/drafts/" + id + "/" + then);
    }
    if (kept.changed() == null) {
      return done && KeptForm.of(text(sent)).isPresent()
          ? to("/city/drafts/" + id)
          : page(status(kept), Templates.draftText(frame(), kept.view()));
    }
    CheckView check = checked(kept.changed(), sent.getOrDefault(Check.AS_OF, ""));
    return page(status(kept), Templates.draft(frame(), kept.view(), check));
  }

  private static int status(Kept kept) {
    return kept.view().conflict() != null ? 409 : kept.view().nameFault() != null ? 422 : 200;
  }

  /** Saves what was sent while one types, and tells what changes on the page. */
  @POST
  @Path("live")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public TemplateInstance live() {
    Map<String, String> sent = SentForm.fields();
    signedIn.person();
    Kept kept = keep(sent);
    if (kept.changed() == null) {
      return Templates.draftTextLive(frame(), kept.view());
    }
    CheckView check = checked(kept.changed(), sent.getOrDefault(Check.AS_OF, ""));
    return Templates.draftLive(frame(), kept.view(), check);
  }

  /**
   * What came of saving.
   *
   * @param changed the form as sent; null where a text was
   */
  private record Kept(DraftView view, Checks.Changed changed) {}

  private Kept keep(Map<String, String> sent) {
    Person person = signedIn.person();
    boolean isText = sent.containsKey("text");
    Checks.Changed changed = isText ? null : Checks.changed(sent);
    WorkingDrafts.Text text =
        isText ? text(sent) : new WorkingDrafts.Text(Draft.Format.JSON, changed.form().file());
    DraftView view = keep(person, text, sent);
    return new Kept(isText ? inText(view, text) : view, changed);
  }

  private static WorkingDrafts.Text text(Map<String, String> sent) {
    byte[] bytes =
        sent.getOrDefault("text", "").replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    return new WorkingDrafts.Text(Draft.Format.of("", bytes), bytes);
  }

  private DraftView keep(Person person, WorkingDrafts.Text text, Map<String, String> sent) {
    String name = sent.getOrDefault("name", "").strip();
    int revision = number(sent.getOrDefault("over", sent.getOrDefault("revision", "")));
    WorkingDrafts.Saved before = drafts.read(person, id);
    if (Arrays.equals(before.text().bytes(), text.bytes()) && before.draft().name().equals(name)) {
      return view(before.draft(), name, null, null);
    }
    try {
      return view(drafts.save(person, id, revision, name, text), name, null, null);
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.STALE) {
        return view(before.draft(), name, before.draft(), null);
      }
      if (refused.why() != Refused.Why.WRONG) {
        throw refused;
      }
      // The name alone is wrong: the text is not lost for it.
      String fault = Problem.of(refused, language()).errors().get(0).detail();
      try {
        return view(drafts.save(person, id, revision, null, text), name, null, fault);
      } catch (Refused stale) {
        return view(before.draft(), name, before.draft(), fault);
      }
    }
  }

  private DraftView view(WorkingDraft draft, String written, WorkingDraft other, String nameFault) {
    PageFrame frame = frame();
    PageWords words = PageWords.in(frame.language());
    DraftView.Conflict conflict = null;
    if (other != null) {
      Map<String, ?> who = Map.of("by", other.savedBy(), "at", second(other));
      conflict = new DraftView.Conflict(words.say("city.draft.conflict", who), other.revision());
    }
    String saved =
        other != null ? null : words.say("city.draft.saved-at", Map.of("at", second(draft)));
    return new DraftView(
        draft.id(),
        draft.name(),
        written,
        // After a conflict the page stays on the revision it was made from.
        other == null ? draft.revision() : -1,
        saved,
        conflict,
        nameFault,
        draft.form() == Draft.Format.YAML,
        null,
        List.of());
  }

  private static String second(WorkingDraft draft) {
    return SECOND.format(OffsetDateTime.ofInstant(draft.savedAt(), RoundReport.ZONE));
  }

  private DraftView inText(DraftView view, WorkingDrafts.Text text) {
    List<Problem.Error> defects = List.of();
    try {
      Draft.read(text.bytes(), text.form());
    } catch (UnreadableDraft e) {
      defects = Problem.of(e, language()).errors();
    }
    return new DraftView(
        view.id(),
        view.name(),
        view.written(),
        view.revision(),
        view.saved(),
        view.conflict(),
        view.nameFault(),
        view.yaml(),
        new String(text.bytes(), StandardCharsets.UTF_8),
        defects);
  }

  private static int number(String revision) {
    return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1;
  }

  private CheckView checked(Checks.Changed changed, String asOf) {
    Check check = checks.of(changed.form(), asOf, language());
    return checks.view(address(), check, language(), changed, "");
  }

  /** The whole report on the draft as it is kept. */
  @GET
  @Path("report")
  @Operation(hidden = true)
  public Response report() {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id);
    Check check =
        KeptForm.of(saved.text()).map(form -> checks.of(form, "", language())).orElse(null);
    if (check == null || check.evaluation() == null) {
      return to("/city/drafts/" + id);
    }
    DraftView view = view(saved.draft(), saved.draft().name(), null, null);
    return page(
        200, Templates.draftReport(frame(), view, reports.of(check.evaluation(), language())));
  }

  /** The draft's bytes as a file. */
  @GET
  @Path("bid")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(hidden = true)
  public Response file() {
    WorkingDrafts.Text text = drafts.read(signedIn.person(), id).text();
    return Downloads.of(text.bytes(), text.form(), "draft-" + id.toString().substring(0, 8));
  }

  /** The same draft once more. */
  @POST
  @Path("copy")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response copy() {
    Person person = signedIn.person();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    String name = frame().say("city.draft.copy-of", "name", shortened(saved.draft().name()));
    return to("/city/drafts/" + drafts.create(person, name, saved.text()).id());
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= 80
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 80)) + "…";
  }

  /** Asks before a draft is thrown away. */
  @GET
  @Path("away")
  @Operation(hidden = true)
  public TemplateInstance askAway() {
    WorkingDraft draft = drafts.find(signedIn.person(), id);
    return Templates.draftAway(frame(), view(draft, draft.name(), null, null));
  }

  /** Throws the draft away, as it was when that was asked. */
  @POST
  @Path("away")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response away() {
    Person person = signedIn.person();
    int revision = number(SentForm.fields().getOrDefault("revision", ""));
    try {
      drafts.delete(person, id, revision);
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.STALE) {
        throw refused;
      }
      WorkingDraft draft = drafts.find(person, id);
      return page(409, Templates.draftAway(frame(), view(draft, draft.name(), draft, null)));
    }
    return to("/city");
  }

  private Response page(int status, TemplateInstance page) {
    return Response.status(status).type(PROBLEM_HTML).entity(page.render()).build();
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  private String address() {
    return "/city/drafts/" + id;
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
