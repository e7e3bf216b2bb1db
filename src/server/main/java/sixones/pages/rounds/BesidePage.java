package sixones.pages.rounds;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.evaluation.Evaluation;
import sixones.http.SignedIn;
import sixones.library.RuleLibrary;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.BidsBeside;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.bid.ReadableBid;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.PathParameters;
import sixones.pages.report.RuleLinks;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Shows two bids of a round side by side, or two versions of one, to officers and auditors. */
@Path("/rounds/{id}/beside")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BesidePage {
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject RuleLibrary library;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/rounds")
  static class Templates {
    static native TemplateInstance beside(PageFrame frame, BesideView view);
  }

  /**
   * Compares two submissions of the round.
   *
   * @param left the id of the submission on the left
   * @param only if not blank, only the fields that differ are shown
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(
      @PathParam("id") String id,
      @QueryParam("left") String left,
      @QueryParam("right") String right,
      @QueryParam("only") String only) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    PageFrame frame = frames.of(request);
    Language language = frame.language();
    Round round = rounds.find(person, PathParameters.id(id));
    RuleSet rules = rules(round);
    Submissions.WithBytes one = read(person, left, round);
    Submissions.WithBytes other = read(person, right, round);
    Messages messages = Messages.of(rules, language);
    BidsBeside fields =
        BidsBeside.of(
            read(one, messages).seenBy(person, messages),
            read(other, messages).seenBy(person, messages));
    boolean some = only != null && !only.isBlank();
    Submission first = one.submission();
    Submission second = other.submission();
    return Templates.beside(
        frame,
        new BesideView(
            StoredJson.name(round, language),
            "/rounds/" + round.id(),
            BesideView.Side.of(first, name(first, messages), language),
            BesideView.Side.of(second, name(second, messages), language),
            some ? fields.onlyDiffering() : fields,
            some,
            BesideView.address(first, second, !some),
            BesideView.address(second, first, some),
            conclusions(person, first, second, messages)));
  }

  private RuleSet rules(Round round) {
    return round.isPinned()
        ? library
            .find(round.ruleSet(), round.rules().version(), round.rules().digest())
            .orElseGet(BesidePage::notFound)
        : notFound();
  }

  private static RuleSet notFound() {
    throw new NotFoundException();
  }

  private Submissions.WithBytes read(Person person, String id, Round round) {
    UUID known = PathParameters.id(id == null ? "" : id);
    if (!submissions.find(person, known).round().equals(round.id())) {
      throw new NotFoundException();
    }
    return submissions.read(person, known);
  }

  private static ReadableBid read(Submissions.WithBytes found, Messages messages) {
    return ReadableBid.of(found.bytes(), found.submission().content().form(), messages);
  }

  private static String name(Submission submission, Messages messages) {
    return PageWords.in(messages.language())
        .text(
            "beside.of",
            Map.of(
                "applicant", messages.applicant(submission.applicant()),
                "version", submission.version()));
  }

  /** Returns the conclusions that differ; null if a stored answer cannot be read. */
  private EvaluationsBeside conclusions(
      Person person, Submission first, Submission second, Messages messages) {
    try {
      Evaluation before = evaluations.explained(person, first.result().evaluation());
      Evaluation after = evaluations.explained(person, second.result().evaluation());
      return EvaluationsBeside.of(before, after, messages, new RuleLinks(after, library)::of);
    } catch (BrokenRuleSet e) {
      return null;
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.CONFLICT) {
        throw refused;
      }
      return null;
    }
  }
}
