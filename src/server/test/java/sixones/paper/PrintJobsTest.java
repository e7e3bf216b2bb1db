package sixones.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sixones.InTurns;
import sixones.MovableClock;

/** Many documents are printed beside requests, for whoever still waits for them. */
@Timeout(60)
@InTurns(3)
class PrintJobsTest {
  private static final UUID ROUND = UUID.randomUUID();

  private final MovableClock clock = new MovableClock();
  private final Set<String> here = ConcurrentHashMap.newKeySet();
  private final PrintJobs jobs = new PrintJobs(clock, here::contains);

  @AfterEach
  void end() {
    jobs.close();
    MovableClock.reset();
  }

  @Test
  void an_archive_has_a_file_for_each_document() throws IOException {
    here.add("a");

    PrintJob job = done(jobs.start("a", ROUND, PrintJob.Form.ZIP, parts("一", "二", "三")));

    assertThat(job.done()).isEqualTo(3);
    List<String> files = new ArrayList<>();
    try (InputStream in = Files.newInputStream(job.file());
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(entry.getName());
        try (PdfInTests pdf = PdfInTests.of(zip.readAllBytes())) {
          assertThat(pdf.text()).contains(entry.getName().substring(0, 1));
        }
      }
    }
    assertThat(files).containsExactly("一.pdf", "二.pdf", "三.pdf");
  }

  private static List<PrintJob.Part> parts(String... texts) {
    Typesetter typesetter = new Typesetter(null);
    List<PrintJob.Part> parts = new ArrayList<>();
    for (String text : texts) {
      parts.add(
          new PrintJob.Part(
              text + ".pdf",
              () -> {
                ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                typesetter.print(
                    "<html lang='zh-CN'><head><title>"
                        + text
                        + "</title></head><body><h1>"
                        + text
                        + "</h1></body></html>",
                    pdf);
                return pdf.toByteArray();
              }));
    }
    return parts;
  }

  private static PrintJob done(PrintJob job) {
    while (job.state() == PrintJob.State.WAITING || job.state() == PrintJob.State.RUNNING) {
      Thread.onSpinWait();
    }
    assertThat(job.state()).isEqualTo(PrintJob.State.DONE);
    return job;
  }

  @Test
  void one_document_has_the_pages_and_bookmarks_of_all() throws IOException {
    here.add("a");

    PrintJob job = done(jobs.start("a", ROUND, PrintJob.Form.PDF, parts("一", "二")));

    try (PdfInTests pdf = PdfInTests.of(Files.readAllBytes(job.file()))) {
      assertThat(pdf.pages()).isEqualTo(2);
      assertThat(pdf.words()).isEqualTo("一二");
      assertThat(pdf.document().getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(pdf.document().getDocumentCatalog().getDocumentOutline().children()).hasSize(2);
    }
    assertThat(job.file().getParent().toFile().list()).containsExactly("papers");
  }

  @Test
  void what_cannot_be_printed_is_left_out_and_named() {
    here.add("a");
    List<PrintJob.Part> parts = new ArrayList<>(parts("一"));
    parts.add(
        new PrintJob.Part(
            "large.pdf",
            () -> {
              throw new PaperRefused(PaperRefused.Why.TOO_LARGE);
            }));
    parts.add(new PrintJob.Part("changed.pdf", () -> null));

    PrintJob job = done(jobs.start("a", ROUND, PrintJob.Form.ZIP, parts));

    assertThat(job.missing()).containsExactly("large.pdf", "changed.pdf");
    assertThat(job.done()).isEqualTo(3);
  }

  @Test
  void a_job_ends_with_whom_it_is_for() {
    here.add("a");
    CountDownLatch goOn = new CountDownLatch(1);
    List<PrintJob.Part> parts = new ArrayList<>();
    parts.add(new PrintJob.Part("held.pdf", () -> held(goOn)));
    parts.addAll(parts("一"));
    PrintJob job = jobs.start("a", ROUND, PrintJob.Form.ZIP, parts);
    Path folder = job.file().getParent();

    here.remove("a");
    goOn.countDown();

    while (job.state() != PrintJob.State.FAILED) {
      Thread.onSpinWait();
    }
    assertThat(jobs.find("a", ROUND)).isEmpty();
    assertThat(folder).doesNotExist();
  }

  private static byte[] held(CountDownLatch goOn) throws IOException {
    try {
      goOn.await();
      return new byte[0];
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void a_file_is_kept_for_half_an_hour_and_not_beyond_the_service() {
    here.addAll(Set.of("a", "b"));
    PrintJob first = done(jobs.start("a", ROUND, PrintJob.Form.ZIP, parts("一")));
    MovableClock.moveTo(clock.instant().plus(Duration.ofMinutes(29)));
    assertThat(jobs.find("a", ROUND)).contains(first);
    assertThat(jobs.find("b", ROUND)).isEmpty();

    MovableClock.moveTo(clock.instant().plus(Duration.ofMinutes(2)));

    assertThat(jobs.find("a", ROUND)).isEmpty();
    assertThat(first.file()).doesNotExist();
    PrintJob last = done(jobs.start("b", ROUND, PrintJob.Form.ZIP, parts("二")));
    jobs.close();
    assertThat(last.file().getParent()).doesNotExist();
  }

  @Test
  void each_has_one_job_and_few_have_any() {
    here.addAll(Set.of("a", "b", "c", "d", "e"));
    PrintJob first = done(jobs.start("a", ROUND, PrintJob.Form.ZIP, parts("一")));
    PrintJob second = done(jobs.start("a", ROUND, PrintJob.Form.ZIP, parts("二")));
    assertThat(first.file()).doesNotExist();
    assertThat(jobs.find("a", ROUND)).contains(second);
    for (String owner : List.of("b", "c", "d")) {
      done(jobs.start(owner, ROUND, PrintJob.Form.ZIP, parts("三")));
    }

    assertThatThrownBy(() -> jobs.start("e", ROUND, PrintJob.Form.ZIP, parts("四")))
        .isInstanceOf(PaperRefused.class);
  }
}
