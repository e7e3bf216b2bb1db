package sixones.http.filter;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import sixones.bid.UnreadableDraft;
import sixones.evidence.DamagedFile;
import sixones.http.Addresses;
import sixones.http.DoorLog;
import sixones.http.EarlyResponses;
import sixones.http.Limits;
import sixones.http.Operations;
import sixones.http.SignedIn;
import sixones.http.signin.OnlyWithToken;
import sixones.http.signin.PasswordProvider;
import sixones.http.signin.SignInMechanism;
import sixones.http.signin.SignInMode;
import sixones.letter.LetterWords;
import sixones.letter.UnfitLetter;
import sixones.people.Duty;
import sixones.people.NotAllowed;
import sixones.people.Role;
import sixones.people.Visits;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Erasures;
import sixones.round.Refused;
import sixones.rule.BrokenRuleSet;
import sixones.store.AccessEnded;
import sixones.store.DatabaseUnavailable;

/** Maps domain exceptions to HTTP responses. */
class ExceptionMappers {
  private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

  /** The page that asks for the second factor. */
  static final String CODE_PAGE = "/sign-in/code";

  /** The Retry-After value in seconds. */
  static final int SOON = 5;

  /** One before the priority of the problem library's mappers. */
  private static final int BEFORE_THE_LIBRARY = Priorities.USER - 2;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** Addresses at which a request with the same key is done once only. */
  private static final Pattern KEYED =
      Pattern.compile(
          "/api/(.*/files|rounds/[^/]+/(submissions|declaration)|(cases|authorities|determinations|notices"
              + "|widenings|extensions|closings|decisions|reopenings|recusals)(/.*)?)");

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  @Inject Erasures erasures;
  @Inject SignInMechanism mechanism;
  @Inject SignInMode mode;
  @Inject SignedIn signedIn;
  @Inject Visits visits;

  @ServerExceptionMapper
  Uni<Response> of(SignedIn.NotSignedIn none, RoutingContext request) {
    if (Addresses.isApi(request)) {
      Problem problem =
          Problem.of("not-signed-in", 401, EarlyResponses.language(request), Map.of());
      return Uni.createFrom()
          .item(
              EarlyResponses.response(problem)
                  .header(HttpHeaders.WWW_AUTHENTICATE, mode.challenge())
                  .build());
    }
    if (request.request().getHeader("HX-Request") != null) {
      // A fragment cannot redirect the page; the page itself shows that the session has ended.
      return Uni.createFrom().item(Response.status(401).build());
    }
    if (request.request().method() != HttpMethod.GET && !mode.isByProvider()) {
      // The body of a form cannot be sent again after sign-in, so no address is remembered.
      return Uni.createFrom().item(Response.seeOther(URI.create(SignInMechanism.PAGE)).build());
    }
    return mechanism.getChallenge(request).map(ExceptionMappers::challenge);
  }

  @ServerExceptionMapper
  Uni<Response> of(AccessEnded ended, RoutingContext request) {
    return of(new SignedIn.NotSignedIn(), request);
  }

  /** Replaces the problem library's mappers, which access a field that Quarkus has removed. */
  @ServerExceptionMapper(
      value = {AuthenticationFailedException.class, UnauthorizedException.class},
      priority = BEFORE_THE_LIBRARY)
  Uni<Response> ofCredentials(RoutingContext request) {
    return mechanism.getChallenge(request).map(ExceptionMappers::challenge);
  }

  private static Response challenge(ChallengeData challenge) {
    Response.ResponseBuilder answer = Response.status(challenge.status);
    challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
    return answer.build();
  }

  @ServerExceptionMapper
  Response of(SignedIn.BeyondItsToken refused, RoutingContext request) {
    return EarlyResponses.response(
            Problem.of("token-for-reading", 403, EarlyResponses.language(request), Map.of()))
        .build();
  }

  @ServerExceptionMapper
  Response of(SignedIn.DutyFirst refused, RoutingContext request) {
    if (Addresses.isApi(request)) {
      String kind =
          refused.duty() == Duty.TOKEN ? "password-off-for-programs" : "password-to-change";
      DoorLog.refused(request, 403, kind);
      return EarlyResponses.response(
              Problem.of(kind, 403, EarlyResponses.language(request), Map.of()))
          .build();
    }
    return led(refused.duty(), request);
  }

  /**
   * Redirects to the page where a duty is done; 401 for a fragment, which cannot redirect the page.
   */
  static Response led(Duty duty, RoutingContext request) {
    return request.request().getHeader("HX-Request") == null
        ? Response.seeOther(URI.create(page(duty))).build()
        : Response.status(401).build();
  }

  private static String page(Duty duty) {
    return switch (duty) {
      case CODE -> CODE_PAGE;
      case FACTOR -> "/account/second-factor";
      default -> "/account/password";
    };
  }

  @ServerExceptionMapper
  Response of(SignedIn.NoPlaceHere none, RoutingContext request) {
    DoorLog.refused(request, 403, none.kind());
    return EarlyResponses.response(
            Problem.of(none.kind(), 403, EarlyResponses.language(request), Map.of()))
        .build();
  }

