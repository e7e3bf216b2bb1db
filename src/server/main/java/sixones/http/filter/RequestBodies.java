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
 * Reads request bodies up to their limit. A larger one gets a 413 problem: at once if
 * Content-Length exceeds the limit, else as soon as the limit is passed.
 */
final class RequestBodies {
  private static final int SMALL = 16 * 1024;

  /** The limit of a form, in which a draft takes up to three bytes for one. */
  static final int FORM = 4 << 20;

  private static final String SIGN_IN = "/sign-in";

  /** The key of whether the body arrived later than the head. */
  static final String AWAITED = "body-awaited";

  private static final String CHECKS = "/api/checks";
  private static final int STATUS = 413;

  private RequestBodies() {}

  /** Refuses a request whose Content-Length exceeds the limit. */
  static void pass(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && (length.length() > 9 || Integer.parseInt(length) > most(request))) {
      refuse(request);
    } else if (hasBodyOfUnknownLength(request.request())
        && request.normalizedPath().equals(SIGN_IN)) {
      // The sign-in mechanism reads the form itself, and browsers send its Content-Length.
      end(request, Problem.of("length-required", 411, EarlyResponses.language(request), Map.of()));
    } else {
      request.next();
    }
  }

  /**
   * Reads the whole body before a resource is called. Otherwise the resource would block a worker
   * thread, and a jump of the clock would close the connection. Checks with a Content-Length wait
   * without blocking and are passed on.
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

  /** Returns whether the body arrived later than the head. */
  static boolean wasAwaited(RoutingContext request) {
    return request.get(AWAITED) != null;
  }

  /** If the body breaks off, the client is gone and gets no response. */
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

  /** Returns the limit of a path in bytes. */
  private static int most(RoutingContext request) {
    String path = request.normalizedPath();
    if (path.startsWith("/api/people") || path.equals(SIGN_IN)) {
      return SMALL;
    }
    return Addresses.isApi(request) ? Draft.MOST_BYTES : FORM;
  }

  /** Answers a body that turned out too large while it was read. */
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
   * Returns the problem for a body that is too large.
   *
   * @param most the limit in bytes
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
