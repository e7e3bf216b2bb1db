package sixones.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page somebody has open: the cookies of the browser and the token of its forms. */
record OpenPage(String cookies, String token) {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]*)\"");

  /** That of a person of the demonstration who has signed in. */
  static OpenPage of(URI root, String person) throws IOException, InterruptedException {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    String form =
        "name=%s&password=demo-of-six-ones&csrf-token=%s"
            .formatted(person, URLEncoder.encode(token(browser, root), StandardCharsets.UTF_8));
    HttpRequest signIn =
        HttpRequest.newBuilder(root.resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    int status = browser.send(signIn, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 302) {
      throw new IOException("nobody signed in: " + status);
    }
    String token = token(browser, root);
    return new OpenPage(
        cookies.getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")),
        token);
  }

  private static String token(HttpClient browser, URI root)
      throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(root.resolve("/")).build();
    Matcher token = TOKEN.matcher(browser.send(ask, HttpResponse.BodyHandlers.ofString()).body());
    if (!token.find()) {
      throw new IOException("a page without a form");
    }
    return token.group(1);
  }

  /** What the browser says when it sends a form of the page. */
  String headers() {
    return "Sec-Fetch-Site: same-origin\r\nCookie: " + cookies + "\r\n";
  }
}
