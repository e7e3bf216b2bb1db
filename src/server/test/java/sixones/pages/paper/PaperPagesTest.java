package sixones.pages.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.HostileBid;
import sixones.pages.Session;
import sixones.pages.rounds.OverviewInTests;
import sixones.paper.PdfInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Papers at their addresses: who gets them, under which names, and what they hold. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class PaperPagesTest {
  private static final Person OWN = new Person("test-510500", Role.APPLICANT, "510500");
  private static final Person OTHER = new Person("test-510600", Role.APPLICANT, "510600");
  private static final List<String> PAPERS = List.of("report.pdf", "bid.pdf", "receipt.pdf");

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  private OverviewInTests test;
  private Round round;
  private Submission submission;

  @BeforeEach
  void a_bid_was_handed_in() {
    test = new OverviewInTests(rounds, submissions, transactions);
    round = test.round("Pilot: cities/1", "试点城市", "open");
    submission = test.handIn(round, OverviewInTests.bid("510500"));
    test.handIn(round, OverviewInTests.bid("510600"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.pdf", "bid.pdf", "receipt.pdf"})
  void whoever_may_see_a_submission_gets_its_papers_and_nobody_else(String paper) {
    String address = "/submissions/" + submission.number() + "/" + paper;

    for (Person reader : List.of(OWN, OFFICER, AUDITOR)) {
      Response response = test.as(reader, "zh-CN").get(address);
      response
          .then()
          .statusCode(200)
          .contentType("application/pdf")
          .header("Cache-Control", "no-store");
      try (PdfInTests pdf = PdfInTests.of(response.asByteArray())) {
        assertThat(pdf.text()).contains(submission.number().toString());
        assertThat(pdf.document().getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      }
    }
    test.as(OTHER, "en").get(address).then().statusCode(404);
    test.as(ADMIN, "en").get(address).then().statusCode(403);
    io.restassured.RestAssured.given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get(address)
        .then()
        .statusCode(302)
        .header("Location", containsString("/sign-in"));
  }

  @Test
  void a_file_is_named_by_round_applicant_and_version() {
    String name =
        test.as(OWN, "zh-CN")
            .get("/submissions/" + submission.number() + "/bid.pdf")
            .header("Content-Disposition");

    assertThat(name).contains("filename=\"bid-" + submission.number() + ".pdf\"");
    String words = name.substring(name.indexOf("''") + 2);
    assertThat(words).matches("[A-Za-z0-9._%-]+");
    assertThat(URLDecoder.decode(words, StandardCharsets.UTF_8))
        .isEqualTo(submission.number() + " 泸州市 试点城市 第1版 申报文件.pdf");
    assertThat(
            URLDecoder.decode(
                test.as(OWN, "en")
                    .get("/submissions/" + submission.number() + "/bid.pdf")
                    .header("Content-Disposition"),
                StandardCharsets.UTF_8))
        .endsWith(submission.number() + " Luzhou Pilot- cities-1 version 1 bid.pdf");
  }

  @Test
  void a_number_leads_to_its_submission_whoever_may_see_it() {
    String address = "/submissions/" + submission.number();
    String evaluation = "/evaluations/" + submission.result().evaluation();

    test.as(OWN, "en")
        .get(address)
        .then()
        .statusCode(303)
        .header("Location", endsWith("/applicant/submissions/" + submission.id()));
    test.as(OFFICER, "en")
        .get(address)
        .then()
        .statusCode(303)
        .header("Location", endsWith(evaluation));
    test.as(AUDITOR, "en")
        .get(address)
        .then()
        .statusCode(303)
        .header("Location", endsWith(evaluation));
    test.as(OTHER, "en").get(address).then().statusCode(404);
    test.as(ADMIN, "en").get(address).then().statusCode(403);
    test.as(OWN, "en").get("/submissions/" + round.number() + "-510500-9").then().statusCode(404);
    test.as(OWN, "en").get("/submissions/none").then().statusCode(404);
  }

  @Test
  void a_number_can_be_searched_for() {
    test.as(OFFICER, "zh-CN")
        .queryParam("number", " " + submission.number().toString().replace('1', '１') + " ")
        .get("/submissions")
        .then()
        .statusCode(303);
    test.as(OTHER, "en")
        .queryParam("number", submission.number().toString())
        .get("/submissions")
        .then()
        .statusCode(200)
        .body(containsString("There is no submission of this number that you may see."));
  }

  @Test
  void the_number_stands_on_pages_and_in_the_interface_for_programs() {
    String number = submission.number().toString();
    String bid = "/rounds/" + round.id() + "/applicants/510500";
    for (String page : List.of("/applicant", "/applicant/submissions/" + submission.id())) {
      assertThat(test.as(OWN, "en").get(page).asString()).contains(number);
    }
    assertThat(test.as(OFFICER, "en").get(bid).asString()).contains(number);
    assertThat(StoredJson.of(submission).path("number").textValue()).isEqualTo(number);
    assertThat(StoredJson.of(round).path("number").intValue()).isEqualTo(round.number());
  }

  @Test
  void the_code_of_a_receipt_holds_address_and_digest() throws Exception {
    byte[] receipt =
        test.as(OWN, "zh-CN")
            .get("/submissions/" + submission.number() + "/receipt.pdf")
            .asByteArray();

    try (PdfInTests pdf = PdfInTests.of(receipt)) {
      assertThat(pdf.pages()).isEqualTo(1);
      String address = root.resolve("/submissions/" + submission.number()).toString();
      assertThat(decoded(pdf.picture(0))).isEqualTo(address + "#" + submission.content().digest());
      assertThat(pdf.words()).contains(address).contains(submission.content().digest());
      assertThat(pdf.text()).containsPattern("北京时间\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    }
  }

  private static String decoded(BufferedImage page) throws Exception {
    int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void papers_of_a_withdrawn_submission_say_so() {
    test.withdraw(submission);

    for (String paper : List.of("bid.pdf", "receipt.pdf")) {
      byte[] printed =
          test.as(OWN, "en").get("/submissions/" + submission.number() + "/" + paper).asByteArray();
      try (PdfInTests pdf = PdfInTests.of(printed)) {
        assertThat(pdf.text()).contains("This submission was withdrawn at ");
      }
    }
  }

  @Test
  void a_hostile_bid_is_text_alone() {
    Submission hostile = test.handIn(round, HostileBid.of("510500"));

    for (String paper : PAPERS) {
      byte[] printed =
          test.as(OFFICER, "en")
              .get("/submissions/" + hostile.number() + "/" + paper)
              .asByteArray();
      try (PdfInTests pdf = PdfInTests.of(printed)) {
        if (!paper.startsWith("receipt")) {
          assertThat(pdf.words()).contains(PdfInTests.squeezed(HostileBid.MARKUP));
          assertThat(pdf.text()).doesNotContain("\u202E");
        }
        for (PDPage page : pdf.document().getPages()) {
          assertThat(page.getAnnotations()).isEmpty();
          assertThat(page.getCOSObject().toString()).doesNotContain("JavaScript");
        }
        assertThat(pdf.document().getDocumentCatalog().getOpenAction()).isNull();
      } catch (java.io.IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void the_report_on_a_draft_is_printed_for_its_applicant_alone() throws Exception {
    WorkingDraft draft =
        drafts.create(
            OWN,
            "d",
            new WorkingDrafts.Text(
                Draft.Format.JSON,
                OverviewInTests.bid("510500").toString().getBytes(StandardCharsets.UTF_8)));
    String address = "/applicant/drafts/" + draft.id() + "/report.pdf";

    Response printed = test.as(OWN, "zh-CN").get(address);

    printed.then().statusCode(200).contentType("application/pdf");
    try (PdfInTests pdf = PdfInTests.of(printed.asByteArray())) {
      assertThat(pdf.text()).contains("泸州市");
    }
    test.as(OTHER, "en").get(address).then().statusCode(404);
  }

  @Test
  void the_report_on_a_self_check_can_be_printed() {
    Session session = Session.open("/?example=sample-met", "en");

    Response response = session.post("/report.pdf", session.fields());

    response.then().statusCode(200).contentType("application/pdf");
    try (PdfInTests pdf = PdfInTests.of(response.asByteArray())) {
      assertThat(pdf.text()).contains("Self-check").contains("Guangyuan");
    }
  }
}
