package sixones.pages.applicant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.casework.OwnCases;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evaluation.Evaluation;
import sixones.evaluation.UnknownRuleSet;
import sixones.http.SignedIn;
import sixones.pages.applicant.ApplicantView.CaseRow;
import sixones.pages.applicant.ApplicantView.DraftRow;
import sixones.pages.applicant.ApplicantView.RoundRow;
import sixones.pages.applicant.ApplicantView.SubmissionRow;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.form.Checks;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Erasure;
import sixones.round.Erasures;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.ruleset.NoRuleInForce;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** The start page of an applicant: its rounds, working drafts and submissions. */
@Path("/applicant")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ApplicantPage {
  private static final int DRAFTS = 20;
  private static final int SUBMISSIONS = 20;
  private static final int CASES = 20;

  /**
   * The largest draft, in bytes, that the list evaluates. Larger ones are evaluated only on their
   * own page, because the list would evaluate them on every request.
   */
  private static final int LARGEST_MARKED = 64 << 10;

  @Inject Rounds rounds;
  @Inject Erasures erasures;
  @Inject WorkingDrafts drafts;
  @Inject Submissions submissions;
  @Inject OwnCases cases;
  @Inject Checks checks;
  @Inject RuleSetChoice ruleSets;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/applicant")
  static class Templates {
    static native TemplateInstance applicant(PageFrame frame, ApplicantView applicant);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance start(@QueryParam("after") String after) {
    Person person = signedIn.person();
    person.mustBe(Role.APPLICANT);
    PageFrame frame = frames.of(request);
    Language language = frame.language();
    Map<UUID, Round> known = new LinkedHashMap<>();
    rounds.list(person, Cursor.START, Slice.MOST).items().forEach(r -> known.put(r.id(), r));
    List<Submission> handedIn =
        submissions
            .list(person, new Submissions.Filter(null, null), Cursor.START, Slice.MOST)
            .items();
    Cursor from = after == null ? Cursor.START : Cursor.of(after).orElse(Cursor.START);
    Slice<WorkingDraft> kept = drafts.list(person, from, DRAFTS);
    List<UUID> small =
        kept.items().stream()
            .filter(draft -> draft.bytes() <= LARGEST_MARKED)
            .map(WorkingDraft::id)
            .toList();
    Map<UUID, WorkingDrafts.Text> texts = drafts.texts(person, small);
    Map<UUID, Erasure> erased = erasures.of(person, known.keySet());
    List<RoundRow> current = new ArrayList<>();
    List<RoundRow> earlier = new ArrayList<>();
    Instant now = clock.instant();
    for (Round round : known.values()) {
      boolean coming =
          round.state() == RoundState.ANNOUNCED
              || round.state() == RoundState.OPEN && now.isBefore(round.deadline());
      (coming ? current : earlier).add(row(round, handedIn, erased.get(round.id()), now, language));
    }
    ApplicantView view =
        new ApplicantView(
            current,
            earlier,
            cases.newest(person, CASES).stream().map(own -> CaseRow.of(own, language)).toList(),
            kept.items().stream()
                .map(
                    draft ->
                        row(
                            draft,
                            texts.get(draft.id()),
                            person,
                            known.get(draft.round()),
                            language))
                .toList(),
            kept.next() == null ? null : kept.next().text(),
            ApplicantView.used(drafts.usage(person), language),
            handedIn.stream()
                .limit(SUBMISSIONS)
                .map(s -> SubmissionRow.of(s, known.get(s.round()), language))
                .toList());
    return Templates.applicant(frame, view);
  }

  private RoundRow row(
      Round round, List<Submission> handedIn, Erasure erased, Instant now, Language language) {
    List<Submission> here = handedIn.stream().filter(s -> s.round().equals(round.id())).toList();
    SubmissionRow standing =
        here.stream()
            .filter(s -> s.withdrawnAt() == null)
            .findFirst()
            .map(s -> SubmissionRow.of(s, round, language))
            .orElse(null);
    int last = here.isEmpty() ? 0 : here.get(0).version();
    return new RoundRow(
        round.id(),
        ApplicantView.nameOf(round, language),
        round.ruleSet(),
        TimeLeft.of(round, now, language),
        round.acceptsAt(now),
        erased == null
            ? left(round, last, language)
            : erased(erased, "applicant.round.erased", language),
        erased == null
            ? announced(round, language)
            : erased(erased, "applicant.round.erased.left", language),
        standing);
  }

  private static String left(Round round, int last, Language language) {
    return PageWords.in(language)
        .text(
            "applicant.submissions.left",
            Map.of(
                "left", Math.max(0, round.submissionsPerApplicant() - last),
                "most", round.submissionsPerApplicant()));
  }

  private String announced(Round round, Language language) {
    return round.state().isPlanned()
        ? PageWords.in(language)
            .text(
                "applicant.round.announced",
                Map.of(
                    "day",
                    Moments.format(round.evaluationDay(), language),
                    "rules",
                    ruleSets.title(round.ruleSet(), language)))
        : null;
  }

  private static String erased(Erasure erased, String word, Language language) {
    return PageWords.in(language).text(word, Map.of("at", Moments.second(erased.at())));
  }

  private DraftRow row(
      WorkingDraft draft, WorkingDrafts.Text text, Person person, Round round, Language language) {
    return new DraftRow(
        draft.id(),
        draft.name(),
        text == null ? null : ruleSet(text),
        Moments.exact(draft.savedAt(), language),
        draft.savedBy(),
        round == null ? null : ApplicantView.nameOf(round, language),
        text == null ? List.of() : marks(text, person, round, language),
        text == null);
  }

  private static String ruleSet(WorkingDrafts.Text text) {
    try {
      return Draft.ruleSetOf(text.bytes(), text.form());
    } catch (UnreadableDraft e) {
      return null;
    }
  }

  /**
   * Evaluates a draft by the day and the rules of the round it names, or else by the newest as of
   * today. Returns no badges if the draft cannot be evaluated.
   */
  private List<VerdictBadge> marks(
      WorkingDrafts.Text text, Person person, Round round, Language language) {
    try {
      Evaluation evaluation = checks.evaluate(person, round, text);
      return !evaluation.defects().isEmpty()
          ? List.of()
          : VerdictBadge.of(evaluation, Messages.of(evaluation.ruleSet(), language));
    } catch (UnreadableDraft | UnknownRuleSet | NoRuleInForce e) {
      return List.of();
    }
  }
}
