package sixones.pages.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.bid.BidPart;
import sixones.pages.bid.ReadableBid;
import sixones.pages.report.ReportView;
import sixones.paper.PdfInTests;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.RoundState;
import sixones.store.TestDatabase;
import sixones.submission.Submission;

/** Printed documents say all that their pages say. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class PapersTest {
  /** A page with less is a break in the wrong place. */
  private static final int LEAST_LINES = 15;

  @Inject Papers papers;
  @Inject RecordsInTests records;

  @ParameterizedTest
  @CsvSource({
    "sample-met, EN, 4",
    "sample-met, ZH_CN, 3",
    "sample-not-met, EN, 7",
    "sample-not-met, ZH_CN, 6",
    "chengdu-2022, EN, 4",
    "chengdu-2022, ZH_CN, 4"
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
      assertThat(pdf.lines()).as("lines of each page").allMatch(lines -> lines >= LEAST_LINES);
      for (String address : addresses(records.report(bid, language))) {
        assertThat(words.split(Pattern.quote(address), -1)).as(address).hasSize(2);
      }
    }
  }

  /** The addresses of the sources it cites. */
  private static Set<String> addresses(ReportView report) {
    Set<String> addresses = new TreeSet<>();
    report.groups().forEach(group -> addresses.add(group.demand().address()));
    Stream.of(report.left(), report.remarks(), report.context())
        .flatMap(List::stream)
        .map(finding -> finding.demand().address())
        .filter(Objects::nonNull)
        .forEach(addresses::add);
    return addresses;
  }

  @ParameterizedTest
  @CsvSource({"EN, 3", "ZH_CN, 2"})
  void a_bid_without_faults_is_reported_on_few_pages(Language language, int most)
      throws IOException {
    byte[] printed = report(records.faultless(), language);

    keep("report-faultless-" + language, printed);
    try (PdfInTests pdf = PdfInTests.of(printed)) {
      assertThat(pdf.pages()).isLessThanOrEqualTo(most);
      assertThat(pdf.lines()).as("lines of each page").allMatch(lines -> lines >= LEAST_LINES);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_bid_is_printed_with_every_value_and_room_to_sign(Language language) throws IOException {
    Bid bid = records.bid("sample-met");
    Submission submission = records.submission(bid, 1);
    Messages messages = Messages.of(records.rules(), language);

    byte[] printed =
        papers.print(
            papers.bid(
                submission,
                records.round(RoundState.OPEN),
                ReadableBid.of(bid.bytes(), submission.content().form(), messages),
                messages.language()));

    keep("bid-sample-met-" + language, printed);
    try (PdfInTests pdf = PdfInTests.of(printed)) {
      String words = pdf.words();
      ReadableBid readable = ReadableBid.of(bid.bytes(), Draft.Format.JSON, messages);
      for (BidPart part : readable.all()) {
        assertThat(words).contains(PdfInTests.squeezed(part.text()));
      }
      assertThat(words).contains(submission.number().toString());
      assertThat(words).contains(language == Language.EN ? "Sealoftheapplicant" : "申报单位（盖章）");
    }
  }

  @Test
  void a_document_takes_less_than_a_second_of_cpu_once_it_is_warm() throws IOException {
    Bid bid = records.bid("sample-not-met");
    for (int i = 0; i < 3; i++) {
      report(bid, Language.ZH_CN);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();

    report(bid, Language.ZH_CN);

    long spent = threads.getCurrentThreadCpuTime() - before;
    System.out.println("report: " + spent / 1_000_000 + " ms of CPU");
    assertThat(spent).isLessThan(1_000_000_000L);
  }

  private byte[] report(Bid bid, Language language) throws IOException {
    Submission submission = records.submission(bid, 1);
    return papers.print(
        papers.report(
            submission,
            records.round(RoundState.OPEN),
            RecordsInTests.withBid(bid),
            null,
            language));
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
    finding
        .quotes()
        .forEach(
            quote ->
                quote.parts().stream()
                    .filter(part -> part.parts().isEmpty())
                    .forEach(part -> said.add(part.text())));
  }
}
