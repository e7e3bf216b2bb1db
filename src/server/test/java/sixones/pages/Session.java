package sixones.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A reader without a script: opens a page and sends its form with the token it was given. */
public final class Session {
  private static final String BOUNDARY = "six-ones";
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]*)\"");
  private static final Pattern FIELD =
      Pattern.compile(
          "<(input)\\b[^>]*?name=\"(/[^\"]*)\"[^>]*>"
              + "|<(textarea|select)\\b[^>]*?name=\"(/[^\"]*)\"[^>]*>(.*?)</\\3>",
          Pattern.DOTALL);

  private final String language;
  private final Map<String, String> cookies;
  private final String token;
  private String page;

  private Session(String language, Response opened) {
    this.language = language;
    this.cookies = opened.cookies();
    this.page = opened.asString();
    Matcher found = TOKEN.matcher(page);
    this.token = found.find() ? found.group(1) : "";
  }

  public static Session open(String path, String language) {
    return new Session(
        language, given().accept(ContentType.HTML).header("Accept-Language", language).get(path));
  }

  public String page() {
    return page;
  }

  RequestSpecification sending() {
    return given()
        .accept("text/html,*/*;q=0.8")
        .header("Sec-Fetch-Site", "same-origin")
        .header("Accept-Language", language)
        .cookies(cookies)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("csrf-token", token);
  }

  public Response post(String path, Map<String, String> fields) {
    Response answer = sending().formParams(fields).post(path);
    if (answer.contentType().startsWith("text/html")) {
      page = answer.asString();
    }
    return answer;
  }

  /** Sends a bid file the way browsers do: as one part, and with the length of the whole said. */
  public void load(String fileName, byte[] file) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "name=\"csrf-token\"", token.getBytes(StandardCharsets.UTF_8));
    part(body, "name=\"text\"", new byte[0]);
    part(body, "name=\"file\"; filename=\"" + fileName + "\"", file);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        request("/load", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    page = answer.body();
  }

  private HttpRequest.Builder request(String path, String type) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
        .header("Content-Type", type)
        .header("Accept", "text/html")
        .header("Sec-Fetch-Site", "same-origin")
        .header("Accept-Language", language)
        .header("Cookie", joined(cookies, "; "));
  }

  private static String joined(Map<String, String> pairs, String between) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining(between));
  }

  /** What stands in the form of the page, ready to be sent as often as one likes. */
  public HttpRequest form(String path) {
    Map<String, String> encoded = new LinkedHashMap<>();
    encoded.put("csrf-token", encoded(token));
    fields().forEach((name, value) -> encoded.put(encoded(name), encoded(value)));
    return request(path, "application/x-www-form-urlencoded; charset=UTF-8")
        .POST(HttpRequest.BodyPublishers.ofString(joined(encoded, "&")))
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void part(ByteArrayOutputStream body, String head, byte[] content) {
    String start = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n";
    body.writeBytes(start.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** What stands in the form of the page, by pointer. */
  public Map<String, String> fields() {
    return fields(page);
  }

  /** The same of another page. */
  public static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher found = FIELD.matcher(page);
    while (found.find()) {
      boolean input = found.group(1) != null;
      fields.put(found.group(input ? 2 : 4), written(found, input ? "input" : found.group(3)));
    }
    return fields;
  }

  private static String written(Matcher field, String kind) {
    String value =
        switch (kind) {
          case "input" -> attribute(field.group(0), "value=\"([^\"]*)\"");
          case "select" -> attribute(field.group(5), "value=\"([^\"]*)\" selected");
          default -> field.group(5).replaceFirst("^\n", "");
        };
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String attribute(String tag, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(tag);
    return found.find() ? found.group(1) : "";
  }
}
