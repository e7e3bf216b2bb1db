package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.http.EarlyResponses;
import sixones.http.JsonBody;
import sixones.http.Problems;
import sixones.http.SignedIn;
import sixones.http.signin.SignInMode;
import sixones.people.Account;
import sixones.people.Change;
import sixones.people.NameTaken;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.UnfitPerson;
import sixones.people.account.NewPerson;
import sixones.people.account.People;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;

/** The accounts of the embedded user table, for administrators, and everybody's own entry. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Who may do what. Only administrators manage people.")
@APIResponse(
    responseCode = "401",
    description = "Nobody is signed in.",
    content = @Content(mediaType = "application/problem+json"))
@APIResponse(
    responseCode = "403",
    description = "This is not for your role.",
    content = @Content(mediaType = "application/problem+json"))
@APIResponse(
    responseCode = "503",
    description = "The database does not answer. Try again in a few seconds.",
    content = @Content(mediaType = "application/problem+json"))
public class PeopleResource {
  private static final String DEYANG =
      """
      {"name":"li.wei","role":"applicant","applicant":"510600","disabled":false,\
      "secondFactor":false,"createdAt":"2022-06-14T02:30:00Z","fullName":"李伟",\
      "office":"德阳市经济和信息化局","telephone":"0838-0000000"}\
      """;
  private static final String DEYANG_ADDED =
      """
      {"name":"li.wei","role":"applicant","applicant":"510600","disabled":false,\
      "secondFactor":false,"createdAt":"2022-06-14T02:30:00Z","fullName":null,"office":null,\
      "telephone":null,"password":"hm4v-8qtc-e2zn-wd6x-pk3y"}\
      """;

  @Inject People people;
  @Inject SignedIn signedIn;
  @Inject SignInMode mode;
  @Context RoutingContext asked;

  /** Returns the person who sent the request. */
  @GET
  @Path("me")
  @Operation(operationId = "me", summary = "Read who you are")
  @APIResponse(
      responseCode = "200",
      description = "Name, role and applicant.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "applicant",
                      value =
                          "{\"name\":\"li.wei\",\"role\":\"applicant\",\"applicant\":\"510600\"}")))
  public JsonNode me() {
    return toJson(signedIn.person());
  }

  /** Lists all accounts by name. */
  @GET
  @Path("people")
  @Operation(operationId = "people", summary = "List the people")
  @APIResponse(
      responseCode = "200",
      description = "Everybody, by name.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "people", value = "{\"people\":[" + DEYANG + "]}")))
  public JsonNode list() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode all = body.putArray("people");
    people.list(admin()).forEach(account -> all.add(toJson(account)));
    return body;
  }

  /** Creates an account. */
  @POST
  @Path("people")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addPerson",
      summary = "Add a person",
      description =
          "Without a password one is made and answered this once. A password has at least 12"
              + " characters and at most 72 bytes.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = {
                @ExampleObject(
                    name = "applicant",
                    value =
                        "{\"name\":\"li.wei\",\"role\":\"applicant\",\"applicant\":\"510600\"}"),
                @ExampleObject(
                    name = "officer",
                    value =
                        "{\"name\":\"officer2\",\"role\":\"officer\","
                            + "\"password\":\"three quiet tigers\"}")
              }))
  @APIResponse(
      responseCode = "201",
      description = "The person, and the password if one was made.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "applicant", value = DEYANG_ADDED)))
  @APIResponse(
      responseCode = "409",
      description = "There is already a person of that name.",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description =
          "Name, role, applicant or password is not valid. Lists every error by its pointer.",
      content = @Content(mediaType = "application/problem+json"))
  public Response add(byte[] body) {
    Person admin = admin();
    JsonBody asked =
        JsonBody.read(
            body,
            language(),
            "name",
            "role",
            "applicant",
            "password",
            "fullName",
            "office",
            "telephone");
    String given = asked.text("password");
    String password = given == null ? people.makePassword() : given;
    String name = asked.text("name");
    String role = asked.text("role");
    String applicant = asked.text("applicant");
    Particulars particulars = particulars(asked);
    asked.check();
    try {
      Account account =
          people.add(
              admin,
              new NewPerson(
                  name == null ? "" : name, role == null ? "" : role, applicant, particulars),
              password);
      ObjectNode told = toJson(account);
      if (given == null) {
        told.put("password", password);
      }
      return Response.created(URI.create("/api/people/" + name))
          .entity(told)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (UnfitPerson e) {
      throw unfit(e);
    } catch (NameTaken e) {
      throw Problems.thrown(Problem.of("name-taken", 409, language(), Map.of("name", name)));
    }
  }

  /** Changes an account. */
  @PATCH
  @Path("people/{name}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "changePerson",
      summary =
          "Give a person a new password or another role, take away their second factor, disable"
              + " their account, or enable it again",
      description =
          "What is left out stays; full name, office and telephone are written together. It takes"
              + " effect at once: a new password, another role, a second"
              + " factor taken away and disabling end the person's sessions and tokens. Only its"
              + " person sets up a second factor.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = {
                @ExampleObject(name = "disable", value = "{\"disabled\":true}"),
                @ExampleObject(
                    name = "another role",
                    value = "{\"role\":\"applicant\",\"applicant\":\"510600\"}"),
                @ExampleObject(name = "second factor lost", value = "{\"secondFactor\":false}"),
                @ExampleObject(
                    name = "new password",
                    value = "{\"password\":\"three quiet tigers\"}"),
                @ExampleObject(
                    name = "how to reach them",
                    value =
                        "{\"fullName\":\"李伟\",\"office\":\"德阳市经济和信息化局\","
                            + "\"telephone\":\"0838-0000000\"}")
              }))
  @APIResponse(
      responseCode = "200",
      description = "The person.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "applicant", value = DEYANG)))
  @APIResponse(
      responseCode = "404",
      description = "There is nobody of that name.",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "The change is not valid. Lists every error by its pointer.",
      content = @Content(mediaType = "application/problem+json"))
  public JsonNode change(
      @Parameter(example = "li.wei") @PathParam("name") String name, byte[] body) {
    Person admin = admin();
    JsonBody asked =
        JsonBody.read(
            body,
            language(),
            "disabled",
            "password",
            "role",
            "applicant",
            "secondFactor",
            "fullName",
            "office",
            "telephone");
    Particulars particulars = particulars(asked);
    Change change =
        new Change(
            asked.yesOrNo("disabled"),
            asked.text("password"),
            asked.text("role"),
            asked.text("applicant"),
            asked.yesOrNo("secondFactor"),
            asked.states("fullName", "office", "telephone") ? particulars : null);
    asked.check();
    try {
      return people
          .change(admin, name, change)
          .map(PeopleResource::toJson)
          .orElseThrow(
              () -> Problems.thrown(Problem.of("no-such-person", 404, language(), Map.of())));
    } catch (UnfitPerson e) {
      throw unfit(e);
    }
  }

  /**
   * Returns the administrator who sent the request; refuses with 409 if an identity provider
   * manages the people.
   */
  private Person admin() {
    Person person = signedIn.person();
    person.mustBe(Role.ADMIN);
    if (mode.isByProvider()) {
      throw Problems.thrown(Problem.of("people-elsewhere", 409, language(), Map.of()));
    }
    return person;
  }

  private RuntimeException unfit(UnfitPerson unfit) {
    Language language = language();
    List<Problem.Error> errors =
        unfit.defects().stream()
            .map(
                d ->
                    new Problem.Error(
                        d.pointer(),
                        d.kind(),
                        Messages.text(language, "unfit." + d.kind(), Map.of())))
            .toList();
    return JsonBody.problem(errors, language);
  }

  private static ObjectNode toJson(Person person) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", person.name())
        .put("role", person.role().id())
        .put("applicant", person.applicant());
  }

  private static Particulars particulars(JsonBody asked) {
    return Particulars.written(
        asked.text("fullName"), asked.text("office"), asked.text("telephone"));
  }

  private static ObjectNode toJson(Account account) {
    return toJson(account.person())
        .put("disabled", account.disabled())
        .put("secondFactor", account.secondFactor())
        .put("createdAt", account.createdAt().toString())
        .put("fullName", account.particulars().fullName())
        .put("office", account.particulars().office())
        .put("telephone", account.particulars().telephone());
  }

  private Language language() {
    return EarlyResponses.language(asked);
  }
}
