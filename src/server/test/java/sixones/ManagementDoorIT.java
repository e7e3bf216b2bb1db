package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.http.strict.Wire;
import sixones.http.strict.Wire.Answer;

/** Metrics and health are as closed to pages and to odd requests as all the rest. */
class ManagementDoorIT {
  private static PackagedApplication service;
  private static URI management;

  @BeforeAll
  static void starts() throws Exception {
    service = PackagedApplication.demonstration();
    management = service.management();
  }

  @AfterAll
  static void ends() throws Exception {
    assertThat(service.said())
        .noneMatch(line -> line.contains(" ERROR ") || line.contains("\tat "));
  }

  private Answer asked(String request) {
    String here = management.getAuthority();
    return new Wire(management).exactly(request.replace("{here}", here) + "\r\n\r\n");
  }

  private void refuses(String request, int status) {
    Answer refused = asked(request);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.head())
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control"));
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(refused.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /metrics HTTP/1.1\r\nHost: evil.com",
        "GET /metrics HTTP/1.1\r\nHost: evil.com\r\nOrigin: http://evil",
        "OPTIONS /metrics HTTP/1.1\r\nHost: evil.com\r\nOrigin: http://evil\r\n"
            + "Access-Control-Request-Method: GET"
      })
  void no_name_but_ours_leads_in(String request) {
    refuses(request, 421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /metrics HTTP/1.1\r\nHost: {here}\r\nOrigin: http://{here}",
        "GET /metrics HTTP/1.1\r\nHost: {here}\r\nOrigin:",
        "GET /metrics HTTP/1.1\r\nHost: {here}\r\nOrigin: null",
        "GET /metrics HTTP/1.1\r\nHost: {here}\r\nSec-Fetch-Site: cross-site",
        "OPTIONS /health HTTP/1.1\r\nHost: {here}\r\nOrigin: http://evil\r\n"
            + "Access-Control-Request-Method: GET"
      })
  void no_page_of_a_browser_is_let_in(String request) {
    refuses(request, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health/% HTTP/1.1\r\nHost: {here}",
        "GET /%zz HTTP/1.1\r\nHost: {here}",
        "GET /metrics?a=<> HTTP/1.1\r\nHost: {here}",
        "GET /metrics HTTP/1.1",
        "GET /metrics HTTP/1.1\r\nHost: {here}\r\nHost: {here}",
        "GET /metrics HTTP/1.1\r\n X: y\r\nHost: {here}",
        "GET /metrics HTTP/1.1\r\nHost: {here}\r\nContent-Length: 2\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0",
        "GET /metrics HTTP/1.1\r\nHost: {here}\r\nTransfer-Encoding: gzip\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0",
        "PRI * HTTP/2.0\r\n\r\nSM"
      })
  void what_could_be_read_in_two_ways_is_not_read(String request) {
    refuses(request, 400);
  }

  @Test
  void nothing_is_switched_to_http_2() {
    Answer answered =
        asked(
            "GET /health/live HTTP/1.1\r\nHost: {here}\r\nUpgrade: h2c\r\n"
                + "Connection: Upgrade, HTTP2-Settings\r\n"
                + "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n"
                + "GET /health/live HTTP/1.1\r\nHost: {here}\r\nConnection: close");

    assertThat(answered.head().get(0)).isEqualTo("HTTP/1.1 200 OK");
    assertThat(answered.text()).contains("UP", "HTTP/1.1 200 OK");
  }

  @Test
  void who_types_the_address_or_asks_as_a_program_is_answered() {
    String asks = "GET /metrics HTTP/1.1\r\nHost: {here}\r\nConnection: close";

    assertThat(asked(asks).status()).isEqualTo(200);
    assertThat(asked(asks + "\r\nSec-Fetch-Site: none").status()).isEqualTo(200);
  }
}
