package sixones.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import sixones.pages.frame.StartPage;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;

/** The sign-in form in a real browser, filled in as people do. */
public final class SignInForm {
  private SignInForm() {}

  /** Opens the form, fills it in, and comes to the page the person's work begins on. */
  public static void signIn(Page page, String home, Person person) {
    page.navigate(home + "sign-in");
    send(page, person);
    String start = StartPage.of(person.role().id());
    assertThat(page).hasURL(Pattern.compile(start + "$"));
  }

  /** Fills in and sends the form of the page. */
  public static void send(Page page, Person person) {
    VisiblePage seen = new VisiblePage(page, language(page));
    seen.field("sign-in.name").fill(person.name());
    seen.field("sign-in.password").fill(PeopleInTests.PASSWORD);
    seen.button("sign-in.do").click();
  }

  /** The language of the page, as it says itself. */
  private static String language(Page page) {
    return (String) page.evaluate("document.documentElement.lang");
  }
}
