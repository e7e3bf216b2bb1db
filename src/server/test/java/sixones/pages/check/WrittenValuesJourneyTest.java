package sixones.pages.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.SignInForm;
import sixones.pages.VisiblePage;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/**
 * Values written as people write them, in a real browser: in both languages, narrow and wide, with
 * and without script.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(8)
class WrittenValuesJourneyTest {
  private static final Person ZIGONG = new Person("test-zigong", Role.APPLICANT, "510300");

  /** The last of these is asked for last, so that no answer is on its way when the page is seen. */
  private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

  static {
    WRITTEN.put("/city/code", "510300");
    WRITTEN.put("/baseline/year", "2021年");
    WRITTEN.put("/baseline/gdp", "265,656 万元");
    WRITTEN.put("/baseline/secondaryIndustryValueAdded", "2,656.56 亿元");
    WRITTEN.put("/baseline/aboveScaleIndustryGrowth", "−1.5%");
    WRITTEN.put("/chainHeads/0/appointedOn", "2022年6月13日");
    WRITTEN.put("asOf", "2022.6.17");
  }

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;

  @TestHTTPResource("/")
  String home;

  @Test
  void what_is_written_is_told_as_it_was_understood_and_units_are_not_guessed() throws Exception {
    Readers.each(Readers.all(), this::check);
  }

  private void check(Window window, Reader reader) {
    Page page = window.page();
    VisiblePage seen = new VisiblePage(page, reader.language());
    page.navigate(home);

    write(seen, reader);

    assertUnderstood(seen, reader);
    window.look("check-written");
    seen.place("/baseline/gdp").fill("26.57");
    answer(seen, reader);
    assertThat(seen.place("/baseline/gdp")).not().hasAttribute("aria-invalid", "true");
    assertThat(seen.answer()).containsText(reader.isChinese() ? "尚无结论" : "inconclusive");
    assertThat(window.faults()).isEmpty();
  }

  @Test
  void a_draft_keeps_what_was_understood_and_whatever_was_not() throws Exception {
    new PeopleInTests(transactions).there(ZIGONG);
    Readers.each(Readers.all(), this::keep);
  }

  private void keep(Window window, Reader reader) {
    byte[] begun =
        """
        {"schema": "sixones/bid/1", "ruleSet": "sichuan-2022-cities",
         "city": {"code": "510300"}, "chainHeads": [{}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    WorkingDraft draft =
        drafts.create(ZIGONG, "Habits", new WorkingDrafts.Text(Draft.Format.JSON, begun));
    Page page = window.page();
    VisiblePage seen = new VisiblePage(page, reader.language());
    page.navigate(home + "sign-in");
    SignInForm.send(page, ZIGONG);
    page.navigate(home + "applicant/drafts/" + draft.id());

    write(seen, reader);

    assertUnderstood(seen, reader);
    if (reader.script() == Script.OFF) {
      window.look("draft-written");
    }
    page.waitForCondition(() -> "2022-06-13".equals(kept(draft, "/chainHeads/0/appointedOn")));
    assertThat(kept(draft, "/baseline/year")).isEqualTo("2021");
    assertThat(kept(draft, "/baseline/secondaryIndustryValueAdded")).isEqualTo("2656.56");
    assertThat(kept(draft, "/baseline/aboveScaleIndustryGrowth")).isEqualTo("-1.5");
    assertThat(kept(draft, "/baseline/gdp")).isEqualTo("265,656 万元");
    page.navigate(home + "applicant/drafts/" + draft.id());
    assertThat(seen.place("/chainHeads/0/appointedOn")).hasValue("2022-06-13");
    assertThat(page.getByText(understood(reader))).hasCount(0);
    assertThat(window.faults()).isEmpty();
  }

  private static void write(VisiblePage seen, Reader reader) {
    WRITTEN.forEach(
        (name, text) -> {
          // In a draft the city comes from the account.
          Locator field = seen.place(name);
          if (field.isEditable()) {
            field.fill(text);
          }
        });
    answer(seen, reader);
  }

  private static String understood(Reader reader) {
    return reader.isChinese() ? "已识别为" : "Understood as ";
  }

  private static void assertUnderstood(
      VisiblePage seen, Reader reader, String place, String value) {
    Pattern told = Pattern.compile(understood(reader) + value.replace(".", "\\."));
    assertThat(seen.place(place)).hasAccessibleDescription(told);
  }

  private static void assertUnderstood(VisiblePage seen, Reader reader) {
    assertUnderstood(seen, reader, "/chainHeads/0/appointedOn", "2022-06-13");
    assertUnderstood(seen, reader, "/baseline/secondaryIndustryValueAdded", "2656.56");
    assertUnderstood(seen, reader, "/baseline/year", "2021");
    assertUnderstood(seen, reader, "/baseline/aboveScaleIndustryGrowth", "-1.5");
    assertUnderstood(seen, reader, "asOf", "2022-06-17");
    assertThat(seen.place("/baseline/gdp"))
        .hasAccessibleDescription(Pattern.compile("26\\.5656.*26\\.57"));
    WRITTEN.forEach((name, text) -> assertThat(seen.place(name)).hasValue(text));
  }

  private String kept(WorkingDraft draft, String pointer) {
    try {
      JsonNode bid = new ObjectMapper().readTree(drafts.read(ZIGONG, draft.id()).text().bytes());
      return bid.at(pointer).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a script the answer comes of itself, else by the button. */
  private static void answer(VisiblePage seen, Reader reader) {
    if (reader.script() == Script.OFF) {
      seen.answerButton("check.do").or(seen.answerButton("applicant.draft.save")).click();
    }
  }
}
