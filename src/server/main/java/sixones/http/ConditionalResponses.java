package sixones.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import sixones.official.OfficialEvaluations;
import sixones.representation.StoredJson;
import sixones.store.Cursor;
import sixones.store.Slice;

/** ETag and 304 handling for stored resources. */
public final class ConditionalResponses {
  public static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

  private static final int NOT_MODIFIED = 304;

  private ConditionalResponses() {}

  /** Returns a body with its digest as ETag; 304 if the client has it already. */
  public static Response of(byte[] body, MediaType type, Request request) {
    return of(
        body, type, new EntityTag(OfficialEvaluations.digest(body).substring(7, 39)), request);
  }

  /** Returns a body with an ETag; 304 if the client has it already. */
  public static Response of(byte[] body, MediaType type, EntityTag tag, Request request) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged == null) {
      // A proxy that compresses responses makes ETags weak; If-None-Match compares weakly anyway.
      Response.ResponseBuilder weak =
          request.evaluatePreconditions(new EntityTag(tag.getValue(), true));
      // If-Match requires the strong ETag, which was evaluated above.
      boolean same = weak != null && weak.build().getStatus() == NOT_MODIFIED;
      unchanged = same ? weak : null;
    }
    Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(body, type);
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, "Authorization, Accept-Language")
        .build();
  }

  /** Returns a resource with its revision as ETag; 304 if the client has it already. */
  public static Response of(JsonNode thing, int revision, Request request) {
    return of(bytes(thing), JSON, tag(revision), request);
  }

  public static EntityTag tag(int revision) {
    return new EntityTag(String.valueOf(revision));
  }

  /** Returns a page of a list, with a Link header to the next page. */
  public static <K> Response of(
      Slice<K> page, Function<K, ObjectNode> told, UriInfo address, Request request) {
    JsonNode list = StoredJson.list(page.items(), told);
    Response answer = of(bytes(list), JSON, request);
    if (page.next() == null) {
      return answer;
    }
    return Response.fromResponse(answer)
        .header(HttpHeaders.LINK, next(address, page.next()))
        .build();
  }

  /** Returns the Link header to the next page of the list that was asked for. */
  public static String next(UriInfo address, Cursor cursor) {
    UriBuilder next = address.getRequestUriBuilder().replaceQueryParam("cursor", cursor.text());
    return "<" + belowRoot(next.build()) + ">; rel=\"next\"";
  }

  /** Without scheme and host, which the client or a proxy may have chosen. */
  private static String belowRoot(URI address) {
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  public static byte[] bytes(JsonNode thing) {
    return (thing + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
