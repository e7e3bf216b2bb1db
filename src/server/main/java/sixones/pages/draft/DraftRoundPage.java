package sixones.pages.draft;

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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evaluation.Evaluation;
import sixones.evaluation.UnknownRuleSet;
import sixones.http.SignedIn;
import sixones.library.RuleLibrary;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.form.Checks;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.pages.frame.TimeLeft;
import sixones.pages.report.RuleLinks;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.NoRuleInForce;
import sixones.store.Cursor;
import sixones.store.Slice;

/** Names the round a draft is written for, and shows first what comes out otherwise by it. */
@Path("/applicant/drafts/{id}/round")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftRoundPage {
  private static final String NONE = "none";

  @Inject WorkingDrafts drafts;
  @Inject Rounds rounds;
  @Inject DraftBasis basis;
  @Inject Checks checks;
  @Inject RuleLibrary library;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance draftRound(PageFrame frame, DraftView draft, Choice choice);
  }

  /**
   * The choice of a round as the template renders it.
   *
   * @param present the value of the option the draft has now
   * @param asked the value of the option asked for; null if none was yet
   * @param difference what comes out otherwise by it; null if none was asked for, or either side
   *     cannot be evaluated
   */
  record Choice(List<Option> options, String present, String asked, EvaluationsBeside difference) {
    /** Returns whether the option asked for is another than the present one. */
    public boolean moves() {
      return asked != null && !asked.equals(present);
    }
  }

  /**
   * A round that can be named, or none.
   *
   * @param ruleSet the id of its rule set; null for none
   * @param when until when it accepts bids, in words; null for none
   * @param day the day its bids are evaluated for, in words; null for none
   */
  record Option(
      String value, String name, String ruleSet, String when, String day, boolean selected) {}

  /**
   * Shows the rounds, and what comes out otherwise by one of them.
   *
   * @param to the id of a round, or {@code none}
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance choose(@QueryParam("to") String to) {
    Person person = signedIn.person();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    Round now = basis.round(person, saved.draft());
    boolean asks = to != null && !to.isBlank();
    Round then = asks ? round(person, to) : null;
    Choice choice =
        new Choice(
            options(person, now, asks ? to : value(now)),
            value(now),
            asks ? to : null,
            asks ? difference(person, saved.text(), now, then).orElse(null) : null);
    DraftView view = DraftView.of(saved.draft(), language());
    return Templates.draftRound(frame(), view, choice);
  }

  private Round round(Person person, String to) {
    return to.equals(NONE) ? null : rounds.find(person, PathParameters.id(to));
  }

  private static String value(Round round) {
    return round == null ? NONE : round.id().toString();
  }

  /** Returns the rounds that will accept bids or do, and the one the draft names. */
  private List<Option> options(Person person, Round now, String selected) {
    Instant instant = clock.instant();
    List<Option> options = new ArrayList<>();
    options.add(
        new Option(
            NONE,
            frame().text("applicant.draft.round.none"),
            null,
            null,
            null,
            NONE.equals(selected)));
    for (Round round : rounds.list(person, Cursor.START, Slice.MOST).items()) {
      boolean isNow = now != null && now.id().equals(round.id());
      boolean coming =
          round.state().isPlanned()
              || round.acceptsAt(instant)
              || instant.isBefore(round.opensAt());
      if (isNow || coming) {
        options.add(
            new Option(
                value(round),
                StoredJson.name(round, language()),
                round.ruleSet(),
                TimeLeft.of(round, instant, language()).words(),
                Moments.format(round.evaluationDay(), language()),
                value(round).equals(selected)));
      }
    }
    return options;
  }

  private Optional<EvaluationsBeside> difference(
      Person person, WorkingDrafts.Text text, Round now, Round then) {
    Optional<Evaluation> was = evaluation(person, now, text);
    Optional<Evaluation> is = evaluation(person, then, text);
    if (was.isEmpty() || is.isEmpty()) {
      return Optional.empty();
    }
    Messages messages = Messages.of(is.get().ruleSet(), language());
    RuleLinks links = new RuleLinks(is.get(), library);
    return Optional.of(EvaluationsBeside.of(was.get(), is.get(), messages, links::of));
  }

  private Optional<Evaluation> evaluation(Person person, Round round, WorkingDrafts.Text text) {
    try {
      return Optional.of(checks.evaluate(person, round, text));
    } catch (UnreadableDraft | UnknownRuleSet | NoRuleInForce e) {
      return Optional.empty();
    }
  }

  /** Names the round. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response move() {
    Person person = signedIn.person();
    Round then = round(person, SentForm.fields().getOrDefault("to", NONE));
    WorkingDraft draft = drafts.setRound(person, id, then == null ? null : then.id());
    return DraftPage.to("/applicant/drafts/" + draft.id());
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
