package sixones.pages.mycase;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.casework.ActRequest;
import sixones.casework.ApplicantCase;
import sixones.casework.Cases;
import sixones.casework.OwnCases;
import sixones.http.SignedIn;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.report.Column;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.text.Text;

/** Where an applicant gives its bid up, and asks that an officer keep away from its case. */
@Path("/applicant/cases/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AskingPages {
  private static final List<String> GROUNDS = List.of("own-interest", "kin", "other");

  @Inject OwnCases cases;
  @Inject Cases acts;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  /**
   * What is asked for, as the templates render it.
   *
   * @param sent what was written, by field
   * @param grounds the grounds of a recusal
   * @param faults what is wrong with it, each with its field
   * @param sure whether it is asked once more
   * @param key the idempotency key
   */
  public record AskingView(
      UUID bidCase,
      String roundName,
      Map<String, String> sent,
      List<Option> grounds,
      ErrorSummary trouble,
      List<ErrorSummary.Link> faults,
      boolean sure,
      String key,
      long revision) {
    public String home() {
      return "/applicant/cases/" + bidCase;
    }

    /** Returns what was written into a field. */
    public String sent(String field) {
      return sent.getOrDefault(field, "");
    }

    /** Returns whether a field is at fault. */
    public boolean isAtFault(String field) {
      return faults.stream().anyMatch(fault -> fault.address().equals("#" + field));
    }
  }

  @CheckedTemplate(basePath = "pages/mycase")
  static class Templates {
    static native TemplateInstance giveUp(PageFrame frame, AskingView asking);

    static native TemplateInstance recusal(PageFrame frame, AskingView asking);
  }

  /** Shows what giving up means. */
  @GET
  @Path("give-up")
  @Operation(hidden = true)
  public Response askGiveUp() {
    ApplicantCase own = cases.find(signedIn.person(), id);
    return giveUp(200, own, Map.of(), null, List.of(), false);
  }

  private Response giveUp(
      int status,
      ApplicantCase own,
      Map<String, String> sent,
      ErrorSummary trouble,
      List<ErrorSummary.Link> faults,
      boolean sure) {
    ErrorSummary why = own.state().isEnd() ? ended() : trouble;
    int code = own.state().isEnd() ? 409 : status;
    AskingView view = view(own, sent, List.of(), why, faults, sure);
    return MyCases.page(code, Templates.giveUp(frame(), view));
  }

  private AskingView view(
      ApplicantCase own,
      Map<String, String> sent,
      List<Option> grounds,
      ErrorSummary trouble,
      List<ErrorSummary.Link> faults,
      boolean sure) {
    return new AskingView(
        id,
        Column.harmless(StoredJson.name(own.round(), frame().language())),
        sent,
        grounds,
        trouble,
        faults,
        sure,
        UUID.randomUUID().toString(),
        own.revision());
  }

  private ErrorSummary ended() {
    return new ErrorSummary(
        frame().text("mycase.ended"), frame().text("mycase.ended.how"), List.of());
  }

  /** Asks once more, and then gives the bid up. */
  @POST
  @Path("give-up")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response giveUp() {
    Person person = signedIn.person();
    ApplicantCase own = cases.find(person, id);
    Map<String, String> sent = SentForm.fields();
    String reasons = written(sent, "reasons");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (!reasons.isEmpty()) {
      body.set("reasons", reasons(reasons));
    }
    if (!isRight(ActKind.GIVE_UP, body, own)) {
      return giveUp(422, own, sent, null, List.of(fault("reasons", "mycase.reasons.wrong")), false);
    }
    if (!sent.containsKey("sure")) {
      return giveUp(200, own, sent, null, List.of(), true);
    }
    try {
      acts.act(person, id, asked(ActKind.GIVE_UP, body, sent));
      return MyCases.to("/applicant/cases/" + id + "?done=give-up");
    } catch (Refused refused) {
      ErrorSummary trouble = trouble(refused);
      return giveUp(409, cases.find(person, id), sent, trouble, List.of(), false);
    }
  }

  /** Shows how to ask that an officer keep away. */
  @GET
  @Path("recusal")
  @Operation(hidden = true)
  public Response askRecusal() {
    ApplicantCase own = cases.find(signedIn.person(), id);
    return recusal(200, own, Map.of(), null, List.of());
  }

  private Response recusal(
      int status,
      ApplicantCase own,
      Map<String, String> sent,
      ErrorSummary trouble,
      List<ErrorSummary.Link> faults) {
    ErrorSummary why = own.state().isEnd() ? ended() : trouble;
    List<Option> grounds =
        GROUNDS.stream()
            .map(
                ground ->
                    new Option(
                        ground,
                        frame().text("mycase.ground." + ground),
                        ground.equals(sent.get("ground"))))
            .toList();
    int code = own.state().isEnd() ? 409 : status;
    return MyCases.page(
        code, Templates.recusal(frame(), view(own, sent, grounds, why, faults, false)));
  }

  /** Puts the request on record; another officer decides it. */
  @POST
  @Path("recusal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response recusal() {
    Person person = signedIn.person();
    ApplicantCase own = cases.find(person, id);
    Map<String, String> sent = SentForm.fields();
    String name = written(sent, "officer");
    Optional<Long> officer = name.isEmpty() ? Optional.empty() : cases.officerNamed(person, name);
    String ground = written(sent, "ground");
    String reasons = written(sent, "reasons");
    List<ErrorSummary.Link> faults = new ArrayList<>();
    if (officer.isEmpty()) {
      faults.add(
          fault("officer", name.isEmpty() ? "mycase.officer.missing" : "mycase.officer.unknown"));
    }
    if (!GROUNDS.contains(ground)) {
      faults.add(fault("ground", "mycase.ground.missing"));
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("person", officer.orElse(1L))
        .put("ground", GROUNDS.contains(ground) ? ground : "other");
    body.set("reasons", reasons(reasons));
    if (!isRight(ActKind.RECUSE, body, own)) {
      faults.add(fault("reasons", "mycase.reasons.wrong"));
    }
    if (!faults.isEmpty()) {
      return recusal(422, own, sent, null, faults);
    }
    try {
      acts.act(person, id, asked(ActKind.RECUSE, body, sent));
      return MyCases.to("/applicant/cases/" + id + "?done=recusal");
    } catch (Refused refused) {
      return recusal(409, cases.find(person, id), sent, notAsked(refused), List.of());
    }
  }

  private ErrorSummary notAsked(Refused refused) {
    return switch (refused.kind()) {
      case "act-is-recused" ->
          new ErrorSummary(
              frame().text("mycase.is-recused"), frame().text("mycase.is-recused.how"), List.of());
      case "act-is-asked" ->
          new ErrorSummary(
              frame().text("mycase.is-asked"), frame().text("mycase.is-asked.how"), List.of());
      default -> trouble(refused);
    };
  }

  /** Another act in between is no obstacle to either: neither depends on what it said. */
  private static ActRequest asked(ActKind kind, ObjectNode body, Map<String, String> sent) {
    return new ActRequest(kind, bytes(body), null, sent.get("key"), null);
  }

  private ErrorSummary trouble(Refused refused) {
    if (refused.why() == Refused.Why.NO_SUCH) {
      throw refused;
    }
    return CaseRefusals.movedOn(frame());
  }

  private ErrorSummary.Link fault(String field, String key) {
    return new ErrorSummary.Link("#" + field, frame().text(key));
  }

  private static String written(Map<String, String> sent, String field) {
    return sent.getOrDefault(field, "").replace("\r\n", "\n").strip();
  }

  private static ObjectNode reasons(String text) {
    return JsonNodeFactory.instance.objectNode().put(Text.isHan(text) ? "zh" : "en", text);
  }

  /** Returns whether an act says all it has to; of what is written here, reasons alone can fail. */
  private static boolean isRight(ActKind kind, ObjectNode body, ApplicantCase own) {
    try {
      ActReader.asked(kind, bytes(body), own.at());
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static byte[] bytes(ObjectNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
