package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests as no client sends them, byte by byte: what RFC 9112 has refused is one, and the last.
 */
class RawRequestsIT {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");
  private static final String TAIL = "GET /second HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String CHECK = "POST /api/checks HTTP/1.1\r\nHost: x\r\n";

  private static PackagedApplication service;
  private static URI root;

  @BeforeAll
  static void starts() throws Exception {
    service = PackagedApplication.demonstration();
    root = service.root();
  }

  /** What clients do wrong is no fault of the service. */
  @AfterAll
  static void ends() throws Exception {
    assertThat(service.said())
        .noneMatch(line -> line.contains(" ERROR ") || line.contains("\tat "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n",
        "Transfer-Encoding: \"chunked\"\r\n\r\n",
        "Transfer-Encoding: chunked;q=1\r\n\r\n",
        "Transfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}",
        "Transfer-Encoding:\r\nContent-Length: 2\r\n\r\n{}",
        "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Length: 2, 2\r\n\r\n{}",
        "Content-Length: +2\r\n\r\n{}",
        "Content-Length: -2\r\n\r\n{}",
        "Content-Length: 0x2\r\n\r\n{}",
        "Content-Length: ٢\r\n\r\n{}",
        "Content-Length:\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Host: x\r\n\r\n",
        "Host: y\r\n\r\n",
        "X : y\r\n\r\n",
        ": y\r\n\r\n",
        "X: a\rb\r\n\r\n",
        "X: a\u0000b\r\n\r\n",
        "X\r\n\r\n",
        "X: y\nContent-Length: 2\n\n{}"
      })
  void what_could_be_taken_for_two_is_refused_and_the_last(String rest) throws Exception {
    assertThat(statuses(CHECK + "Content-Type: application/json\r\n" + rest + TAIL))
        .containsExactly("400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
        "GET http://other/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://x@other/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET x HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
        "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n X: y\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\nHost: x\n\n",
        "GET /\r\nHost: x\r\n\r\n",
        "G@T / HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /api/checks HTTP/1.0\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: keep-alive\r\n\r\n0\r\n\r\n"
      })
  void a_head_that_says_not_whom_it_asks_for_what_is_refused(String head) throws Exception {
    assertThat(statuses(head + TAIL)).containsExactly("400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1\r\n\r\n",
        "zz\r\n\r\n",
        "0x2\r\n{}\r\n0\r\n\r\n",
        "2\n{}\r\n0\r\n\r\n",
        "2;a\nb\r\n{}\r\n0\r\n\r\n",
        "2\r\n{}XX0\r\n\r\n",
        "2 3\r\n{}\r\n0\r\n\r\n",
        " 2\r\n{}\r\n0\r\n\r\n",
        "100000002\r\n{}\r\n0\r\n\r\n"
      })
  void after_a_chunk_that_is_none_nothing_is_read(String body) throws Exception {
    List<String> statuses =
        statuses(
            CHECK
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + body
                + TAIL);

    assertThat(statuses).containsExactly("400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Authorization: Basic YWRtaW46eA==\r\n", "Authorization: x\r\n"})
  void a_trailer_without_end_is_refused_whoever_sends_it(String credentials) throws Exception {
    String trailer = "2\r\n{}\r\n0\r\nX: " + "y".repeat(200_000) + "\r\n\r\n";

    assertThat(
            statuses(
                CHECK
                    + credentials
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + trailer))
        .containsAnyOf("400", "401")
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /% HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /account?a=<> HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET x HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET\r\n\r\n",
        "POST /api/checks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x2\r\n"
      })
  void a_bare_refusal_has_the_headers_of_all_others(String request) throws Exception {
    assertThat(answer(request).toLowerCase(Locale.ROOT))
        .contains(" 400 ", "cache-control: no-store", "x-content-type-options: nosniff")
        .contains("content-security-policy: default-src 'none'", "x-frame-options: deny");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2;a=\"b;c\"\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0002\r\n{}\r\n000\r\nContent-Length: 9\r\n\r\n",
        "Content-Length: 002\r\n\r\n{}",
        "Content-Length: 2\r\nX: a\r\n b\r\n\r\n{}"
      })
  void what_can_be_read_in_one_way_is_read_and_so_is_what_follows(String rest) throws Exception {
    String last = "GET /second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    assertThat(statuses(CHECK + "Content-Type: application/json\r\n" + rest + last))
        .containsExactly("422", "404");
  }

  @Test
  void an_old_request_is_read_and_an_address_may_name_the_host_it_is_sent_to() throws Exception {
    assertThat(statuses("GET /health/live HTTP/1.0\r\nHost: x\r\n\r\n")).containsExactly("200");
    assertThat(
            statuses("GET http://x/health/live HTTP/1.1\r\nConnection: close\r\nHost: x\r\n\r\n"))
        .containsExactly("200");
  }

  @Test
  void a_head_that_drips_has_ten_seconds() throws Exception {
    Instant start = Instant.now();
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(500);
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nX: ".getBytes());

      assertThat(drip(socket)).isEqualTo(-1);
    }
    assertThat(Duration.between(start, Instant.now())).isBetween(seconds(9), seconds(14));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** Sends a byte whenever nothing comes for a while, up to half a minute; what comes at last. */
  private static int drip(Socket socket) throws IOException {
    for (int i = 0; i < 60; i++) {
      try {
        return socket.getInputStream().read();
      } catch (SocketTimeoutException e) {
        socket.getOutputStream().write('x');
      }
    }
    return 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/applicant;a",
        "/applicant?a;b",
        "/applicant?a,b",
        "/applicant/drafts/new?a=,;%2C"
      })
  void a_guarded_address_no_cookie_can_hold_leads_to_the_sign_in_page(String address)
      throws Exception {
    assertThat(asked(address))
        .startsWith("HTTP/1.1 302")
        .containsIgnoringCase("set-cookie: sixones-loc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/applicant?a=\"b\"",
        "/applicant?a\\b",
        "/applicant?a=\u00e9",
        "/applicant?a={b}",
        "/applicant?%"
      })
  void a_guarded_address_that_is_none_is_answered_all_the_same(String address) throws Exception {
    assertThat(asked(address)).matches("(?s)HTTP/1.1 (302|400) .*");
  }

  private String asked(String address) throws IOException {
    return answer("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  private List<String> statuses(String request) throws IOException {
    List<String> statuses = new ArrayList<>();
    Matcher status = STATUS.matcher(answer(request));
    while (status.find()) {
      statuses.add(status.group(1));
    }
    return statuses;
  }

  private String answer(String request) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketException e) {
        // Closed while there was more to read; what came before counts.
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
