package sixones.pages.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.PASSWORD;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.pages.SignInForm;
import sixones.people.Person;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.people.factor.AppInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Somebody sets up a second factor and signs in with it, in a real browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecondFactorJourneyTest {
  @Inject Transactions transactions;
  @Inject People table;

  @TestHTTPResource("/")
  String home;

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#crossed")
  void a_second_factor_is_set_up_and_shown(String language, int width) throws Exception {
    PeopleInTests people = new PeopleInTests(transactions);
    people.there(ADMIN);
    String name = "p-" + UUID.randomUUID();
    Person person = people.settled(table.add(ADMIN, name, "officer", null, PASSWORD).person());
    try (Window window = Browser.ofThread().window(width, language, Script.ON)) {
      Page page = window.page();
      SignInForm.signIn(page, home, person);
      page.navigate(home + "account/second-factor");
      window.look("factor-none");
      page.locator("#present").fill(PASSWORD);
      page.locator("main button").click();
      assertThat(page.locator("svg.qr path")).isVisible();
      window.look("factor-begun");
      AppInTests app = AppInTests.of(page.locator("code.secret").first().textContent());
      assertThat(window.faults()).isEmpty();
      page.locator("#code").fill(app.wrong(Instant.now()));
      page.locator("main button").click();
      assertThat(page.locator(".refused")).isVisible();
      window.look("factor-not-confirmed");
      page.locator("#code").fill(app.code(Instant.now().minusSeconds(30)));
      page.locator("main button").click();
      assertThat(page.locator("code.secret")).hasCount(10);
      window.look("factor-confirmed");
      String recovery = page.locator("code.secret").first().textContent();
      page.navigate(home + "account");
      window.look("account-with-factor");
      page.navigate(home + "account/second-factor");
      window.look("factor-set-up");

      page.locator("header.top .person button").click();
      page.navigate(home + "sign-in");
      SignInForm.send(page, person);
      assertThat(page).hasURL(Pattern.compile("/sign-in/code$"));
      window.look("code");
      page.locator("#code").fill(app.wrong(Instant.now()));
      page.locator("main button").click();
      assertThat(page.locator(".refused")).isVisible();
      window.look("code-wrong");
      page.locator("#code").fill(recovery);
      page.locator("main button").click();
      assertThat(page).hasURL(Pattern.compile("/rounds$"));
      assertThat(window.faults()).allMatch(fault -> fault.contains("422"));
    }
  }
}
