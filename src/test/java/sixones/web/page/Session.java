package sixones.web.page;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader without a script: opens a page and sends its form with the token it was given. */
final class Session {
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

  static Session open(String path, String language) {
    return new Session(
        language, given().accept(ContentType.HTML).header("Accept-Language", language).get(path));
  }

  String page() {
    return page;
  }

  RequestSpecification sending() {
    return given()
        .accept("text/html,*/*;q=0.8")
        .header("Accept-Language", language)
        .cookies(cookies)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("csrf-token", token);
  }

  Response post(String path, Map<String, String> fields) {
    Response answer = sending().formParams(fields).post(path);
    if (answer.contentType().startsWith("text/html")) {
      page = answer.asString();
    }
    return answer;
  }

  Response load(String fileName, byte[] file) {
    Response answer =
        given()
            .accept(ContentType.HTML)
            .header("Accept-Language", language)
            .cookies(cookies)
            .multiPart("csrf-token", token)
            .multiPart("text", "")
            .multiPart("file", fileName, file)
            .post("/load");
    page = answer.asString();
    return answer;
  }

  /** What stands in the form of the page, by pointer. */
  Map<String, String> fields() {
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
