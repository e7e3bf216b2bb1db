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
 * The filters that every request passes: security headers, time limit, form and size of the body;
 * after authentication rate limits; and once the body has arrived, a second check of the
 * credential.
 */
@ApplicationScoped
public class RequestFilters {
  private static final int BEFORE_ALL = 10_000;

  /** Authentication is at 200. */
  private static final int AFTER_SIGN_IN = 120;

  private static final int BEFORE_THE_RESOURCE = 110;
  private static final int AFTER_THE_BODY = 105;

  /** Below the limit of the HTTP library, whose refusals have no body. */
  private static final int LONGEST_ADDRESS = 4096;

  private static final int LARGEST_HEADERS = 20 * 1024;

  @Inject TimeLimit timeLimit;
  @Inject Limits limits;
  @Inject AccessRecheck accessRecheck;
  @Inject UploadBodies uploads;

  void watch(@Observes Filters filters) {
    filters.register(this::receive, BEFORE_ALL);
    if (limits.areAny()) {
      filters.register(limits::count, AFTER_SIGN_IN);
    }
    filters.register(this::readAhead, BEFORE_THE_RESOURCE);
    filters.register(accessRecheck::filter, AFTER_THE_BODY);
  }

  void watch(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(RequestBodies::refuseTooLarge);
  }

  private void receive(RoutingContext request) {
    SecurityHeaders.promise(request);
    WritableCookies.promise(request);
    boolean upload = UploadBodies.isOne(request);
    if (upload) {
      timeLimit.start(request, uploads.time());
    } else {
      timeLimit.start(request);
    }
    Optional<Problem> fault = faultOfHead(request);
    if (fault.isPresent()) {
      EarlyResponses.end(request, fault.get());
      return;
    }
    if (upload) {
      uploads.pass(request);
    } else {
      RequestBodies.pass(request);
    }
  }

  private void readAhead(RoutingContext request) {
    if (UploadBodies.isOne(request)) {
      uploads.readAhead(request);
    } else {
      RequestBodies.readAhead(request);
    }
  }

  /** Returns what is wrong with the head of a request, if anything. */
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
    // PostgreSQL cannot store NUL, so nothing can be found by it.
    if (request.request().uri().contains("%00")) {
      return Optional.of(Problem.of("nul-in-address", 400, language, Map.of()));
    }
    return hasUnreadableType(request)
        ? Optional.of(Problem.of("unsupported-type", 415, language, Map.of()))
        : Optional.empty();
  }

  /** Returns whether the libraries behind would fail on the Content-Type header. */
  private static boolean hasUnreadableType(RoutingContext request) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    try {
      return type != null && MediaType.valueOf(type) == null;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
