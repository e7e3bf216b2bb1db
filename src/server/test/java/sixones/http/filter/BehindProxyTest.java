package sixones.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.audit.Act;
import sixones.audit.AuditEntries;
import sixones.audit.AuditEntry;
import sixones.http.DoorLines;
import sixones.http.StrictDoors;
import sixones.http.signin.OpenedForm;
import sixones.http.signin.SessionCookie;
import sixones.http.strict.RawRequest;
import sixones.http.strict.Wire;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.Cursor;
import sixones.store.Transactions;

/** The service behind a proxy, and somebody at 127.0.0.2 who would like to be one. */
@QuarkusTest
@TestProfile(StrictDoors.class)
@InTurns(3)
class BehindProxyTest {
  private static final String PROXY = StrictDoors.PROXY;
  private static final String STRANGER = "127.0.0.2";
  private static final Person APPLICANT = new Person("behind-proxy", Role.APPLICANT, "510100");
  private static final String OVER_TLS =
      "X-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.9\r\n";
  private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: ([^=]*)=([^;]*)(.*)");

  @Inject Transactions transactions;
  @Inject People people;
  @Inject AuditEntries entries;
  @TestHTTPResource URI root;

  private String ask(String from, String line, String headers, String body) throws Exception {
    try (RawRequest raw = new RawRequest(root, from)) {
      return raw.send(
              line
                  + " HTTP/1.1\r\nConnection: close\r\nContent-Length: "
                  + body.length()
                  + "\r\n"
                  + headers
                  + "\r\n"
                  + body)
          .answer();
    }
  }

  private String get(String from, String path, String headers) throws Exception {
    return ask(from, "GET " + path, "Host: six.example\r\n" + headers, "");
  }

  private static String head(String answer) {
    return answer.substring(0, answer.indexOf("\r\n\r\n"));
  }

  @Test
  void over_tls_browsers_keep_to_it_with_every_subdomain() throws Exception {
    assertThat(get(PROXY, "/", OVER_TLS))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("strict-transport-security: max-age=31536000; includeSubDomains");
  }

  @Test
  void every_cookie_is_of_this_host_and_of_tls_alone() throws Exception {
    String answer = get(PROXY, "/?lang=zh", OVER_TLS);

    Matcher cookies = COOKIE.matcher(head(answer));
    int count = 0;
    while (cookies.find()) {
      count++;
      assertThat(cookies.group(1)).startsWith("__Host-");
      assertThat(cookies.group(3)).contains("; Path=/", "; Secure").doesNotContain("Domain");
    }
    assertThat(count).isEqualTo(2);
  }

  @Test
  void a_cookie_a_neighbour_could_have_set_signs_nobody_in() throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    String ticket =
        people.open(APPLICANT.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow().ticket();
    String session = SessionCookie.of(ticket, 60_000);

    assertThat(get(PROXY, "/", OVER_TLS + "Cookie: __Host-" + session + "\r\n"))
        .contains("<b>" + APPLICANT.name() + "</b>");
    assertThat(get(PROXY, "/", OVER_TLS + "Cookie: " + session + "\r\n"))
        .startsWith("HTTP/1.1 200")
        .doesNotContain(APPLICANT.name());
  }

