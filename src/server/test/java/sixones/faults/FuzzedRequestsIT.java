package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.faults.RawAnswers.Answer;

/**
 * The packaged service is sent what no client sends, one after the other over connections that stay
 * open: each is answered or cut off in time, and no answer and no line of the log is of a fault.
 */
class FuzzedRequestsIT {
  private static final int WORKERS = 8;
  private static final int MOST_OF_A_CONNECTION = 50;

  /** After so long without an answer others are sent meanwhile. */
  private static final int PATIENCE = 100;

  /** Shorter times than usual, so that what is left open ends soon. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "SIXONES_HOSTS", "x,127.0.0.1",
          "SIXONES_LIMITS_REQUEST_TIME", "10S",
          "QUARKUS_HTTP_IDLE_TIMEOUT", "12S");

  private static final int LONGEST = 30_000;

  private static final Pattern TRACE = Pattern.compile("\tat |Exception|\\.java:[0-9]");

  @TempDir Path folder;

  private final AtomicInteger left = new AtomicInteger(Form.asked().of(1_000, 1_000_000));
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final ExecutorService waiting = Executors.newCachedThreadPool();

  @Test
  void whatever_is_sent_is_answered_or_cut_off_and_never_a_fault() throws Exception {
    int all = left.get();
    long seed = Long.getLong("faults.seed", 9112);
    System.out.println("fuzzed requests: seed " + seed + ", another by -Dfaults.seed=…");
    Path data = UsedData.copyTo(folder.resolve("data"));
    try (Service service = new Service(data, SETTINGS).started()) {
      List<OpenPage> pages = new ArrayList<>();
      for (String person : List.of("chengdu", "officer", "auditor", "admin")) {
        pages.add(OpenPage.of(service.root(), person));
      }
      ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        SpoiltRequests requests = new SpoiltRequests(new Random(seed + i), pages);
        ends.add(workers.submit(() -> send(requests, service.root())));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      workers.shutdown();
      waiting.shutdown();
      assertThat(waiting.awaitTermination(2L * LONGEST, TimeUnit.MILLISECONDS)).isTrue();
      assertThat(new Caller(service.root(), "chengdu").answers("/api/me")).isTrue();
    }
    System.out.println("fuzzed requests: " + all + " sent, answered with " + statuses);
    assertThat(faults).isEmpty();
    try (Stream<String> log = Files.lines(folder.resolve("data-service.log"))) {
      assertThat(log.filter(line -> TRACE.matcher(line).find() || line.contains(" ERROR ")))
          .isEmpty();
    }
    assertThat(statuses).containsKeys(200, 302, 400, 404, 415, 422);
  }

  private Void send(SpoiltRequests requests, URI root) throws IOException {
    while (left.get() > 0 && faults.size() < 20) {
      Connection connection = new Connection(root);
      boolean isOpen = true;
      for (int i = 0; isOpen && i < MOST_OF_A_CONNECTION && left.getAndDecrement() > 0; i++) {
        isOpen = connection.isAnswered(requests.next());
      }
      if (isOpen) {
        connection.socket.close();
      }
    }
    return null;
  }

  /** One connection, from an address of its own loopback, so that none runs out of ports. */
  private final class Connection {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Socket socket = new Socket();
    private final RawAnswers answers;
    private byte[] sent;

    Connection(URI root) throws IOException {
      byte[] from = {127, 0, 1, (byte) (1 + NUMBER.getAndIncrement() % 250)};
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(from), 0));
      socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
      answers = new RawAnswers(new BufferedInputStream(socket.getInputStream()));
    }

    /** Whether an answer came and another request may be sent. */
    boolean isAnswered(byte[] request) throws IOException {
      sent = request;
      try {
        socket.getOutputStream().write(request);
      } catch (IOException closed) {
        // With an answer, perhaps, which is still to be read.
      }
      socket.setSoTimeout(PATIENCE);
      try {
        look(answers.next(isHead()));
        return true;
      } catch (SocketTimeoutException e) {
        waiting.submit(this::await);
      } catch (IOException closed) {
        socket.close();
      }
      return false;
    }

    private boolean isHead() {
      return new String(sent, StandardCharsets.ISO_8859_1).startsWith("HEAD ");
    }

    /** Reads on, from wherever in an answer it is, to the end. */
    private Void await() throws IOException {
      try (socket) {
        socket.setSoTimeout(LONGEST);
        look(answers.rest());
      } catch (SocketTimeoutException e) {
        faults.add("neither answered nor closed: " + shown(sent));
      }
      return null;
    }

    private void look(Answer answer) {
      statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
      if (answer.status() >= 500 || TRACE.matcher(answer.text()).find()) {
        faults.add(answer.text() + "\nto\n" + shown(sent));
      }
    }
  }

  private static String shown(byte[] request) {
    StringBuilder shown = new StringBuilder();
    for (byte each : request) {
      boolean plain = each >= ' ' && each < 0x7f && each != '\\';
      shown.append(plain ? "" + (char) each : String.format("\\x%02x", each & 0xff));
    }
    return shown.toString();
  }
}
