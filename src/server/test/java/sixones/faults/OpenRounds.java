package sixones.faults;

import java.io.IOException;
import java.util.UUID;

/** The round that is handed in to; another one when an applicant may hand in no more. */
final class OpenRounds {
  private final Caller officer;
  private final Book book;
  private UUID current;

  OpenRounds(Caller officer, Book book) {
    this.officer = officer;
    this.book = book;
    this.current = open();
  }

  synchronized UUID current() {
    return current;
  }

  synchronized void isFull(UUID round) {
    if (round.equals(current)) {
      current = open();
    }
  }

  private UUID open() {
    UUID[] opened = new UUID[1];
    Waiting.until(
        "a round is opened",
        Service.LONGEST_START,
        () -> {
          try {
            opened[0] = officer.openRound();
            book.open(opened[0]);
            return true;
          } catch (IOException e) {
            return false;
          }
        });
    return opened[0];
  }
}
