package sixones.pages.applicant;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.casework.ApplicantCase;
import sixones.casework.OwnCases;
import sixones.draft.EarlierSavings;
import sixones.draft.WorkingDrafts;
import sixones.evidence.FileOwner;
import sixones.http.SignedIn;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.KeptFile;
import sixones.pages.form.Checks;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.pages.frame.TimeLeft;
import sixones.pages.report.ReportPage;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.DraftFiles;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * Previews a draft as a submission, and submits it. An idempotency key in the form makes repeated
 * clicks submit once.
 */
@Path("/applicant/drafts/{id}/hand-in")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class HandInPage {
  /** The refusals that a box of the form answers. */
  private static final Set<String> ASKED = Set.of("declared-untruthful", "same-as-before");

  @Inject WorkingDrafts drafts;
  @Inject EarlierSavings earlier;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject DraftFiles files;
  @Inject ReportPage reports;
  @Inject OwnCases cases;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/applicant")
  static class Templates {
    static native TemplateInstance handIn(PageFrame frame, HandInView handIn);
  }

  /**
   * Which boxes were ticked: the confirmation, and the acknowledgements that the bid declares
   * itself untrue and that it is the version before to the byte.
   *
   * @param sent whether the form was submitted at all
   */
  private record Ticks(boolean sent, boolean confirmed, boolean untruthful, boolean same) {
    private static final Ticks NONE = new Ticks(false, false, false, false);
  }

  /**
   * Shows what would be submitted and the evaluation it would get, in the round the draft names; a
   * choice of rounds if it names none that is open, and several are.
   */
  @GET
  @Operation(hidden = true)
  public Response preview(@QueryParam("round") String asked) {
    Person person = signedIn.person();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    UUID round = round(asked);
    if (round != null) {
      return preview(person, saved, round, null, Ticks.NONE);
    }
    Instant now = clock.instant();
    List<Round> open =
        suiting(
            saved.text(),
            rounds.list(person, Cursor.START, Slice.MOST).items().stream()
                .filter(each -> each.acceptsAt(now))
                .toList());
    UUID written = saved.draft().round();
    if (written != null) {
      ApplicantCase own = cases.ofRound(person, written).orElse(null);
      if (own != null && own.waiting() != null) {
        return Response.seeOther(URI.create("/applicant/cases/" + own.id() + "/reply/" + id))
            .build();
      }
    }
    if (open.stream().anyMatch(each -> each.id().equals(written))) {
      return preview(person, saved, written, null, Ticks.NONE);
    }
    if (open.size() == 1) {
      return preview(person, saved, open.get(0).id(), null, Ticks.NONE);
    }
    ErrorSummary none =
        open.isEmpty()
            ? new ErrorSummary(
                text("applicant.hand-in.no-round"),
                text("applicant.hand-in.no-round.how"),
                List.of(back()))
            : null;
    List<HandInView.Choice> choices =
        open.stream()
            .map(
                each ->
                    new HandInView.Choice(
                        each.id(),
                        ApplicantView.nameOf(each, language()),
                        each.ruleSet(),
                        TimeLeft.of(each, now, language()).words()))
            .toList();
    return page(200, new HandInView(id, saved.draft().name(), none, choices, null));
  }

  /** Returns the rounds of the rule set a draft names; all of them if none is, or it names none. */
  private static List<Round> suiting(WorkingDrafts.Text text, List<Round> open) {
    try {
      String ruleSet = Draft.ruleSetOf(text.bytes(), text.form());
      List<Round> its = open.stream().filter(each -> Checks.isFor(each, ruleSet)).toList();
      return its.isEmpty() ? open : its;
    } catch (UnreadableDraft e) {
      return open;
    }
  }

  /** Parses the query parameter {@code round}; null if blank, and a 404 if it is no UUID. */
  private static UUID round(String asked) {
    return asked == null || asked.isBlank() ? null : PathParameters.id(asked);
  }

  private Response preview(
      Person person, WorkingDrafts.Saved saved, UUID round, ErrorSummary trouble, Ticks ticks) {
    try {
      Submissions.LastLook look =
          submissions.preview(person, round, saved.text().bytes(), saved.text().form());
      int status = trouble != null ? 409 : ticks.sent() ? 422 : 200;
      return page(status, view(saved, trouble, look, ticks));
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      ErrorSummary why = trouble != null ? trouble : trouble(refused, round);
      return page(409, new HandInView(id, saved.draft().name(), why, List.of(), null));
    } catch (UnreadableDraft unreadable) {
      ErrorSummary why = trouble != null ? trouble : trouble(unreadable);
      return page(422, new HandInView(id, saved.draft().name(), why, List.of(), null));
    }
  }

  private HandInView view(
      WorkingDrafts.Saved saved, ErrorSummary trouble, Submissions.LastLook look, Ticks ticks) {
    Language language = language();
    Round round = look.round();
    HandInView.Look shown =
        new HandInView.Look(
            round.id(),
            ApplicantView.nameOf(round, language),
            TimeLeft.of(round, clock.instant(), language),
            frames.applicant(saved.draft().applicant(), language),
            look.version(),
            words(
                "applicant.submissions.after",
                Map.of("left", look.left(), "most", round.submissionsPerApplicant())),
            UUID.randomUUID().toString(),
            new HandInView.File(
                words("applicant.size", Map.of("bytes", saved.draft().bytes())),
                saved.draft().digest(),
                DigestOf.bid(saved.text().form().name())),
            new HandInView.Ticks(ticks.sent(), ticks.confirmed(), ticks.untruthful(), ticks.same()),
            look.same() ? look.version() - 1 : null,
            files(language),
            reports.of(
                new RoundEvaluations.WithBid(
                    look.evaluation(), saved.text().bytes(), saved.text().form()),
                language));
    return new HandInView(id, saved.draft().name(), trouble, List.of(), shown);
  }

  private List<KeptFile> files(Language language) {
    DraftFiles.Kept kept = files.list(signedIn.person(), id);
    return kept.files().stream()
        .map(file -> KeptFile.of(file, kept.entry(file), language))
        .toList();
  }

  /** Submits the draft if it is confirmed and unchanged since the preview. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response handIn(@QueryParam("round") String asked) {
    Person person = signedIn.person();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    UUID round = round(asked);
    if (round == null) {
      return Response.seeOther(URI.create("/applicant/drafts/" + id + "/hand-in")).build();
    }
    Map<String, String> sent = SentForm.fields();
    Ticks ticks =
        new Ticks(
            true,
            sent.containsKey("confirm"),
            sent.containsKey("untruthful"),
            sent.containsKey("same"));
    if (!ticks.confirmed()) {
      return preview(person, saved, round, null, ticks);
    }
    if (!saved.draft().digest().equals(sent.get("digest"))) {
      ErrorSummary changed =
          new ErrorSummary(
              text("applicant.hand-in.changed"), text("applicant.hand-in.changed.how"), List.of());
      return preview(person, saved, round, changed, Ticks.NONE);
    }
    earlier.keepHandedIn(person, id);
    try {
      Submission accepted =
          submissions.acceptOnce(
              person,
              new Submissions.Handed(
                      round,
                      sent.get("key"),
                      saved.text().bytes(),
                      saved.text().form(),
                      ticks.untruthful(),
                      ticks.same(),
                      saved.text().source())
                  .withFilesOf(FileOwner.draft(id)));
      return Response.seeOther(
              URI.create("/applicant/submissions/" + accepted.id() + "?accepted=yes"))
          .build();
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      if (ASKED.contains(refused.kind())) {
        return preview(person, saved, round, null, ticks);
      }
      return preview(person, saved, round, trouble(refused, round), Ticks.NONE);
    } catch (UnreadableDraft unreadable) {
      return preview(person, saved, round, trouble(unreadable), Ticks.NONE);
    }
  }

  private ErrorSummary trouble(Refused refused, UUID round) {
    ErrorSummary.Link history =
        new ErrorSummary.Link("/applicant/rounds/" + round, text("applicant.hand-in.to-history"));
    return NoRoom.isWhy(refused)
        ? NoRoom.trouble(refused, frame(), back(), history)
        : ErrorSummary.of(RefusedProblem.of(refused, language()), back(), history);
  }

  private ErrorSummary trouble(UnreadableDraft unreadable) {
    return ErrorSummary.of(Problem.of(unreadable, language()), back());
  }

  private ErrorSummary.Link back() {
    return new ErrorSummary.Link("/applicant/drafts/" + id, text("applicant.draft.back"));
  }

  private String words(String key, Map<String, ?> values) {
    return PageWords.in(language()).text(key, values);
  }

  private String text(String key) {
    return frame().text(key);
  }

  private Response page(int status, HandInView view) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(Templates.handIn(frame(), view).render())
        .build();
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
