package sixones.pages.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.http.signin.SignInMode;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.people.UnfitPerson;
import sixones.people.token.Scope;
import sixones.people.token.Token;
import sixones.people.token.Tokens;

/** The page on which a person creates and ends API tokens. A token's secret is shown once. */
@Path("/account/tokens")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class TokensPage {
  private static final String SCOPE = "account.token.scope.";

  @Inject Tokens tokens;
  @Inject SignInMode mode;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The page as its template renders it.
   *
   * @param secret the secret of a new token, shown only in this response; null if there is none
   * @param of the name of that new token
   * @param trouble why no token was created, or null
   * @param name the submitted name of a token that was not created
   */
  record TokensView(List<Row> rows, String secret, String of, ErrorSummary trouble, String name) {}

  /**
   * One token.
   *
   * @param used when it was last used; null if never
   */
  record Row(UUID id, String name, String scope, String made, String ends, String used) {}

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance tokens(PageFrame frame, TokensView tokens);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    return page(person(), null, null, null, "");
  }

  private TemplateInstance page(
      Person person, String secret, String of, ErrorSummary trouble, String name) {
    PageFrame frame = frames.of(request);
    List<Row> rows = tokens.of(person).stream().map(token -> row(token, frame)).toList();
    return Templates.tokens(frame, new TokensView(rows, secret, of, trouble, name));
  }

  private static Row row(Token token, PageFrame frame) {
    return new Row(
        token.id(),
        token.name(),
        frame.text(SCOPE + token.scope().id()),
        Moments.exact(token.madeAt(), frame.language()),
        Moments.exact(token.endsAt(), frame.language()),
        token.usedAt() == null ? null : Moments.exact(token.usedAt(), frame.language()));
  }

  /** Creates or ends a token, depending on the field {@code act}; asks before it ends one. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response change() {
    Person person = person();
    Map<String, String> sent = SentForm.fields();
    return switch (sent.getOrDefault("act", "")) {
      case "make" -> make(person, sent);
      case "end" -> end(person, sent.getOrDefault("id", ""), sent.containsKey(AccountPage.CONFIRM));
      default -> throw new BadRequestException();
    };
  }

  private Response make(Person person, Map<String, String> sent) {
    String name = sent.getOrDefault("token", "").strip();
    String scope = sent.getOrDefault("scope", Scope.READING.id());
    try {
      Token.Made made = tokens.make(person, name, scope, sent.getOrDefault("days", "").strip());
      return answer(200, page(person, made.secret(), name, null, ""));
    } catch (UnfitPerson unfit) {
      return answer(422, page(person, null, null, trouble(unfit), name));
    }
  }

  private Response end(Person person, String id, boolean confirmed) {
    try {
      UUID known = UUID.fromString(id);
      if (!confirmed) {
        String name =
            tokens.of(person).stream()
                .filter(token -> token.id().equals(known))
                .findFirst()
                .map(Token::name)
                .orElseThrow(NotFoundException::new);
        String page = "/account/tokens";
        return AccountPage.ask(frames.of(request), new Ending(page, page, "end", known, name));
      }
      if (!tokens.end(person, known)) {
        throw new NotFoundException();
      }
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    return Response.seeOther(URI.create("/account/tokens")).build();
  }

  private ErrorSummary trouble(UnfitPerson unfit) {
    return ErrorSummary.of(unfit, "account.token.not", frames.of(request));
  }

  private static Response answer(int status, TemplateInstance page) {
    return Response.status(status).type("text/html;charset=UTF-8").entity(page.render()).build();
  }

  private Person person() {
    Person person = signedIn.person();
    if (mode.isByProvider()) {
      throw new NotFoundException();
    }
    return person;
  }
}
