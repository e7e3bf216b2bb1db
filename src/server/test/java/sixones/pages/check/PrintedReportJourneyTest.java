package sixones.pages.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.pages.RecordsInTests;
import sixones.pages.VisiblePage;
import sixones.pages.report.ReportView;
import sixones.pages.report.Sources;
import sixones.paper.PdfInTests;
import sixones.report.Language;
import sixones.store.TestDatabase;

/** The report of a self-check as a browser prints it: case 16. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(8)
class PrintedReportJourneyTest {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,24}");

  @Inject RecordsInTests records;

  @TestHTTPResource("/")
  String home;

  @Test
  void each_address_is_printed_once_and_no_word_is_broken() throws Exception {
    Readers.each(Readers.all(), this::print);
  }

  private void print(Window window, Reader reader) {
    Page page = window.page();
    page.navigate(home + "?example=sample-not-met");
    VisiblePage seen = new VisiblePage(page, reader.language());
    seen.answerButton("check.report").click();
    // A click waits until the page begins; what is printed is the whole of it.
    page.waitForLoadState();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Set<String> words =
        WORD.matcher(seen.main().innerText())
            .results()
            .map(found -> found.group())
            .collect(Collectors.toCollection(TreeSet::new));

    byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4"));

    Language language = Language.of(reader.language()).orElseThrow();
    ReportView report = records.report(records.bid("sample-not-met"), language);
    List<String> addresses =
        report.sources().stream().map(Sources.Source::address).filter(a -> a != null).toList();
    try (PdfInTests pdf = PdfInTests.of(printed)) {
      assertThat(addresses).isNotEmpty();
      for (String address : addresses) {
        assertThat(pdf.words().split(Pattern.quote(address), -1)).as(address).hasSize(2);
      }
      Set<String> found = new TreeSet<>(Arrays.asList(pdf.text().split("[^A-Za-z]+")));
      assertThat(found).containsAll(words);
    }
  }
}
