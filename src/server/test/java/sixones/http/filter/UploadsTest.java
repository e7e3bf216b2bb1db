package sixones.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.evidence.FilesInTests.form;
import static sixones.evidence.FilesInTests.pdf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.FileOwner;
import sixones.faults.Waiting;
import sixones.http.StrictDoors;
import sixones.http.strict.RawRequest;
import sixones.http.strict.Wire;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.Transactions;

/**
 * Evidence files that come too slowly or not to their end: no file is kept of them, no row is
 * written, nothing counts, and the same file can be sent once more.
 */
@QuarkusTest
@TestProfile(StrictDoors.class)
@InTurns(3)
class UploadsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LENGTH = 1 << 20;

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;
  @Inject EvidenceFiles files;
  @TestHTTPResource URI root;

  @ConfigProperty(name = "sixones.data")
  Path data;

  private Person applicant;
  private UUID draft;

  @BeforeEach
  void a_draft_is_there() {
    // Of a name of its own: each may ask six times a minute.
    String name = "slow-" + UUID.randomUUID();
    applicant = new PeopleInTests(transactions).there(new Person(name, Role.APPLICANT, "512000"));
    byte[] bid = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);
    draft = drafts.create(applicant, "a bid", new WorkingDrafts.Text(Draft.Format.JSON, bid)).id();
  }

  private String head(String address, String key, int length) {
    return "POST "
        + address
        + " HTTP/1.1\r\nHost: x\r\n"
        + Wire.signed(applicant.name())
        + "\r\nIdempotency-Key: "
        + key
        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
        + length
        + "\r\nConnection: close\r\n\r\n";
  }

  private String address() {
    return "/api/drafts/" + draft + "/files";
  }

  private List<Path> arriving() throws IOException {
    Path incoming = data.resolve("files/incoming");
    if (!Files.isDirectory(incoming)) {
      return List.of();
    }
    try (Stream<Path> there = Files.list(incoming)) {
      return there.toList();
    }
  }

  private void nothingIsKept() {
    Waiting.until("what arrived is gone", PATIENCE, () -> arriving().isEmpty());
    FileOwner owner = FileOwner.draft(draft);
    assertThat(files.list(applicant, owner)).isEmpty();
    EvidenceQuota.Used used = files.used(applicant, owner);
    assertThat(used.owner()).isZero();
    assertThat(used.applicant()).isZero();
  }

  private void isTaken(String key) throws IOException {
    byte[] form = form(pdf("whole"));
    try (RawRequest whole = new RawRequest(root, "127.0.0.31")) {
      assertThat(whole.send(head(address(), key, form.length)).send(form).answer())
          .startsWith("HTTP/1.1 201");
    }
    files
        .list(applicant, FileOwner.draft(draft))
        .forEach(file -> files.remove(applicant, file.owner(), file.id()));
  }

  @Test
  void bytes_that_trickle_are_answered_when_the_time_is_over_and_nothing_is_kept()
      throws Exception {
    String key = UUID.randomUUID().toString();
    byte[] form = form(pdf("slow"));
    ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    try (RawRequest slow = new RawRequest(root, "127.0.0.30")) {
      slow.send(head(address(), key, LENGTH));
      int[] next = {0};
      drip.scheduleAtFixedRate(
          () -> {
            try {
              slow.send(new byte[] {form[next[0]++ % form.length]});
            } catch (IOException closed) {
              throw new IllegalStateException(closed);
            }
          },
          0,
          20,
          TimeUnit.MILLISECONDS);

      String answer = slow.answer();

      assertThat(answer)
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json", "/problems/sent-too-slowly");
      assertThat(next[0]).as("bytes sent until then").isGreaterThan(10);
    } finally {
      drip.shutdownNow();
    }
    nothingIsKept();
    isTaken(key);
  }

  /** As a browser that is closed, and as a network that fails. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_connection_that_is_cut_leaves_nothing(boolean reset) throws Exception {
    String key = UUID.randomUUID().toString();
    byte[] form = form(new byte[LENGTH]);
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(address(), key, form.length).getBytes(StandardCharsets.UTF_8));
      out.write(form, 0, form.length / 2);
      out.flush();
      Waiting.until(
          "half of it has arrived",
          PATIENCE,
          () -> arriving().size() == 1 && Files.size(arriving().get(0)) >= form.length / 4);
      socket.setSoLinger(reset, 0);
    }

    nothingIsKept();
    isTaken(key);
  }
}