  /** Records the denied operation in the audit trail; without the entry, no response is sent. */
  @ServerExceptionMapper
  Uni<Response> of(NotAllowed refused, RoutingContext request, ResourceInfo asked) {
    try {
      visits.refused(signedIn.person(), Operations.of(request.request().method(), asked));
    } catch (AccessEnded ended) {
      return of(ended, request);
    } catch (DatabaseUnavailable fault) {
      return Uni.createFrom().item(of(fault, request));
    }
    Language language = EarlyResponses.language(request);
    List<String> allowed = refused.allowed().stream().map(role -> words(role, language)).toList();
    Map<String, Object> values =
        Map.of("role", words(refused.role(), language), "allowed", allowed);
    return Uni.createFrom()
        .item(EarlyResponses.response(Problem.of("not-allowed", 403, language, values)).build());
  }

  private static String words(Role role, Language language) {
    return Messages.text(language, "role." + role.id(), Map.of());
  }

  @ServerExceptionMapper
  Response of(DatabaseUnavailable fault, RoutingContext request) {
    return EarlyResponses.response(problem(fault, request))
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .build();
  }

  private static Problem problem(DatabaseUnavailable fault, RoutingContext request) {
    // A request that only reads, or is not authenticated yet, has changed nothing.
    boolean begun = request.user() != null && !READING.contains(request.request().method());
    String done = !fault.perhapsDone() || !begun ? "no" : hasKey(request) ? "perhaps" : "unknown";
    Map<String, Object> values = Map.of("done", done);
    return Problem.of("database-unavailable", 503, EarlyResponses.language(request), values);
  }

  /** Returns whether the request has an idempotency key, so that it can be repeated safely. */
  private static boolean hasKey(RoutingContext request) {
    return request.request().headers().contains("Idempotency-Key")
        && KEYED.matcher(request.normalizedPath()).matches();
  }

  @ServerExceptionMapper
  Response of(PasswordProvider.TooManyWrong refused, RoutingContext request) {
    long seconds = Limits.seconds(refused.before());
    DoorLog.refused(request, 429, "too-many-requests");
    return EarlyResponses.response(Limits.problem(seconds, EarlyResponses.language(request)))
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  @ServerExceptionMapper
  Response of(OnlyWithToken.Expired late, RoutingContext request) {
    DoorLog.refused(request, 400, "form-expired");
    return EarlyResponses.response(
            Problem.of("form-expired", 400, EarlyResponses.language(request), Map.of()))
        .build();
  }

  @ServerExceptionMapper
  Response of(Refused refused, RoutingContext request) {
    Refused told = refused.why() == Refused.Why.NO_SUCH ? erased(request).orElse(refused) : refused;
    return EarlyResponses.response(RefusedProblem.of(told, EarlyResponses.language(request)))
        .build();
  }

  /** Returns the refusal of what was erased, if the address names such a thing. */
  private Optional<Refused> erased(RoutingContext request) {
    Set<UUID> ids =
        ID.matcher(request.normalizedPath())
            .results()
            .map(found -> UUID.fromString(found.group()))
            .collect(Collectors.toSet());
    if (ids.isEmpty() || request.user() == null) {
      return Optional.empty();
    }
    try {
      return erasures.gone(signedIn.person(), ids);
    } catch (AccessEnded | DatabaseUnavailable e) {
      return Optional.empty();
    }
  }

  /** A letter that cannot be printed as it is was not issued, and the act was not done. */
  @ServerExceptionMapper
  Response of(UnfitLetter letter, RoutingContext request) {
    Language language = EarlyResponses.language(request);
    List<Problem.Error> errors =
        letter.faults().stream()
            .map(
                fault ->
                    new Problem.Error(
                        fault.pointer(),
                        fault.kind(),
                        Column.harmless(LetterWords.fault(fault, language))))
            .toList();
    Problem problem =
        Problem.of("unfit-letter", 422, language, Map.of("count", errors.size()), errors);
    return EarlyResponses.response(problem).build();
  }

  /** Whoever asked is told the place; an administrator finds it in the log. */
  @ServerExceptionMapper
  Response of(DamagedFile damaged, RoutingContext request) {
    Map<String, Object> values =
        Map.of("place", damaged.place(), "missing", String.valueOf(damaged.isMissing()));
    return EarlyResponses.response(
            Problem.of("file-damaged", 500, EarlyResponses.language(request), values))
        .build();
  }

  /** The body ended early, or the clock jumped while it was awaited. */
  @ServerExceptionMapper
  Response of(IOException unread, RoutingContext request) {
    return EarlyResponses.response(
            Problem.of("not-read", 503, EarlyResponses.language(request), Map.of()))
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .build();
  }

  @ServerExceptionMapper
  Response of(BrokenRuleSet rules, RoutingContext request) {
    LOG.error(rules.getMessage());
    return EarlyResponses.response(
            Problem.of("rules-broken", 409, EarlyResponses.language(request), Map.of()))
        .build();
  }

  @ServerExceptionMapper
  Response of(UnreadableDraft draft, RoutingContext request) {
    return EarlyResponses.response(Problem.of(draft, EarlyResponses.language(request))).build();
  }
}
