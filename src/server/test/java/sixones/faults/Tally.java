package sixones.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What came of everything that clients sent, whatever it was. */
abstract class Tally {
  private static final int MOST_FAULTS = 50;

  private final List<String> faults = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private long tries;
  private long refused;
  private Duration longestAnswer = Duration.ZERO;
  private long lastAnswer;
  private Duration longestOutage = Duration.ZERO;

  /** How many acts were begun. */
  abstract int sent();

  /** How many were accepted. */
  abstract int accepted();

  synchronized void beginClock() {
    lastAnswer = lastAnswer == 0 ? System.nanoTime() : lastAnswer;
  }

  synchronized void attempt() {
    tries++;
  }

  /** A clear 503 was told. */
  synchronized void refuse() {
    refused++;
  }

  synchronized long refused() {
    return refused;
  }

  /** How long one answer took, whatever it was. */
  synchronized void answered(Duration after) {
    longestAnswer = after.compareTo(longestAnswer) > 0 ? after : longestAnswer;
  }

  synchronized Duration longestAnswer() {
    return longestAnswer;
  }

  /** The connection to the service broke: no answer at all. */
  synchronized void broke(Exception how) {
    broken.add(Instant.now() + " " + how);
  }

  /** When and how each connection broke. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }

  /** An act was accepted; whoever waits for it is told. */
  synchronized void tell() {
    long now = System.nanoTime();
    Duration silence = Duration.ofNanos(now - lastAnswer);
    longestOutage = silence.compareTo(longestOutage) > 0 ? silence : longestOutage;
    lastAnswer = now;
    notifyAll();
  }

  synchronized void fault(String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(what);
    }
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** Waits until so many were accepted; false if that is not so in time. */
  synchronized boolean await(int accepted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (accepted() < accepted && System.nanoTime() < deadline) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return accepted() >= accepted;
  }

  /** How often something had to be sent again. */
  synchronized long retries() {
    return tries - sent();
  }

  /** The longest time in which nothing was accepted. */
  synchronized Duration longestOutage() {
    return longestOutage;
  }
}
