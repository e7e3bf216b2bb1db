package sixones.pages.applicant;

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
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.bid.Draft;
import sixones.bid.DraftDifference;
import sixones.bid.UnreadableDraft;
import sixones.casework.ApplicantCase;
import sixones.casework.OwnCases;
import sixones.evaluation.Evaluation;
import sixones.http.SignedIn;
import sixones.library.RuleLibrary;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.overview.RoundEvaluations;
import sixones.pages.applicant.ApplicantView.CaseRow;
import sixones.pages.applicant.ApplicantView.SubmissionRow;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.change.FieldChange;
import sixones.pages.frame.CaseRules;
import sixones.pages.frame.MoveView;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.report.RuleLinks;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.act.CaseSettings;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * Shows the versions an applicant submitted in a round, and the differences between any two of
 * them.
 */
@Path("/applicant/rounds/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class HistoryPage {
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations official;
  @Inject OwnCases cases;
  @Inject RuleLibrary library;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/applicant")
  static class Templates {
    static native TemplateInstance history(PageFrame frame, HistoryView history);
  }

  /** Shows all versions and the difference between two, by default the last two. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@QueryParam("from") String from, @QueryParam("to") String to) {
    Person person = signedIn.person();
    person.mustBe(Role.APPLICANT);
    Round round = rounds.find(person, id);
    Language language = frame().language();
    Instant now = clock.instant();
    List<Submission> made =
        submissions
            .list(person, new Submissions.Filter(id, null), Cursor.START, Slice.MOST)
            .items();
    Map<UUID, OfficialEvaluation> kept = new HashMap<>();
    official
        .list(
            person, new OfficialEvaluations.Filter(id, null, null, null), Cursor.START, Slice.MOST)
        .items()
        .forEach(each -> kept.put(each.submission(), each));
    HistoryView view =
        new HistoryView(
            id,
            ApplicantView.nameOf(round, language),
            TimeLeft.of(round, now, language),
            round.acceptsAt(now),
            rounds.moves(person, id).stream().map(move -> MoveView.of(move, language)).toList(),
            made.stream().map(each -> version(each, round, kept, language)).toList(),
            made.size() < 2 ? null : differenceIfAny(person, made, from, to),
            cases.ofRound(person, id).map(own -> CaseRow.of(own, language)).orElse(null),
            CaseRules.of(proceeds(person), language));
    return Templates.history(frame(), view);
  }

  private ApplicantCase.Proceeds proceeds(Person person) {
    String set = rounds.procedures(person, List.of(id)).get(id);
    return ApplicantCase.Proceeds.of(
        set == null
            ? CaseSettings.NEUTRAL
            : CaseSettings.read(set.getBytes(StandardCharsets.UTF_8)));
  }

  private HistoryView.Version version(
      Submission submission, Round round, Map<UUID, OfficialEvaluation> kept, Language language) {
    SubmissionRow row = SubmissionRow.of(submission, round, language);
    OfficialEvaluation evaluation = kept.get(submission.id());
    RuleSet rules = rules(round);
    List<VerdictBadge> marks =
        evaluation == null || rules == null
            ? List.of()
            : VerdictBadge.of(
                rules.requirements(),
                evaluation::verdictOn,
                evaluation::remainingOn,
                Messages.of(rules, language));
    return new HistoryView.Version(row, marks);
  }

  private RuleSet rules(Round round) {
    return library
        .find(round.ruleSet(), round.rules().version(), round.rules().digest())
        .orElse(null);
  }

  private HistoryView.Difference differenceIfAny(
      Person person, List<Submission> made, String from, String to) {
    try {
      return difference(person, made, from, to);
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.CONFLICT) {
        throw refused;
      }
      // A stored answer was changed. The receipt reports that; there is nothing to compare.
      return null;
    }
  }

  private HistoryView.Difference difference(
      Person person, List<Submission> made, String from, String to) {
    Submission after = version(made, to, made.get(0));
    Submission before = version(made, from, made.get(1));
    Evaluation was = official.explained(person, before.result().evaluation());
    Evaluation is = official.explained(person, after.result().evaluation());
    Messages messages = Messages.of(is.ruleSet(), frame().language());
    RuleLinks links = new RuleLinks(is, library);
    return new HistoryView.Difference(
        before.version(),
        after.version(),
        EvaluationsBeside.of(was, is, messages, links::of),
        DraftDifference.between(
                draft(person, before, was.ruleSet()), draft(person, after, is.ruleSet()))
            .stream()
            .map(each -> FieldChange.of(each, messages))
            .toList());
  }

  private static Submission version(List<Submission> made, String asked, Submission usual) {
    if (asked == null || asked.isBlank()) {
      return usual;
    }
    return made.stream()
        .filter(each -> String.valueOf(each.version()).equals(asked.strip()))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private Draft draft(Person person, Submission submission, RuleSet rules) {
    try {
      return Draft.read(
          submissions.read(person, submission.id()).bytes(),
          submission.content().form(),
          rules.contract());
    } catch (UnreadableDraft e) {
      throw new IllegalStateException("what was accepted could be read", e);
    }
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
