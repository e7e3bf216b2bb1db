package sixones.pages.rounds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.overview.RoundEvaluations;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Erasure;
import sixones.round.Erasures;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundMoveKind;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.store.Slice;

/** Lists rounds for officers and auditors; lets officers call, change and move them. */
@Path("/rounds")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RoundPages {
  /** The button that switches the language without saving. */
  private static final String SHOW = "show";

  @Inject Rounds rounds;
  @Inject Erasures erasures;
  @Inject Procedures procedures;
  @Inject RoundEvaluations evaluations;
  @Inject RuleSetChoice ruleSets;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  /**
   * The field for why a round is moved.
   *
   * @param value what was typed
   * @param fault what is wrong with it, or null
   */
  public record Reason(String value, String fault) {}

  @CheckedTemplate(basePath = "pages/rounds")
  static class Templates {
    static native TemplateInstance rounds(
        PageFrame frame, List<RoundView> rounds, String next, boolean officer);

    static native TemplateInstance roundForm(PageFrame frame, RoundForm form);

    static native TemplateInstance roundMove(
        PageFrame frame,
        RoundView round,
        String revision,
        Problem trouble,
        Reason reason,
        MoveBrings brings);
  }

  /** Shows one page of rounds, newest first. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@QueryParam("cursor") String cursor) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    Slice<Round> page = rounds.list(person, PathParameters.cursor(cursor), Slice.USUAL);
    Map<UUID, Long> standing =
        evaluations.countCurrentBids(person, page.items().stream().map(Round::id).toList());
    Map<UUID, Erasure> erased = erasures.of(person, page.items().stream().map(Round::id).toList());
    List<RoundView> told =
        page.items().stream()
            .map(
                round ->
                    view(round, standing.getOrDefault(round.id(), 0L))
                        .erased(words(erased.get(round.id()))))
            .toList();
    String next = page.next() == null ? null : "/rounds?cursor=" + page.next().text();
    return Templates.rounds(frame(), told, next, person.is(Role.OFFICER));
  }

  /** Shows the form for a new round. */
  @GET
  @Path("new")
  @Operation(hidden = true)
  public TemplateInstance blank() {
    officer();
    return form(RoundForm.Stored.NOTHING, RoundForm.written(null), null);
  }

  /**
   * Creates a round in the state {@code draft}; with the field {@code show}, only renders the form
   * again.
   */
  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response call() {
    Person person = officer();
    Map<String, String> sent = SentForm.fields();
    if (sent.containsKey(SHOW)) {
      return Response.ok(form(RoundForm.Stored.NOTHING, sent, null)).build();
    }
    try {
      return redirectTo(rounds.create(person, RoundForm.json(sent)), "called");
    } catch (Refused refused) {
      return refused(refused, form(RoundForm.Stored.NOTHING, sent, refused));
    }
  }

  /** Shows the form to change a round. */
  @GET
  @Path("{id}/edit")
  @Operation(hidden = true)
  public TemplateInstance edit(@PathParam("id") String id) {
    RoundForm.Stored stored = procedures.stored(officer(), PathParameters.id(id), language());
    return form(stored, stored.written(), null);
  }

  /**
   * Changes a round unless it was changed since it was read; with the field {@code show}, only
   * renders the form again.
   */
  @POST
  @Path("{id}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response change(@PathParam("id") String id) {
    Person person = officer();
    UUID known = PathParameters.id(id);
    Map<String, String> sent = SentForm.fields();
    if (sent.containsKey(SHOW)) {
      return Response.ok(form(procedures.stored(person, known, language()), sent, null)).build();
    }
    try {
      return redirectTo(
          rounds.change(person, known, RoundForm.json(sent), SentForm.revision(sent)), "changed");
    } catch (Refused refused) {
      return refused(refused, form(procedures.stored(person, known, language()), sent, refused));
    }
  }

  /** Shows the confirmation page of a change of state, and what it fixes. */
  @GET
  @Path("{id}/move")
  @Operation(hidden = true)
  public TemplateInstance confirm(@PathParam("id") String id, @QueryParam("to") String to) {
    Person person = officer();
    return confirm(person, rounds.find(person, PathParameters.id(id)), to, null, "");
  }

  /** Moves a round to its next state. */
  @POST
  @Path("{id}/move")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response move(@PathParam("id") String id) {
    Person person = officer();
    UUID known = PathParameters.id(id);
    Map<String, String> sent = SentForm.fields();
    String to = RoundState.of(sent.getOrDefault("to", "")).orElseThrow(NotFoundException::new).id();
    String reason = sent.getOrDefault("reason", "");
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("state", to);
    if (!reason.isBlank()) {
      json.put("reason", reason);
    }
    try {
      return redirectTo(rounds.change(person, known, bytes(json), SentForm.revision(sent)), to);
    } catch (Refused refused) {
      return refused(refused, confirm(person, rounds.find(person, known), to, refused, reason));
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Person officer() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER);
    return person;
  }

  private TemplateInstance form(
      RoundForm.Stored stored, Map<String, String> values, Refused refused) {
    Round round = stored.round();
    List<Option> sets = new ArrayList<>(ruleSets.versions(language()));
    // The round may name a rule set or a version that this application no longer carries.
    Stream.of(values, RoundForm.written(round))
        .map(texts -> texts.getOrDefault(RoundForm.RULE_SET, ""))
        .distinct()
        .filter(name -> !name.isEmpty())
        .filter(name -> sets.stream().noneMatch(option -> option.value().equals(name)))
        .toList()
        .forEach(name -> sets.add(new Option(name, ruleSets.named(name, language()), false)));
    return Templates.roundForm(
        frame(),
        RoundForm.of(
            stored,
            round == null ? Set.of() : rounds.possible(round),
            values,
            refused,
            sets,
            language()));
  }

  /** Returns that a round was erased, in words; null unless it was. */
  private String words(Erasure erased) {
    return erased == null
        ? null
        : PageWords.in(language())
            .text(
                "round.erased",
                Map.of(
                    "at", Moments.second(erased.at()),
                    "submissions", erased.count("submission"),
                    "archive", erased.archive()));
  }

  private RoundView view(Round round, long standing) {
    return RoundView.of(round, standing, rounds.possible(round), language());
  }

  private TemplateInstance confirm(
      Person person, Round round, String to, Refused refused, String reason) {
    if (RoundMoveKind.next(round.state()).isEmpty() && refused == null) {
      throw new NotFoundException();
    }
    Map<UUID, Long> standing = evaluations.countCurrentBids(person, List.of(round.id()));
    RoundView view = view(round, standing.getOrDefault(round.id(), 0L));
    boolean announces = RoundState.ANNOUNCED.id().equals(to) && view.progress().announceable();
    RoundView shown = announces ? view.announced() : view;
    return Templates.roundMove(
        frame(),
        shown,
        String.valueOf(round.revision()),
        refused == null ? null : RoundForm.trouble(refused, language()),
        new Reason(reason, RoundForm.fault(refused, "/reason", reason, language())),
        procedures.brings(person, round, shown, language()));
  }

  private static Response redirectTo(Round round, String done) {
    return Response.seeOther(URI.create(PageAddresses.round(round.id()) + "?done=" + done)).build();
  }

  private Response refused(Refused refused, TemplateInstance page) {
    int status = RefusedProblem.of(refused, language()).status();
    return Response.status(status).entity(page).type(MediaType.TEXT_HTML_TYPE).build();
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
