package sixones.http.filter;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import sixones.http.EarlyResponses;
import sixones.http.Limits;
import sixones.http.SecurityHeaders;
import sixones.http.WritableCookies;
import sixones.report.Language;
import sixones.report.Problem;

/**
 * What every request passes, whatever it asks for: headers on its answer, a time it has to be
 * answered in, a form and a size its body may have; and, once it is known who asks, how often they
 * may, and, once the body is there, whether they still are who they were.
 */
@ApplicationScoped
public class RequestFilters {
  private static final int BEFORE_ALL = 10_000;

  /** Sign-in is at 200. */
  private static final int AFTER_SIGN_IN = 120;

  private static final int BEFORE_THE_RESOURCE = 110;
  private static final int AFTER_THE_BODY = 105;

  /** Below what the HTTP library takes, whose own refusals say nothing. */
  private static final int LONGEST_ADDRESS = 4096;

  private static final int LARGEST_HEADERS = 20 * 1024;

  @Inject TimeLimit timeLimit;
  @Inject Limits limits;
  @Inject AccessRecheck accessRecheck;

  void watch(@Observes Filters filters) {
    filters.register(this::receive, BEFORE_ALL);
    if (limits.areAny()) {
      filters.register(limits::count, AFTER_SIGN_IN);
    }
    filters.register(RequestBodies::readAhead, BEFORE_THE_RESOURCE);
    filters.register(accessRecheck::filter, AFTER_THE_BODY);
  }

  void watch(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(RequestBodies::refuseTooLarge);
  }

  private void receive(RoutingContext request) {
    SecurityHeaders.promise(request);
    WritableCookies.promise(request);
    timeLimit.start(request);
    Optional<Problem> fault = faultOfHead(request);
    if (fault.isPresent()) {
      EarlyResponses.end(request, fault.get());
      return;
    }
    RequestBodies.pass(request);
  }

  /** What is wrong with a request before anything of its body was looked at. */
  private static Optional<Problem> faultOfHead(RoutingContext request) {
    Language language = EarlyResponses.language(request);
    if (request.request().method() == HttpMethod.TRACE) {
      Map<String, Object> method = Map.of("method", "TRACE");
      return Optional.of(Problem.of("no-such-method", 405, language, method));
    }
    if (request.request().uri().length() > LONGEST_ADDRESS) {
      Map<String, Object> most = Map.of("most", LONGEST_ADDRESS);
      return Optional.of(Problem.of("address-too-long", 414, language, most));
    }
    long size = 0;
    for (Map.Entry<String, String> header : request.request().headers()) {
      size += header.getKey().length() + header.getValue().length();
    }
    if (size > LARGEST_HEADERS) {
      Map<String, Object> most = Map.of("most", LARGEST_HEADERS);
      return Optional.of(Problem.of("headers-too-large", 431, language, most));
    }
    // Nothing behind keeps this character, so there is nothing to find by it.
    if (request.request().uri().contains("%00")) {
      return Optional.of(Problem.of("nul-in-address", 400, language, Map.of()));
    }
    return hasUnreadableType(request)
        ? Optional.of(Problem.of("unsupported-type", 415, language, Map.of()))
        : Optional.empty();
  }

  /** Whether the form of the body is said in a way the libraries behind would fail on. */
  private static boolean hasUnreadableType(RoutingContext request) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    try {
      return type != null && MediaType.valueOf(type) == null;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
