package sixones.pages.authorities;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.casework.ActRequest;
import sixones.casework.CaseRecords;
import sixones.casework.OfficePowers;
import sixones.evaluation.Evaluations;
import sixones.http.SignedIn;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Power;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;

/** Who may act in cases; lets one person give an authority, another answer, and either end it. */
@Path("/authorities")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AuthoritiesPage {
  /** As many rounds as the form offers, the newest. */
  private static final int ROUNDS = 100;

  @Inject OfficePowers powers;
  @Inject CaseRecords records;
  @Inject Rounds rounds;
  @Inject Evaluations evaluations;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/authorities")
  static class Templates {
    static native TemplateInstance authorities(PageFrame frame, AuthoritiesView authorities);
  }

  /** Shows the authorities. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR, Role.ADMIN);
    return page(person, Map.of(), null);
  }

  /** Gives, answers or ends one; if that is refused, shows the form again with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response act() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.ADMIN);
    Map<String, String> sent = SentForm.fields();
    try {
      powers.act(person, asked(person, sent));
      return Response.seeOther(URI.create("/authorities")).build();
    } catch (Refused refused) {
      Problem problem = RefusedProblem.of(refused, frame().language());
      return Response.status(problem.status())
          .entity(page(person, sent, problem))
          .type(MediaType.TEXT_HTML_TYPE)
          .build();
    }
  }

  private ActRequest asked(Person person, Map<String, String> sent) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ActKind kind =
        switch (AuthoritiesMaker.act(sent)) {
          case "give" -> give(body, sent);
          case "delegate" -> {
            body.put("onBehalfOf", records.numberOf(person));
            yield give(body, sent);
          }
          case "answer" -> {
            put(body, "of", sent.get("of"));
            put(body, "answer", sent.get("answer"));
            reasons(body, sent);
            yield ActKind.CONFIRM;
          }
          case "end" -> {
            put(body, "of", sent.get("of"));
            reasons(body, sent);
            yield ActKind.END_AUTHORITY;
          }
          default -> throw new BadRequestException();
        };
    byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
    return new ActRequest(kind, json, null, AuthoritiesMaker.key(sent), null);
  }

  private ActKind give(ObjectNode body, Map<String, String> sent) {
    String number = sent.getOrDefault("person", "");
    if (number.matches("[0-9]{1,18}")) {
      body.put("person", Long.parseLong(number));
    }
    Stream.of(Power.values())
        .map(Power::id)
        .filter(power -> sent.containsKey("acts-" + power))
        .forEach(body.withArray("acts")::add);
    put(body, "round", sent.get("round"));
    put(body, "from", Moments.day(sent.getOrDefault("from", "")));
    put(body, "until", AuthoritiesMaker.until(sent.getOrDefault("last", "")));
    put(body, "document", sent.get("document"));
    return ActKind.GIVE_AUTHORITY;
  }

  private void reasons(ObjectNode body, Map<String, String> sent) {
    String reasons = sent.getOrDefault("reasons", "").strip();
    if (!reasons.isEmpty()) {
      body.putObject("reasons").put(frame().language() == Language.EN ? "en" : "zh", reasons);
    }
  }

  private static void put(ObjectNode body, String member, String text) {
    if (text != null && !text.isBlank()) {
      body.put(member, text.strip());
    }
  }

  private TemplateInstance page(Person person, Map<String, String> sent, Problem problem) {
    Language language = frame().language();
    Map<UUID, String> names = new LinkedHashMap<>();
    for (Round round : rounds.list(person, Cursor.START, ROUNDS).items()) {
      names.put(round.id(), StoredJson.name(round, language));
    }
    AuthoritiesMaker maker =
        new AuthoritiesMaker(
            powers.list(person),
            person.role(),
            records.numberOf(person),
            evaluations.today(),
            names,
            sent,
            problem,
            language);
    return Templates.authorities(frame(), maker.view());
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
