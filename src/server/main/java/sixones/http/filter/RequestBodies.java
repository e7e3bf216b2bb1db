package sixones.http.filter;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import sixones.bid.Draft;
import sixones.http.Addresses;
import sixones.http.EarlyResponses;
import sixones.report.Language;
import sixones.report.Problem;

/**
 * Reads bodies, and answers one that is too large with a problem like any other: before it is read
 * where its length is said, else as soon as more has come than is read.
 */
final class RequestBodies {
  private static final int SMALL = 16 * 1024;

  /** A draft in a form has up to three bytes for one; quarkus.http.limits.max-body-size is this. */
  static final int FORM = 4 << 20;

  private static final String SIGN_IN = "/sign-in";
  private static final String AWAITED = "body-awaited";
  private static final String CHECKS = "/api/checks";
  private static final int STATUS = 413;

  private RequestBodies() {}

  /** Lets a request pass that does not say that its body is too large. */
  static void pass(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && (length.length() > 9 || Integer.parseInt(length) > most(request))) {
      refuse(request);
    } else if (hasBodyOfUnknownLength(request.request())
        && request.normalizedPath().equals(SIGN_IN)) {
      // The form is read while signing in, and browsers say how long it is.
      end(request, Problem.of("length-required", 411, EarlyResponses.language(request), Map.of()));
    } else {
      request.next();
    }
  }

  /**
   * Reads a body for a resource that would hold a thread while it comes, and would give up, and
   * close the connection, when the clock jumps. Checks wait without for what says its length.
   */
  static void readAhead(RoutingContext request) {
    HttpServerRequest asked = request.request();
    String length = asked.getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean comes =
        length == null
            ? hasBodyOfUnknownLength(asked)
            : Integer.parseInt(length) > 0 && !request.normalizedPath().equals(CHECKS);
    if (!comes || asked.isEnded()) {
      request.next();
      return;
    }
    if (asked.headers().contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true)) {
      asked.response().writeContinue();
    }
    request.put(AWAITED, true);
    read(request);
  }

  /** Whether time has passed since the head of a request, while its body came. */
  static boolean wasAwaited(RoutingContext request) {
    return request.get(AWAITED) != null;
  }

  /** If it breaks off, its sender has gone, and nobody is to be told. */
  private static void read(RoutingContext request) {
    Buffer whole = Buffer.buffer();
    request
        .request()
        .handler(
            part -> {
              if (whole.length() + part.length() <= most(request)) {
                whole.appendBuffer(part);
              } else if (!request.response().ended()) {
                refuse(request);
              }
            })
        .endHandler(
            end -> {
              if (!request.response().ended()) {
                ((RoutingContextInternal) request).setBody(whole);
                request.next();
              }
            })
        .resume();
  }

  private static boolean hasBodyOfUnknownLength(HttpServerRequest asked) {
    return asked.version() == HttpVersion.HTTP_2
        ? !asked.isEnded()
        : asked.headers().contains("Transfer-Encoding");
  }

  /** How many bytes are read at an address. */
  private static int most(RoutingContext request) {
    String path = request.normalizedPath();
    if (path.startsWith("/api/people") || path.equals(SIGN_IN)) {
      return SMALL;
    }
    return Addresses.isApi(request) ? Draft.MOST_BYTES : FORM;
  }

  /** Where a body turned out too large while it came. */
  static void refuseTooLarge(RoutingContext request) {
    if (request.statusCode() == STATUS && !request.response().ended()) {
      refuse(request);
      return;
    }
    request.next();
  }

  private static void refuse(RoutingContext request) {
    end(request, problem(most(request), EarlyResponses.language(request)));
  }

  /**
   * What is told about a body that is too large.
   *
   * @param most how many bytes are read
   */
  static Problem problem(int most, Language language) {
    Map<String, Object> values = Map.of("most", most, "draft", most == Draft.MOST_BYTES);
    return Problem.of("body-too-large", STATUS, language, values);
  }

  private static void end(RoutingContext request, Problem problem) {
    request.response().putHeader("Connection", "close");
    EarlyResponses.end(request, problem);
  }
}
