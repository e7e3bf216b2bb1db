package sixones.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Documents that are printed one after the other into one file, and how far that is. */
public final class PrintJob {
  /** What the documents become. */
  public enum Form {
    /** A file for each, in one archive. */
    ZIP,
    /** All pages in one document. */
    PDF
  }

  /** How far a job is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /** Prints one document. */
  @FunctionalInterface
  public interface Printer {
    /** Returns the document as PDF; null if it cannot be printed and is left out. */
    byte[] print() throws IOException;
  }

  /**
   * One document.
   *
   * @param file its file name in an archive
   */
  public record Part(String file, Printer printer) {}

  private final String owner;
  private final UUID about;
  private final Form form;
  private final int total;
  private final Instant startedAt;
  private final Path folder;
  private final List<String> missing = new ArrayList<>();
  private State state = State.WAITING;
  private boolean stopped;
  private int done;

  PrintJob(String owner, UUID about, Form form, int total, Instant startedAt, Path folder) {
    this.owner = owner;
    this.about = about;
    this.form = form;
    this.total = total;
    this.startedAt = startedAt;
    this.folder = folder;
  }

  String owner() {
    return owner;
  }

  /** Returns the id of what the documents are about, such as a round. */
  public UUID about() {
    return about;
  }

  public Form form() {
    return form;
  }

  /** Returns the number of documents. */
  public int total() {
    return total;
  }

  /** Returns the number of documents printed or left out so far. */
  public synchronized int done() {
    return done;
  }

  public synchronized State state() {
    return state;
  }

  /** Returns the files left out, because they are too large or what they rest on was changed. */
  public synchronized List<String> missing() {
    return List.copyOf(missing);
  }

  Instant startedAt() {
    return startedAt;
  }

  /** Returns the printed file; it is there once the job is done, until the job is removed. */
  public Path file() {
    return folder.resolve("papers");
  }

  Path folder() {
    return folder;
  }

  synchronized void printed() {
    done++;
  }

  synchronized void leftOut(String file) {
    done++;
    missing.add(file);
  }

  synchronized void become(State next) {
    state = next;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  /** Stops the job at its next document and removes its files. */
  synchronized void remove() {
    stopped = true;
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Tried again with the next sweep, and with the end of the service.
      folder.toFile().deleteOnExit();
    }
  }
}
