package sixones.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Eight clients of four applicants, two or three to an applicant; in the short form four clients of
 * three.
 */
final class Crowd implements AutoCloseable {
  private static final List<String> CHENGDU = List.of("chengdu", "510100");
  private static final List<List<String>> PEOPLE =
      List.of(
          CHENGDU,
          List.of("applicant", "510100"),
          List.of("deyang", "510600"),
          List.of("mianyang", "510700"),
          CHENGDU,
          List.of("deyang", "510600"),
          List.of("mianyang", "510700"),
          List.of("yibin", "511500"));

  private final Book book = new Book();
  private final List<Client> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Crowd(URI root, Random random) {
    OpenRounds rounds = new OpenRounds(new Caller(root, "officer"), book);
    for (List<String> who : PEOPLE.subList(0, Form.asked().of(4, PEOPLE.size()))) {
      Client client = new Client(root, who.get(0), who.get(1), rounds, book, random.nextLong());
      clients.add(client);
      threads.add(new Thread(client, who.get(0)));
    }
  }

  Crowd started() {
    threads.forEach(Thread::start);
    return this;
  }

  Book book() {
    return book;
  }

  /** Lets everybody bring to its end what was begun. */
  void end() {
    clients.forEach(Client::end);
    for (Thread thread : threads) {
      Waiting.until("every client is answered", Duration.ofSeconds(120), () -> !thread.isAlive());
    }
  }

  @Override
  public void close() {
    clients.forEach(Client::end);
    threads.forEach(Thread::interrupt);
  }
}
