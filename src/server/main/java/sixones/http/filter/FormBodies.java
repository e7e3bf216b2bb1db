package sixones.http.filter;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.core.multipart.FormDataParser;
import org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition;
import org.jboss.resteasy.reactive.server.core.multipart.FormParserFactory;
import org.jboss.resteasy.reactive.server.core.multipart.MultiPartParserDefinition;
import sixones.http.Addresses;
import sixones.http.EarlyResponses;
import sixones.http.SignedIn;
import sixones.http.signin.NoFormTokens;
import sixones.report.Problem;

/**
 * Parses the forms of pages before RESTEasy would, which accepts at most a thousand fields and
 * fails on malformed bodies; a bid with all lists full has some 21,000 fields.
 */
class FormBodies {
  private static final int MOST_FIELDS = 30_000;

  /** Forms with a file have few other fields. */
  private static final int MOST_PARTS = 100;

  /** The fields that are files, whether or not their part has a file name. */
  private static final Set<String> FILES = Set.of("file");

  private static final FormParserFactory.ParserDefinition<?> FIELDS =
      new FormEncodedDataDefinition()
          .setMaxParams(MOST_FIELDS)
          .setMaxAttributeSize(RequestBodies.FORM);

  private static final FormParserFactory.ParserDefinition<?> PARTS =
      new MultiPartParserDefinition(Infrastructure::getDefaultExecutor)
          .setFileSizeThreshold(0)
          .setMaxParameters(MOST_PARTS)
          .setMaxAttributeSize(RequestBodies.FORM);

  @ServerRequestFilter(preMatching = true)
  Response read(RoutingContext request) {
    if (UploadBodies.isOne(request)) {
      return readUpload(request);
    }
    if (request.request().method() != HttpMethod.POST || Addresses.isApi(request)) {
      return null;
    }
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    boolean hasParts = type.startsWith(MediaType.MULTIPART_FORM_DATA);
    Buffer body = request.body().buffer();
    if (body == null) {
      return hasParts ? refused(request, "unreadable-form", 400) : null;
    }
    if (!hasParts && fields(body) > MOST_FIELDS) {
      return refused(request, "too-many-fields", 413);
    }
    return isText(hasParts ? PARTS : FIELDS) ? null : refused(request, "unreadable-form", 400);
  }

  /** A form that arrived in a file is read from there; its file goes to another file at once. */
  private Response readUpload(RoutingContext request) {
    Path arrived = UploadBodies.arrived(request);
    if (arrived == null && !UploadBodies.isSignedIn(request)) {
      throw new SignedIn.NotSignedIn();
    }
    MultiMap headers = request.request().headers();
    String renamed = headers.get(HttpHeaders.CONTENT_TYPE);
    String type = renamed == null ? "" : NoFormTokens.asSent(renamed);
    if (arrived == null
        || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA)) {
      return refused(request, "not-multipart", 415);
    }
    // The parser has to know the form; what looks for tokens in forms of pages has not.
    headers.set(HttpHeaders.CONTENT_TYPE, type);
    try (InputStream form = Files.newInputStream(arrived)) {
      CurrentRequestManager.get().setInputStream(form);
      return isText(PARTS) ? null : refused(request, "unreadable-form", 400);
    } catch (IOException unread) {
      return refused(request, "unreadable-form", 400);
    } finally {
      headers.set(HttpHeaders.CONTENT_TYPE, renamed);
    }
  }

  private static int fields(Buffer body) {
    int fields = 1;
    for (int i = 0; i < body.length(); i++) {
      fields += body.getByte(i) == '&' ? 1 : 0;
    }
    return fields;
  }

  /** Files of a form are deleted at the end of the request. */
  private static boolean isText(FormParserFactory.ParserDefinition<?> definition) {
    FormDataParser parser = definition.create(CurrentRequestManager.get(), FILES);
    try {
      parser.setCharacterEncoding(StandardCharsets.UTF_8.name());
      return isText(parser.parseBlocking());
    } catch (WebApplicationException tooLarge) {
      throw tooLarge;
    } catch (Exception malformed) {
      // The parser throws different exceptions for malformed bodies.
      return false;
    }
  }

  /** No browser sends NUL or a field without a name, and nothing behind this accepts them. */
  private static boolean isText(FormData form) {
    for (String name : form) {
      if (name == null || hasNul(name)) {
        return false;
      }
      if (form.get(name).stream().anyMatch(sent -> !sent.isFileItem() && hasNul(sent.getValue()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  private static Response refused(RoutingContext request, String kind, int status) {
    Map<String, Object> values = Map.of("most", MOST_FIELDS);
    return EarlyResponses.response(
            Problem.of(kind, status, EarlyResponses.language(request), values))
        .build();
  }
}
