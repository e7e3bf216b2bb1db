package sixones.pages.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sixones.InTurns;
import sixones.Share;
import sixones.fact.Applicant;
import sixones.pages.rounds.OverviewInTests;
import sixones.paper.PdfInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submissions;

/** All papers of a round, printed beside the requests of an officer. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Timeout(180)
@InTurns(6)
class RoundPaperPagesTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]*)\"");
  private static final long NANOS = 1_000_000_000L;

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;

  private OverviewInTests test;
  private Round round;
  private String address;
  private Map<String, String> cookies;

  @BeforeEach
  void a_round_is_open() {
    test = new OverviewInTests(rounds, submissions, transactions);
    round = test.round("Papers", "打印", "open");
    address = "/rounds/" + round.id() + "/papers";
    cookies = test.signedIn(OFFICER);
  }

  private RequestSpecification officer() {
    return io.restassured.RestAssured.given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .header("Accept-Language", "zh-CN")
        .header("Sec-Fetch-Site", "same-origin")
        .cookies(cookies);
  }

  /** Starts printing and waits for the page to say that it is done. */
  private Response printed(String form) {
    Response page = officer().get(address);
    page.then().statusCode(200);
    Matcher token = TOKEN.matcher(page.asString());
    assertThat(token.find()).isTrue();
    officer()
        .cookies(page.cookies())
        .formParam("csrf-token", token.group(1))
        .formParam("form", form)
        .post(address)
        .then()
        .statusCode(303);
    while (!officer().get(address).asString().contains("已全部打印。")) {
      Thread.onSpinWait();
    }
    return officer().get(address + "/file");
  }

  @Test
  void an_archive_has_bid_and_report_of_each_applicant() throws IOException {
    test.handIn(round, OverviewInTests.bid("510500"));
    test.handIn(round, OverviewInTests.bid("510600"));

    Response response = printed("zip");

    response.then().statusCode(200).contentType("application/zip");
    assertThat(response.header("Content-Disposition"))
        .contains("filename=\"round-" + round.number() + ".zip\"");
    TreeSet<String> files = new TreeSet<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(response.asByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(entry.getName());
      }
    }
    String number = String.valueOf(round.number());
    assertThat(files)
        .containsExactlyInAnyOrder(
            number + "-510500-1 泸州市 打印 第1版 申报文件.pdf",
            number + "-510500-1 泸州市 打印 第1版 报告.pdf",
            number + "-510600-1 德阳市 打印 第1版 申报文件.pdf",
            number + "-510600-1 德阳市 打印 第1版 报告.pdf");
  }

  /** In the short form of the tests, of a quarter of them in a quarter of the time. */
  @Test
  void a_round_of_all_applicants_is_one_document_within_20_seconds_of_cpu() throws IOException {
    List<String> roll = RuleSetsInTests.SICHUAN.applicants().stream().map(Applicant::id).toList();
    List<String> all = Share.ofEvery(4, roll);
    test.handInAll(round, all);
    long before = cpu();

    Response response = printed("pdf");

    long spent = cpu() - before;
    System.out.println(
        "round of "
            + all.size()
            + ": "
            + spent / (NANOS / 1000)
            + " ms of CPU, "
            + response.asByteArray().length
            + " bytes");
    assertThat(spent).isLessThan(20 * NANOS * all.size() / roll.size());
    try (PdfInTests pdf = PdfInTests.of(response.asByteArray())) {
      String words = pdf.words();
      for (String applicant : all) {
        assertThat(words).contains(round.number() + "-" + applicant + "-1");
      }
      assertThat(pdf.pages()).isGreaterThan(3 * all.size());
    }
  }

  private static long cpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals("paper")) {
        return Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return 0;
  }

  @Test
  void nobody_but_the_officer_who_asked_gets_what_is_printed() {
    test.handIn(round, OverviewInTests.bid("510500"));
    printed("zip").then().statusCode(200);

    test.as(OFFICER, "en").get(address + "/file").then().statusCode(404);
    test.as(AUDITOR, "en").get(address + "/file").then().statusCode(403);
    test.as(new Person("test-510500", Role.APPLICANT, "510500"), "en")
        .get(address + "/file")
        .then()
        .statusCode(403);
    test.as(AUDITOR, "en").get(address).then().statusCode(403);
  }
}
