package sixones.pages.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.report.ReportView;
import sixones.report.Language;
import sixones.round.RoundState;
import sixones.store.TestDatabase;
import sixones.submission.Submission;

/** Printed documents say all that their pages say. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PapersTest {
  private static final String ADDRESS = "https://six-ones.example/submissions/3-510100-1";

  @Inject Papers papers;
  @Inject RecordsInTests records;

  @ParameterizedTest
  @CsvSource({
    "sample-met, EN, 2",
    "sample-met, ZH_CN, 2",
    "sample-not-met, EN, 5",
    "sample-not-met, ZH_CN, 5",
    "chengdu-2022, EN, 5",
    "chengdu-2022, ZH_CN, 5"
  })
  void a_report_has_every_word_of_its_page(String name, Language language, int most)
      throws IOException {
    Bid bid = records.bid(name);

    byte[] printed = report(bid, language);

    keep("report-" + name + "-" + language, printed);
    try (PdfInTests pdf = PdfInTests.of(printed)) {
      String words = pdf.words();
      for (String said : said(records.report(bid, language))) {
        assertThat(words).contains(PdfInTests.squeezed(said));
      }
      assertThat(pdf.pages()).isLessThanOrEqualTo(most);
    }
  }

  private byte[] report(Bid bid, Language language) throws IOException {
    Submission submission = records.submission(bid, 1);
    return papers.print(
        papers.report(
            submission, records.round(RoundState.OPEN), RecordsInTests.withBid(bid), language));
  }

  private static void keep(String name, byte[] pdf) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/papers"));
    Files.write(folder.resolve(name + ".pdf"), pdf);
  }

  private static List<String> said(ReportView report) {
    List<String> said = new ArrayList<>();
    said.add(report.headline().bid());
    said.add(report.headline().verdict());
    said.add(report.headline().counts());
    said.add(report.basis().digest());
    for (ReportView.Group group : report.groups()) {
      said.add(group.title());
      said.add(group.verdict());
      said.add(group.remaining());
      group.findings().open().forEach(finding -> whole(finding, said));
      group.findings().passed().forEach(finding -> said.add(finding.title()));
      group.findings().idle().forEach(rule -> said.add(rule.title()));
    }
    report.whole().open().forEach(finding -> whole(finding, said));
    report.left().forEach(finding -> whole(finding, said));
    report.remarks().forEach(finding -> whole(finding, said));
    report.context().forEach(finding -> finding.lines().forEach(line -> said.add(line.text())));
    return said;
  }

  private static void whole(ReportView.FindingView finding, List<String> said) {
    said.add(finding.title());
    said.add(finding.outcome());
    said.add(finding.demand().gist());
    finding.lines().forEach(line -> said.add(line.text()));
    finding.lines().forEach(line -> said.addAll(line.places()));
    if (finding.advice() != null) {
      said.add(finding.advice());
    }
  }
}
