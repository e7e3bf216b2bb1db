package sixones.http.filter;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.evidence.FileStore;
import sixones.http.EarlyResponses;
import sixones.report.Problem;

/**
 * Lets the body of a form with an evidence file arrive in a file of its own, and in memory no more
 * than what is on its way to the disk. Only these addresses take more than others, and only of
 * people who signed in. Whatever becomes of the request, the file is gone at its end.
 */
@ApplicationScoped
class UploadBodies {
  private static final Pattern ADDRESS =
      Pattern.compile("/(api/(drafts|cases)|applicant/(drafts|cases/[^/]+/reply))/[^/]+/files/?");

  private static final String ARRIVED = "arrived-form";

  /** Beside the file a form has a few short fields. */
  private static final long FIELDS = 64 * 1024;

  private static final int STATUS = 413;

  private final Vertx vertx;
  private final FileStore store;
  private final long mostOfFile;
  private final Duration time;

  @Inject
  UploadBodies(
      Vertx vertx,
      FileStore store,
      @ConfigProperty(name = "sixones.quota.file", defaultValue = "20M") MemorySize file,
      @ConfigProperty(name = "sixones.limits.upload-time", defaultValue = "5M") Duration time) {
    this.vertx = vertx;
    this.store = store;
    this.mostOfFile = file.asLongValue();
    this.time = time;
  }

  /** Returns whether a request sends an evidence file. */
  static boolean isOne(RoutingContext request) {
    return request.request().method() == HttpMethod.POST
        && ADDRESS.matcher(request.normalizedPath()).matches();
  }

  /** Returns how long such a request may take. */
  Duration time() {
    return time;
  }

  /** Refuses a request whose Content-Length exceeds the limit; one without may be chunked. */
  void pass(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && (length.length() > 12 || Long.parseLong(length) > most())) {
      refuse(request);
      return;
    }
    request.next();
  }

  private long most() {
    return mostOfFile + FIELDS;
  }

  /**
   * Lets the body arrive before a resource is called. Who has not signed in sends nothing: the
   * resource answers without it.
   */
  void readAhead(RoutingContext request) {
    HttpServerRequest asked = request.request();
    if (asked.isEnded() || !isSignedIn(request)) {
      request.response().putHeader("Connection", "close");
      ((RoutingContextInternal) request).setBody(Buffer.buffer());
      request.next();
      return;
    }
    asked.pause();
    vertx
        .executeBlocking(() -> store.arriving(), false)
        .onSuccess(path -> receive(request, path))
        .onFailure(fault -> request.fail(fault));
  }

  static boolean isSignedIn(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous();
  }

  private void receive(RoutingContext request, Path path) {
    request.addEndHandler(ended -> discard(path));
    if (request.response().ended() || request.response().closed()) {
      discard(path);
      return;
    }
    vertx
        .fileSystem()
        .open(path.toString(), new OpenOptions().setCreate(false).setRead(false))
        .onSuccess(file -> receive(request, path, file))
        .onFailure(fault -> request.fail(fault));
  }

  private void receive(RoutingContext request, Path path, AsyncFile file) {
    HttpServerRequest asked = request.request();
    long[] length = {0};
    boolean[] over = {false};
    file.exceptionHandler(
        fault -> {
          if (!over[0]) {
            over[0] = true;
            file.close();
            request.fail(fault);
          }
        });
    asked
        .exceptionHandler(
            cut -> {
              if (!over[0]) {
                over[0] = true;
                file.close().onComplete(closed -> discard(path));
              }
            })
        .handler(
            part -> {
              length[0] += part.length();
              if (over[0] || request.response().ended()) {
                return;
              }
              if (length[0] > most()) {
                over[0] = true;
                file.close();
                refuse(request);
                return;
              }
              file.write(part);
              if (file.writeQueueFull()) {
                asked.pause();
                file.drainHandler(drained -> asked.resume());
              }
            })
        .endHandler(
            end -> {
              if (over[0] || request.response().ended()) {
                return;
              }
              over[0] = true;
              file.close()
                  .onSuccess(
                      closed -> {
                        request.put(ARRIVED, path);
                        request.put(RequestBodies.AWAITED, true);
                        ((RoutingContextInternal) request).setBody(Buffer.buffer());
                        request.next();
                      })
                  .onFailure(fault -> request.fail(fault));
            });
    if (asked.headers().contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true)) {
      asked.response().writeContinue();
    }
    asked.resume();
  }

  private void discard(Path path) {
    vertx.executeBlocking(
        () -> {
          store.discard(path);
          return null;
        },
        false);
  }

  /** Returns where the form of a request arrived; null if it did not. */
  static Path arrived(RoutingContext request) {
    return request.get(ARRIVED);
  }

  private void refuse(RoutingContext request) {
    request.response().putHeader("Connection", "close");
    Map<String, Object> values = Map.of("most", mostOfFile >> 20);
    EarlyResponses.end(
        request, Problem.of("file-too-large", STATUS, EarlyResponses.language(request), values));
  }
}
