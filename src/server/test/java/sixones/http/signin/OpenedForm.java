package sixones.http.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page as a browser has it open: with its token, its cookies, and where it is from. */
public final class OpenedForm {
  /** Where a page holds the token of its forms. */
  public static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]*)\"");

  private OpenedForm() {}

  /** That of a page anybody may see, to be filled in and sent; no redirect is followed. */
  public static RequestSpecification at(String page) {
    return at(page, Map.of());
  }

  /** That of a page somebody sees by these cookies. */
  public static RequestSpecification at(String page, Map<String, String> cookies) {
    Response opened = given().accept("text/html").cookies(cookies).get(page);
    Map<String, String> all = new LinkedHashMap<>(cookies);
    all.putAll(opened.cookies());
    Matcher token = TOKEN.matcher(opened.asString());
    assertThat(token.find()).as(opened.asString()).isTrue();
    return fromHere().cookies(all).formParam("csrf-token", token.group(1));
  }

  /** What a browser says of a form that a page of this service sends; it has no token. */
  public static RequestSpecification fromHere() {
    return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
  }
}
