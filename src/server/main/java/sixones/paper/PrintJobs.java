package sixones.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.jboss.logging.Logger;

/**
 * Prints many documents beside the requests, one job at a time. Each owner, such as a session, has
 * at most one job; its file is removed when the owner is gone, after half an hour, and with the end
 * of the service. Other instances of the service know nothing of it.
 */
public final class PrintJobs implements AutoCloseable {
  /** The most documents of a job. */
  public static final int MOST_PARTS = 2000;

  private static final Logger LOG = Logger.getLogger(PrintJobs.class);
  private static final int MOST = 4;
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Clock clock;
  private final Predicate<String> owns;
  private final List<PrintJob> jobs = new ArrayList<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "paper");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  /**
   * Creates it without a job.
   *
   * @param owns whether an owner may still have what it asked for
   */
  public PrintJobs(Clock clock, Predicate<String> owns) {
    this.clock = clock;
    this.owns = owns;
  }

  /**
   * Starts a job in place of the owner's last.
   *
   * @throws PaperRefused if there are too many documents, or too many jobs of others
   */
  public PrintJob start(String owner, UUID about, PrintJob.Form form, List<PrintJob.Part> parts) {
    if (parts.size() > MOST_PARTS) {
      throw new PaperRefused(PaperRefused.Why.TOO_LARGE);
    }
    sweep();
    PrintJob job;
    synchronized (jobs) {
      removeIf(last -> last.owner().equals(owner));
      if (jobs.size() >= MOST) {
        throw new PaperRefused(PaperRefused.Why.BUSY);
      }
      job = new PrintJob(owner, about, form, parts.size(), clock.instant(), folder());
      jobs.add(job);
    }
    worker.execute(() -> run(job, parts));
    return job;
  }

  /** Returns the owner's job about something, if there is one. */
  public Optional<PrintJob> find(String owner, UUID about) {
    sweep();
    synchronized (jobs) {
      return jobs.stream()
          .filter(job -> job.owner().equals(owner) && job.about().equals(about))
          .findFirst();
    }
  }

  /** Removes the jobs that are too old or whose owner is gone. */
  void sweep() {
    List<String> owners;
    synchronized (jobs) {
      removeIf(job -> job.startedAt().plus(KEPT).isBefore(clock.instant()));
      owners = jobs.stream().map(PrintJob::owner).toList();
    }
    // Asks the database, so nobody else waits for it.
    List<String> gone = owners.stream().filter(owns.negate()).toList();
    synchronized (jobs) {
      removeIf(job -> gone.contains(job.owner()));
    }
  }

  private void removeIf(Predicate<PrintJob> removed) {
    List<PrintJob> found = jobs.stream().filter(removed).toList();
    found.forEach(PrintJob::remove);
    jobs.removeAll(found);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("six-ones-paper");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(PrintJob job, List<PrintJob.Part> parts) {
    if (job.isStopped()) {
      return;
    }
    job.become(PrintJob.State.RUNNING);
    try {
      if (job.form() == PrintJob.Form.ZIP) {
        zip(job, parts);
      } else {
        join(job, parts);
      }
      job.become(PrintJob.State.DONE);
    } catch (IOException | RuntimeException e) {
      if (!job.isStopped()) {
        LOG.error("Documents of a round were not printed.", e);
      }
      job.become(PrintJob.State.FAILED);
    }
    if (job.isStopped()) {
      job.remove();
    }
  }

  private void zip(PrintJob job, List<PrintJob.Part> parts) throws IOException {
    try (OutputStream file = Files.newOutputStream(job.file());
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (PrintJob.Part part : parts) {
        byte[] printed = print(job, part);
        if (printed != null) {
          zip.putNextEntry(new ZipEntry(part.file()));
          zip.write(printed);
          zip.closeEntry();
        }
      }
    }
  }

  private void join(PrintJob job, List<PrintJob.Part> parts) throws IOException {
    PDFMergerUtility joined = new PDFMergerUtility();
    int number = 0;
    for (PrintJob.Part part : parts) {
      byte[] printed = print(job, part);
      if (printed != null) {
        Path file = job.folder().resolve(number++ + ".pdf");
        Files.write(file, printed);
        joined.addSource(file.toFile());
      }
    }
    joined.setDestinationFileName(job.file().toString());
    joined.mergeDocuments(
        IOUtils.createMemoryOnlyStreamCache(), CompressParameters.DEFAULT_COMPRESSION);
    for (int i = 0; i < number; i++) {
      Files.deleteIfExists(job.folder().resolve(i + ".pdf"));
    }
  }

  /** Prints one document; returns null if it is left out. */
  private byte[] print(PrintJob job, PrintJob.Part part) throws IOException {
    if (job.isStopped() || !owns.test(job.owner())) {
      job.remove();
      throw new IOException("nobody waits for it any more");
    }
    try {
      byte[] printed = part.printer().print();
      if (printed == null) {
        job.leftOut(part.file());
      } else {
        job.printed();
      }
      return printed;
    } catch (PaperRefused refused) {
      job.leftOut(part.file());
      return null;
    }
  }

  /** Stops all jobs and removes their files. */
  @Override
  public void close() {
    worker.shutdownNow();
    synchronized (jobs) {
      removeIf(job -> true);
    }
  }
}
