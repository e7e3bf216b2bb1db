package sixones.pages.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.PASSWORD;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.pages.SignInForm;
import sixones.pages.VisiblePage;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.people.factor.AppInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Somebody sets up a second factor and signs in with it, in a real browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(8)
class SecondFactorJourneyTest {
  @Inject Transactions transactions;

  @TestHTTPResource("/")
  String home;

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void a_second_factor_is_set_up_and_shown(String language, int width) throws Exception {
    PeopleInTests people = new PeopleInTests(transactions);
    people.there(ADMIN);
    Person person = people.somebody(Role.OFFICER);
    try (Window window = Browser.ofThread().window(width, language, Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      SignInForm.signIn(page, home, person);
      page.navigate(home + "account/second-factor");
      window.look("factor-none");
      seen.field("account.password.present").fill(PASSWORD);
      seen.button("account.factor.begin").click();
      assertThat(page.getByRole(AriaRole.IMG)).isVisible();
      window.look("factor-begun");
      AppInTests app = AppInTests.of(page.getByRole(AriaRole.CODE).first().textContent());
      assertThat(window.faults()).isEmpty();
      seen.field("account.factor.code").fill(app.wrong(Instant.now()));
      seen.button("account.factor.confirm.do").click();
      assertThat(seen.alert()).isVisible();
      window.look("factor-not-confirmed");
      seen.field("account.factor.code").fill(app.code(Instant.now().minusSeconds(30)));
      seen.button("account.factor.confirm.do").click();
      assertThat(page.getByRole(AriaRole.CODE)).hasCount(10);
      window.look("factor-confirmed");
      String recovery = page.getByRole(AriaRole.CODE).first().textContent();
      page.navigate(home + "account");
      window.look("account-with-factor");
      page.navigate(home + "account/second-factor");
      window.look("factor-set-up");

      VisiblePage.button(seen.header(), seen.text("sign-out")).click();
      page.navigate(home + "sign-in");
      SignInForm.send(page, person);
      assertThat(page).hasURL(Pattern.compile("/sign-in/code$"));
      window.look("code");
      seen.field("sign-in.code").fill(app.wrong(Instant.now()));
      seen.button("sign-in.do").click();
      assertThat(seen.alert()).isVisible();
      window.look("code-wrong");
      seen.field("sign-in.code").fill(recovery);
      seen.button("sign-in.do").click();
      assertThat(page).hasURL(Pattern.compile("/desk$"));
      assertThat(window.faults()).allMatch(fault -> fault.contains("422"));
    }
  }
}
