package sixones.pages.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.Project;
import sixones.official.OfficialEvaluation;
import sixones.overview.RoundEvaluations;
import sixones.pages.frame.DigestOf;
import sixones.pages.rounds.OverviewInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Each command that a page names beside a digest, run on what the page lets people download. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class DigestCommandsTest {
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;
  @Inject RoundEvaluations evaluations;

  @TempDir Path folder;

  private OverviewInTests test;
  private Submission bid;
  private String page;

  @BeforeEach
  void a_bid_was_evaluated() {
    test = new OverviewInTests(rounds, submissions, transactions);
    Round round = test.round("Digests", "摘要值", "open");
    bid = test.handIn(round, OverviewInTests.bid("510100"));
    page = "/evaluations/" + bid.result().evaluation();
  }

  @Test
  void each_command_gives_the_digest_it_stands_beside() throws Exception {
    OfficialEvaluation kept = evaluations.find(AUDITOR, bid.result().evaluation());
    save(page + "/draft", "bid.json");
    Files.copy(folder.resolve("bid.json"), folder.resolve("bid.yaml"));
    Files.copy(folder.resolve("bid.json"), folder.resolve("original.json"));
    save(page + "/answer", "answer.json");
    save(page + "/rules", "rules.zip");
    install("rulesets");
    install("engine");

    Map<DigestOf, String> expected = new EnumMap<>(DigestOf.class);
    expected.put(DigestOf.BID, kept.draftDigest());
    expected.put(DigestOf.BID_YAML, kept.draftDigest());
    expected.put(DigestOf.ORIGINAL, kept.draftDigest());
    expected.put(DigestOf.ANSWER, kept.findingsDigest());
    expected.put(DigestOf.BUNDLE, kept.by().bundle());
    expected.put(DigestOf.RULES, kept.by().digest());
    expected.put(DigestOf.APPLICATION, kept.platform().application());

    expected.forEach(
        (of, digest) ->
            assertThat(run(of.command()))
                .as(of.command())
                .isEqualTo(digest.replace("sha256:", "")));
    assertThat(engine(kept.pin().engine())).isEqualTo(kept.pin().engine());
    assertThat(expected.keySet()).hasSize(DigestOf.values().length - 1);
  }

  @Test
  void each_digest_on_a_page_has_its_command_beside_it() {
    for (String language : List.of("en", "zh-CN")) {
      String audit = test.as(AUDITOR, language).get(page).asString();
      String city =
          test.as(new Person("test-510100", Role.APPLICANT, "510100"), language)
              .get("/applicant/submissions/" + bid.id())
              .asString();

      for (String html : List.of(audit, city)) {
        // 64 digits in code, and within the same entry a command in code.
        assertThat(html.split("<code>(sha256:)?[0-9a-f]{64}</code>", -1).length).isGreaterThan(2);
        assertThat(html)
            .doesNotContainPattern(
                "<code>(sha256:)?[0-9a-f]{64}</code>(?!<br><small class=\"digest\">)");
      }
      assertThat(audit)
          .contains(DigestOf.APPLICATION.command().replace("&", "&amp;").replace("'", "&#39;"));
    }
  }

  @Test
  void an_answer_and_its_rules_are_downloaded_by_those_who_may_read_the_evaluation() {
    for (String file : List.of("/answer", "/rules")) {
      test.as(OFFICER, "en").get(page + file).then().statusCode(200);
      test.as(CHENGDU, "en").get(page + file).then().statusCode(403);
      test.as(OFFICER, "en").get("/evaluations/" + UUID.randomUUID() + file).then().statusCode(404);
    }
    String own = "/applicant/submissions/" + bid.id() + "/answer";
    Person city = new Person("test-510100", Role.APPLICANT, "510100");
    assertThat(test.as(city, "en").accept("*/*").get(own).asByteArray())
        .isEqualTo(test.as(AUDITOR, "en").get(page + "/answer").asByteArray());
    test.as(new Person("test-510600", Role.APPLICANT, "510600"), "en")
        .accept("*/*")
        .get(own)
        .then()
        .statusCode(404);
    test.as(AUDITOR, "en").accept("*/*").get(own).then().statusCode(403);
  }

  private void save(String address, String name) throws IOException {
    byte[] bytes =
        test.as(AUDITOR, "en").get(address).then().statusCode(200).extract().asByteArray();
    Files.write(folder.resolve(name), bytes);
  }

  /** Packs the classes of a module where an installation has them. */
  private void install(String module) throws IOException {
    Path jar = folder.resolve("lib/main/sixones.sixones-" + module + "-1.jar");
    Files.createDirectories(jar.getParent());
    Path classes = Project.file("src/" + module + "/target/classes");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString();
        if (!name.startsWith("META-INF/") && !name.endsWith("engine.jar")) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
        }
      }
    }
  }

  private String run(String command) {
    try {
      Process process =
          new ProcessBuilder("bash", "-ec", command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(command).isZero();
      return said.split(" ")[0];
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String engine(String kept) throws SQLException {
    try (Connection administrator = TestDatabase.administrator();
        ResultSet found = administrator.createStatement().executeQuery(DigestOf.ENGINE.command())) {
      while (found.next()) {
        if (found.getString(1).equals(kept)) {
          return found.getString(2);
        }
      }
    }
    return null;
  }
}
