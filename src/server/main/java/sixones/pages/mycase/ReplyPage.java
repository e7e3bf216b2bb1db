package sixones.pages.mycase;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.casework.ApplicantCase;
import sixones.casework.Cases;
import sixones.casework.OwnCases;
import sixones.casework.ReplyFiles;
import sixones.draft.EarlierSavings;
import sixones.draft.Occasion;
import sixones.draft.WorkingDrafts;
import sixones.evaluation.Evaluation;
import sixones.evidence.FileOwner;
import sixones.http.SignedIn;
import sixones.library.RuleLibrary;
import sixones.pages.form.BidForm;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Moments;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.pages.report.RuleLinks;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.submission.Submissions;

/**
 * Compares a draft with the bid that a notice tells of, and hands it in as the reply. An
 * idempotency key in the form makes repeated clicks hand it in once.
 */
@Path("/applicant/cases/{id}/reply/{draft}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReplyPage {
  @Inject OwnCases cases;
  @Inject Cases acts;
  @Inject ReplyFiles files;
  @Inject WorkingDrafts drafts;
  @Inject EarlierSavings earlier;
  @Inject RuleLibrary library;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @PathParam("draft")
  UUID draft;

  @CheckedTemplate(basePath = "pages/mycase")
  static class Templates {
    static native TemplateInstance reply(PageFrame frame, ReplyView reply);
  }

  /** Shows what differs, field by field, and what the check finds now. */
  @GET
  @Operation(hidden = true)
  public Response look() {
    Person person = signedIn.person();
    return look(person, drafts.read(person, draft), null, List.of());
  }

  private Response look(
      Person person, WorkingDrafts.Saved saved, ErrorSummary trouble, List<String> ticks) {
    ApplicantCase own = cases.find(person, id);
    if (own.waiting() == null) {
      return page(409, view(saved, CaseRefusals.notAwaited(own, frame()), own, null));
    }
    try {
      Cases.Compared compared =
          acts.compared(person, id, saved.text().bytes(), saved.text().form());
      ReplyView view = view(saved, trouble, own, look(own, saved, compared, ticks));
      return page(trouble != null ? 409 : ticks.isEmpty() ? 200 : 422, view);
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      ErrorSummary why = trouble != null ? trouble : trouble(refused, own);
      return page(409, view(saved, why, own, null));
    } catch (UnreadableDraft unreadable) {
      ErrorSummary why = ErrorSummary.of(Problem.of(unreadable, language()), back());
      return page(422, view(saved, why, own, null));
    }
  }

  private ReplyView view(
      WorkingDrafts.Saved saved, ErrorSummary trouble, ApplicantCase own, ReplyView.Look look) {
    String due = own.waiting() == null ? null : Moments.end(own.waiting().due(), language());
    return new ReplyView(id, draft, saved.draft().name(), trouble, due, look);
  }

  private ReplyView.Look look(
      ApplicantCase own, WorkingDrafts.Saved saved, Cases.Compared compared, List<String> ticks) {
    Evaluation after = compared.after().evaluation();
    return ReplyLook.of(
        compared,
        files.list(signedIn.person(), id, draft),
        new RuleLinks(after, library),
        new ReplyView.Form(
            UUID.randomUUID().toString(),
            own.revision(),
            saved.draft().digest(),
            DigestOf.bid(saved.text().form().name()),
            after.draft().declaredUntruthful(),
            ticks),
        language());
  }

  /** Puts everything back that may not change; what the draft said is kept among its savings. */
  @POST
  @Path("within")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response within() {
    Person person = signedIn.person();
    WorkingDrafts.Saved saved = drafts.read(person, draft);
    ApplicantCase own = cases.find(person, id);
    if (own.waiting() == null || !isUnchanged(saved, SentForm.fields())) {
      return look(person, saved, changed(), List.of());
    }
    try {
      Cases.Compared compared =
          acts.compared(person, id, saved.text().bytes(), saved.text().form());
      BidForm form =
          BidForm.of(compared.within(own.waiting().mayChange()), compared.before().ruleSet());
      WorkingDrafts.Text text =
          new WorkingDrafts.Text(Draft.Format.JSON, form.file(), saved.text().source());
      drafts.replace(
          person,
          draft,
          saved.draft().revision(),
          null,
          WorkingDrafts.Replacement.of(text, Occasion.LOAD));
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      ErrorSummary why =
          NoRoom.isWhy(refused) ? NoRoom.trouble(refused, frame()) : trouble(refused, own);
      return look(person, drafts.read(person, draft), why, List.of());
    } catch (UnreadableDraft unreadable) {
      return look(person, saved, null, List.of());
    }
    return MyCases.to("/applicant/cases/" + id + "/reply/" + draft);
  }

  private static boolean isUnchanged(WorkingDrafts.Saved saved, Map<String, String> sent) {
    return saved.draft().digest().equals(sent.get("digest"));
  }

  private ErrorSummary changed() {
    return new ErrorSummary(
        frame().text("mycase.reply.changed"), frame().text("mycase.reply.changed.how"), List.of());
  }

  /** Hands the draft in as the reply if it is confirmed and unchanged since it was compared. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response handIn() {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    WorkingDrafts.Saved saved = drafts.read(person, draft);
    if (!sent.containsKey("confirm")) {
      return look(person, saved, null, List.of("confirm"));
    }
    if (!isUnchanged(saved, sent)) {
      return look(person, saved, changed(), List.of());
    }
    String revision = sent.getOrDefault("revision", "");
    earlier.keepHandedIn(person, draft);
    try {
      acts.reply(
          person,
          id,
          new Submissions.Handed(
              null,
              sent.get("key"),
              saved.text().bytes(),
              saved.text().form(),
              sent.containsKey("untruthful"),
              false,
              saved.text().source(),
              FileOwner.draft(draft)),
          revision.matches("[0-9]{1,18}") ? Long.parseLong(revision) : -1);
      return MyCases.to("/applicant/cases/" + id + "?done=reply");
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      if (refused.kind().equals("declared-untruthful")) {
        return look(person, saved, null, List.of("untruthful"));
      }
      return look(person, saved, trouble(refused, cases.find(person, id)), List.of());
    } catch (UnreadableDraft unreadable) {
      return look(person, saved, null, List.of());
    }
  }

  private ErrorSummary trouble(Refused refused, ApplicantCase own) {
    if (CaseRefusals.isOfState(refused)) {
      return own.waiting() == null
          ? CaseRefusals.notAwaited(own, frame())
          : CaseRefusals.movedOn(frame());
    }
    Problem problem = RefusedProblem.of(refused, language());
    if (!problem.errors().isEmpty()) {
      String kind = problem.errors().get(0).kind();
      if (ReplyLook.NOT_A_REPLY.contains(kind)) {
        return new ErrorSummary(
            frame().text("mycase.reply." + kind),
            frame().how("mycase.reply." + kind),
            List.of(back()));
      }
    }
    return ErrorSummary.of(problem, back());
  }

  private ErrorSummary.Link back() {
    return new ErrorSummary.Link("/applicant/drafts/" + draft, frame().text("mycase.reply.back"));
  }

  private Response page(int status, ReplyView view) {
    return MyCases.page(status, Templates.reply(frame(), view));
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