  /** Signs in at the page, handed on by the proxy. */
  private String signIn(String forwardedFor) throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    String handedOn = "X-Forwarded-Proto: https\r\nX-Forwarded-For: " + forwardedFor + "\r\n";
    String page = get(PROXY, "/sign-in", handedOn);
    Matcher token = OpenedForm.TOKEN.matcher(page);
    Matcher cookie = Pattern.compile("__Host-sixones-form=[^;]*").matcher(page);
    assertThat(token.find() && cookie.find()).isTrue();
    String form =
        "csrf-token=%s&name=%s&password=%s"
            .formatted(
                token.group(1),
                APPLICANT.name(),
                URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8));
    return ask(
        PROXY,
        "POST /sign-in",
        "Host: six.example\r\n"
            + handedOn
            + "Origin: https://six.example\r\nCookie: "
            + cookie.group()
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\n",
        form);
  }

  @Test
  void signing_in_leads_to_https_with_a_cookie_of_this_host() throws Exception {
    assertThat(signIn("203.0.113.20"))
        .startsWith("HTTP/1.1 302")
        .containsIgnoringCase("location: https://six.example/start\r\n")
        .contains("__Host-sixones-session=")
        .doesNotContainIgnoringCase("set-cookie: sixones");
  }

  @Test
  void an_audit_entry_says_the_address_the_proxy_saw_and_none_somebody_wrote_before_it()
      throws Exception {
    assertThat(signIn("198.51.100.7, 203.0.113.30")).startsWith("HTTP/1.1 302");

    AuditEntries.Filter signedIn =
        new AuditEntries.Filter(
            Act.SIGNED_IN, null, APPLICANT.name(), null, null, null, null, null);
    AuditEntry newest = entries.list(APPLICANT.reader(), signedIn, Cursor.START, 1).items().get(0);
    assertThat(newest.address()).isEqualTo("203.0.113.30");
  }

  @Test
  void a_page_asked_for_by_plain_http_leads_to_https() throws Exception {
    assertThat(get(PROXY, "/rules?lang=en", "X-Forwarded-Proto: http\r\n"))
        .startsWith("HTTP/1.1 308")
        .containsIgnoringCase("location: https://six.example/rules?lang=en\r\n");
    assertThat(
            ask(
                PROXY,
                "POST /",
                "Host: six.example\r\nX-Forwarded-Proto: http\r\nOrigin: http://six.example\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n",
                "a=b"))
        .startsWith("HTTP/1.1 403")
        .contains("/problems/not-over-plain-http");
  }

  @Test
  void a_program_that_asks_by_plain_http_is_refused_and_not_led_on() throws Exception {
    String token = "Authorization: Bearer nobody-s\r\nX-Forwarded-Proto: http\r\n";

    assertThat(get(PROXY, "/api/me", token))
        .startsWith("HTTP/1.1 403")
        .contains("/problems/not-over-plain-http")
        .doesNotContainIgnoringCase("location:");
  }

  @Test
  void a_request_for_another_host_is_a_line_of_the_log_without_its_name() throws Exception {
    try (DoorLines log = new DoorLines()) {
      ask(PROXY, "GET /", "Host: evil.example\r\n", "");

      assertThat(log.told())
          .containsExactly("Refused with 421 unknown-host: nobody known from " + PROXY);
    }
  }

  @Test
  void nobody_but_the_proxy_says_where_a_request_comes_from() throws Exception {
    assertThat(get(STRANGER, "/", OVER_TLS))
        .startsWith("HTTP/1.1 200")
        .doesNotContainIgnoringCase("strict-transport-security")
        .doesNotContain("__Host-");
    assertThat(get(STRANGER, "/", "X-Forwarded-Host: evil.example\r\n")).startsWith("HTTP/1.1 200");
    assertThat(get(STRANGER, "/applicant", "X-Forwarded-Proto: http\r\n"))
        .startsWith("HTTP/1.1 302")
        .contains("http://six.example/sign-in");
  }

  @Test
  void no_password_of_a_program_is_taken_over_plain_http_from_elsewhere() throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    String signed = Wire.signed(APPLICANT.name()) + "\r\n";

    assertThat(get(PROXY, "/api/me", signed + "X-Forwarded-For: 203.0.113.9\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("/problems/not-over-plain-http");
    assertThat(
            get(
                PROXY,
                "/api/me",
                signed + "X-Forwarded-Proto: http\r\nX-Forwarded-For: 203.0.113.9\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(get(PROXY, "/api/me", signed + OVER_TLS)).startsWith("HTTP/1.1 200");
    assertThat(get(STRANGER, "/api/me", signed)).as("this machine").startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /applicant|Host: evil.example",
        "GET /applicant|Host: six.example.evil.example",
        "GET /applicant|Host: localhost",
        "GET /applicant|Host: six.example\r\nX-Forwarded-Host: evil.example",
        "GET http://evil.example/applicant|Host: six.example",
        "GET /api/me|Host: evil.example",
        "GET /assets/sixones.css|Host: evil.example",
        "GET /health/ready|Host: evil.example"
      })
  void an_unknown_host_is_misdirected_and_in_no_redirect(String asked) throws Exception {
    String[] parts = asked.split("\\|");

    String answer = ask(PROXY, parts[0], parts[1] + "\r\nX-Forwarded-Proto: https\r\n", "");

    assertThat(answer)
        .startsWith("HTTP/1.1 421")
        .containsIgnoringCase("cache-control: no-store")
        .doesNotContain("evil.example")
        .doesNotContainIgnoringCase("location:");
  }

  @Test
  void requests_are_counted_by_the_address_the_proxy_saw() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(check("198.51.100." + i + ", 203.0.113.50")).startsWith("HTTP/1.1 422");
    }

    assertThat(check("198.51.100.77, 203.0.113.50")).startsWith("HTTP/1.1 429");
    assertThat(check("203.0.113.51")).startsWith("HTTP/1.1 422");
  }

  private String check(String forwardedFor) throws Exception {
    return ask(
        PROXY,
        "POST /api/checks",
        "Host: six.example\r\nContent-Type: application/json\r\nX-Forwarded-Proto: https\r\n"
            + "X-Forwarded-For: "
            + forwardedFor
            + "\r\n",
        "{");
  }
}
