package sixones.http.strict;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRequestsTest {
  private static final String WHOLE = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  private static final String CHUNKED =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final EmbeddedChannel connection =
      new EmbeddedChannel(new StrictRequests(), new EveryResponse());

  @Test
  void requests_one_after_the_other_are_read() {
    send(WHOLE + "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}" + WHOLE);

    assertThat(read()).containsExactly(true, true, true);
  }

  @Test
  void after_a_faulty_head_nothing_is_read() {
    send("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n" + WHOLE);
    send(WHOLE);

    assertThat(read()).containsExactly(false);
  }

  @Test
  void chunks_are_read_piece_by_piece_and_what_follows_too() {
    String chunks = "2\r\n{}\r\n0A ;a=b\r\n0123456789\r\n0\r\nX: y\r\n\r\n";
    for (char each : (CHUNKED + chunks + WHOLE).toCharArray()) {
      send("" + each);
    }

    assertThat(connection.isOpen()).isTrue();
    assertThat(read()).containsExactly(true, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {" 2\r\n{}", "2 3\r\n{}", "2 \r\n{}", "100000002\r\n{}", ";2\r\n{}"})
  void a_size_that_two_would_read_differently_ends_the_connection(String chunk) {
    for (char each : (CHUNKED + chunk + "\r\n0\r\n\r\n" + WHOLE).toCharArray()) {
      send("" + each);
    }

    assertThat(connection.isOpen()).isFalse();
    assertThat(read()).containsExactly(true);
  }

  @Test
  void after_such_a_size_nothing_that_came_with_it_is_read() {
    send(CHUNKED + "2 3\r\n{}\r\n0\r\n\r\n" + WHOLE);

    assertThat(read()).containsExactly(true);
  }

  @Test
  void such_a_body_is_answered_and_nothing_after_that() {
    send(CHUNKED + "2 3\r\n{}\r\n0\r\n\r\n");

    HttpResponse refusal = connection.readOutbound();
    assertThat(refusal.status().code()).isEqualTo(400);
    assertThat(refusal.headers().get("Cache-Control")).isEqualTo("no-store");
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void no_response_of_another_request_comes_in_its_place() {
    send(WHOLE + CHUNKED + "2 3\r\n{}");

    assertThat(answers()).isEmpty();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void what_is_answered_already_is_not_answered_again() {
    send(CHUNKED);
    connection.write(
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
    send("2 3\r\n{}");

    assertThat(answers()).containsExactly(413);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void a_head_that_drips_ends_the_connection_after_ten_seconds() {
    connection.freezeTime();
    for (int second = 0; second < StrictRequests.LONGEST_HEAD_SECONDS; second++) {
      send(WHOLE.substring(second, second + 1));
      assertThat(connection.isOpen()).as("after %s seconds", second).isTrue();
      pass(1);
    }

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void each_head_has_ten_seconds_and_a_body_has_others() {
    connection.freezeTime();
    send(WHOLE);
    pass(11);
    send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{");
    pass(11);
    send("}GET");
    pass(9);
    send(WHOLE.substring(3));
    pass(11);

    assertThat(connection.isOpen()).isTrue();
    assertThat(read()).hasSize(3);
  }

  @Test
  void who_is_not_read_on_is_not_slow() {
    connection.freezeTime();
    send("GET");
    connection.config().setAutoRead(false);
    pass(11);
    assertThat(connection.isOpen()).isTrue();

    connection.config().setAutoRead(true);
    pass(11);

    assertThat(connection.isOpen()).isFalse();
  }

  private void send(String text) {
    if (!connection.isOpen()) {
      return;
    }
    connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
  }

  private void pass(int seconds) {
    connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
    connection.runScheduledPendingTasks();
  }

  private List<Integer> answers() {
    List<Integer> answers = new ArrayList<>();
    for (Object next = connection.readOutbound(); next != null; next = connection.readOutbound()) {
      if (next instanceof HttpResponse answer) {
        answers.add(answer.status().code());
      }
    }
    return answers;
  }

  /** Whether each request that was read could be. */
  private List<Boolean> read() {
    List<Boolean> read = new ArrayList<>();
    for (Object next = connection.readInbound(); next != null; next = connection.readInbound()) {
      if (next instanceof HttpRequest request) {
        read.add(request.decoderResult().isSuccess());
      }
    }
    return read;
  }
}
