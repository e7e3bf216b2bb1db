package sixones.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sixones.http.signin.OpenedForm;
import sixones.pages.frame.PageHeaders;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;

/** Somebody with a browser without script: keeps cookies, follows nothing by itself. */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]*)\"");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> cookies = new HashMap<>();
  private final String language;
  private String page = "";
  private String token = "";

  private Visitor(String language) {
    this.language = language;
  }

  public static Visitor anybody(String language) {
    return new Visitor(language);
  }

  /** Somebody who has signed in by the form. */
  public static Visitor signedIn(PeopleInTests people, Person person, String language) {
    return signedIn(people.there(person), PeopleInTests.PASSWORD, language);
  }

  /** Somebody who is there and has signed in by the form with a password of their own. */
  public static Visitor signedIn(Person person, String password, String language) {
    Visitor visitor = new Visitor(language);
    visitor
        .kept(
            OpenedForm.at("/sign-in")
                .formParam("name", person.name())
                .formParam("password", password)
                .post("/sign-in"))
        .then()
        .statusCode(302);
    return visitor;
  }

  private RequestSpecification asking() {
    return given()
        .redirects()
        .follow(false)
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Accept-Language", language)
        .cookies(cookies);
  }

  private Response kept(Response answer) {
    for (Cookie cookie : answer.detailedCookies()) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
    if (answer.contentType().startsWith("text/html")) {
      page = answer.asString();
      Matcher found = TOKEN.matcher(page);
      token = found.find() ? found.group(1) : token;
      if (page.contains("<main id=\"main\"")) {
        assertThat(answer.header("Content-Security-Policy"))
            .as("without the policy of pages a browser shows no style and sends no form")
            .isEqualTo(PageHeaders.POLICY);
      }
    }
    return answer;
  }

  public Response get(String path) {
    return kept(asking().get(path));
  }

  /** Asks for a page with a header of its own. */
  public Response get(String path, String header, String value) {
    return kept(asking().header(header, value).get(path));
  }

  /** Opens a page that has to be there. */
  public String open(String path) {
    get(path).then().statusCode(200);
    return page;
  }

  /** Sends a form of the page opened last, with its token. */
  public Response post(String path, Map<String, String> fields, Object... headers) {
    RequestSpecification request = asking();
    for (int i = 0; i < headers.length; i += 2) {
      request.header((String) headers[i], headers[i + 1]);
    }
    if (!List.of(headers).contains("Sec-Fetch-Site")) {
      request.header("Sec-Fetch-Site", "same-origin");
    }
    return kept(
        request
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParam("csrf-token", token)
            .formParams(fields)
            .post(path));
  }

  /** Sends a form with a file. */
  public Response send(String path, Map<String, String> fields, String fileName, byte[] file) {
    RequestSpecification form =
        asking()
            .header("Sec-Fetch-Site", "same-origin")
            .multiPart("csrf-token", token)
            .multiPart("file", fileName, file);
    fields.forEach((name, value) -> form.multiPart(name, value, "text/plain; charset=UTF-8"));
    return kept(form.post(path));
  }

  /** Sends just these bytes as what is said to be a form; the status it is answered with. */
  public int send(String path, String type, byte[] body) throws IOException, InterruptedException {
    HttpRequest.Builder form =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Content-Type", type)
            .header("Accept", "text/html")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    cookies.forEach((name, value) -> form.header("Cookie", name + "=" + value));
    return CLIENT.send(form.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** The token of the page opened last. */
  String token() {
    return token;
  }

  /** Lets a cookie run out. */
  public void forget(String cookie) {
    cookies.remove(cookie);
  }

  /** What the browser keeps under a name. */
  public String cookie(String name) {
    return cookies.get(name);
  }

  /** All it keeps, as it sends them. */
  public String cookies() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  public String page() {
    return page;
  }

  /** The value of a hidden field of the page. */
  public String hidden(String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    return found.find() ? found.group(1) : null;
  }
}
