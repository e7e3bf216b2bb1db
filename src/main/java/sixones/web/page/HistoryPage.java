package sixones.web.page;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.bid.Draft;
import sixones.bid.DraftDifference;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.database.Cursor;
import sixones.database.Page;
import sixones.evaluation.Evaluation;
import sixones.evaluation.EvaluationDifference;
import sixones.evaluation.Evaluations;
import sixones.evaluation.KeptEvaluations;
import sixones.evaluation.OfficialEvaluation;
import sixones.evaluation.UnknownRuleSet;
import sixones.evaluation.Verdict;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundEvaluations;
import sixones.round.Rounds;
import sixones.round.Submission;
import sixones.round.Submissions;
import sixones.ruleset.Outcome;
import sixones.ruleset.Rule;
import sixones.ruleset.RuleSet;
import sixones.web.SignedIn;
import sixones.web.page.CityView.SubmissionRow;

/** The versions a city handed in under a round, and what differs between any two. */
@Path("/city/rounds/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class HistoryPage {
  private static final int SHOWN = 400;

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations official;
  @Inject Evaluations evaluations;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "page")
  static class Templates {
    static native TemplateInstance history(PageFrame frame, HistoryView history);
  }

  /** The versions; and what differs between two, the last two unless others are asked for. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@QueryParam("from") Integer from, @QueryParam("to") Integer to) {
    Person person = signedIn.person();
    person.mustBe(Role.CITY);
    Round round = rounds.find(person, id);
    Language language = frame().language();
    Instant now = clock.instant();
    List<Submission> made =
        submissions.list(person, new Submissions.Filter(id, null), Cursor.START, Page.MOST).items();
    Map<UUID, OfficialEvaluation> kept = new HashMap<>();
    official
        .list(person, new KeptEvaluations.Filter(id, null, null, null), Cursor.START, Page.MOST)
        .items()
        .forEach(each -> kept.put(each.submission(), each));
    HistoryView view =
        new HistoryView(
            id,
            CityView.nameOf(round, language),
            TimeLeft.of(round, now, language),
            round.acceptsAt(now),
            made.stream().map(each -> version(each, round, kept, language)).toList(),
            made.size() < 2 ? null : differenceIfAny(person, made, from, to));
    return Templates.history(frame(), view);
  }

  private HistoryView.Version version(
      Submission submission, Round round, Map<UUID, OfficialEvaluation> kept, Language language) {
    SubmissionRow row = SubmissionRow.of(submission, round, language);
    OfficialEvaluation evaluation = kept.get(submission.id());
    RuleSet rules = rules(round);
    List<Mark> marks =
        evaluation == null || rules == null
            ? List.of()
            : Mark.of(rules.requirements(), evaluation::verdictOn, Messages.of(rules, language));
    return new HistoryView.Version(row, marks);
  }

  private RuleSet rules(Round round) {
    try {
      return evaluations.find(round.ruleSet());
    } catch (UnknownRuleSet e) {
      return null;
    }
  }

  private HistoryView.Difference differenceIfAny(
      Person person, List<Submission> made, Integer from, Integer to) {
    try {
      return difference(person, made, from, to);
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.CONFLICT) {
        throw refused;
      }
      // An evaluation that does not give its kept answer is told by its receipt, not compared.
      return null;
    }
  }

  private HistoryView.Difference difference(
      Person person, List<Submission> made, Integer from, Integer to) {
    Submission after = to == null ? made.get(0) : version(made, to);
    Submission before = from == null ? made.get(1) : version(made, from);
    Evaluation was = official.again(person, before.evaluation());
    Evaluation is = official.again(person, after.evaluation());
    Messages messages = Messages.of(is.ruleSet(), frame().language());
    EvaluationDifference conclusions = EvaluationDifference.between(was, is);
    return new HistoryView.Difference(
        before.version(),
        after.version(),
        conclusions.verdicts().stream().map(each -> told(each, messages)).toList(),
        conclusions.findings().stream().map(each -> told(each, is, messages)).toList(),
        DraftDifference.between(draft(person, before), draft(person, after)).stream()
            .map(each -> told(each, messages))
            .toList());
  }

  private static Submission version(List<Submission> made, int version) {
    return made.stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private Draft draft(Person person, Submission submission) {
    try {
      return Draft.read(submissions.read(person, submission.id()).bytes(), submission.form());
    } catch (UnreadableDraft e) {
      throw new IllegalStateException("what was accepted could be read", e);
    }
  }

  private static HistoryView.Change told(
      EvaluationDifference.VerdictChange change, Messages messages) {
    return new HistoryView.Change(
        messages.title(change.requirement()),
        null,
        tone(change.before()),
        sign(change.before()),
        words(change.before(), messages),
        tone(change.after()),
        sign(change.after()),
        words(change.after(), messages));
  }

  private static String tone(Verdict verdict) {
    return verdict == null ? "calm" : Signs.tone(verdict);
  }

  private static String sign(Verdict verdict) {
    return verdict == null ? "–" : Signs.of(verdict);
  }

  private static String words(Verdict verdict, Messages messages) {
    return verdict == null ? "" : messages.say("verdict." + verdict);
  }

  private static HistoryView.Change told(
      EvaluationDifference.FindingChange change, Evaluation evaluation, Messages messages) {
    Rule rule = change.rule();
    return new HistoryView.Change(
        messages.title(rule.id()),
        RulePages.address(evaluation, rule),
        tone(rule, change.before()),
        sign(change.before()),
        words(change.before(), messages),
        tone(rule, change.after()),
        sign(change.after()),
        words(change.after(), messages));
  }

  private static String tone(Rule rule, Outcome outcome) {
    return outcome == null ? "calm" : Signs.tone(rule.severity(), outcome);
  }

  private static String sign(Outcome outcome) {
    return outcome == null ? "–" : Signs.of(outcome);
  }

  private static String words(Outcome outcome, Messages messages) {
    return outcome == null ? "" : messages.say("outcome." + outcome);
  }

  private static HistoryView.Answer told(DraftDifference.Change change, Messages messages) {
    String at = change.after() != null ? change.after() : change.before();
    FieldWords words = new FieldWords(messages.language(), messages);
    return new HistoryView.Answer(
        words.place(at), value(at, change.was(), words), value(at, change.is(), words));
  }

  private static String value(String at, JsonNode value, FieldWords words) {
    if (value == null) {
      return null;
    }
    Shape shape = Shapes.at(at);
    String text = value.asText();
    if (shape instanceof Shape.Choice || shape instanceof Shape.YesNo) {
      return words.choice(text);
    }
    String harmless = Column.harmless(text);
    return harmless.codePointCount(0, harmless.length()) <= SHOWN
        ? harmless
        : harmless.substring(0, harmless.offsetByCodePoints(0, SHOWN)) + "…";
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
