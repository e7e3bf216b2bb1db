package sixones.pages.account;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.account.AccountPage.AccountView;
import sixones.pages.account.CodePage.CodeView;
import sixones.pages.account.PasswordPage.PasswordView;
import sixones.pages.account.SecondFactorPage.FactorView;
import sixones.pages.account.SignInPage.SignIn;
import sixones.pages.account.TokensPage.TokensView;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageFrame;
import sixones.people.Factor;
import sixones.people.Particulars;
import sixones.people.Role;
import sixones.people.UnfitPerson;
import sixones.people.account.Demo;
import sixones.people.factor.FactorSecret;
import sixones.report.Language;

/** Signing in and out, and one's own account. */
@Singleton
class AccountExamples implements PageExamples {
  private static final String SINCE = "2022-06-15 10:30";
  private static final Factor NONE = new Factor(false, false, 0);

  @Override
  public List<Example> all() {
    return List.of(
        signIn("sign-in", null, false, false, false),
        signIn("sign-in-already", Role.APPLICANT, false, false, false),
        signIn("sign-in-failed", null, true, false, false),
        signIn("sign-in-ended", null, false, true, false),
        signIn("sign-in-provider", null, false, false, true),
        new Example("sign-in-demo", AccountExamples::demo),
        new Example(
            "sign-out",
            language -> SignOutPage.Templates.signOut(frame(language, Role.OFFICER, "/sign-out"))),
        code("code", false, false),
        code("code-wrong", true, true),
        account("account", NONE),
        account("account-few-codes", new Factor(true, true, 2)),
        account("account-provider", null),
        new Example("account-refused", AccountExamples::refused),
        ending(
            "account-ask-session",
            new Ending("/account", "/account/sessions", "end", RecordsInTests.ID, "Firefox")),
        ending(
            "account-ask-others",
            new Ending("/account", "/account/sessions", "end-others", null, null)),
        ending(
            "account-ask-token",
            new Ending("/account/tokens", "/account/tokens", "end", RecordsInTests.ID, "nightly")),
        password("account-password", true, null),
        password("account-password-refused", false, "password-wrong"),
        factor("factor", NONE, null, false, List.of(), null),
        factor("factor-begun", NONE, SECRET, true, List.of(), null),
        factor("factor-wrong-code", NONE, null, true, List.of(), "code-wrong"),
        factor("factor-codes", new Factor(true, true, 3), null, false, CODES, null),
        factor("factor-few-codes", new Factor(true, false, 1), null, false, List.of(), null),
        tokens("account-tokens", null, null, null),
        tokens("account-token", "six1_" + "Ab3".repeat(14), "nightly", null),
        tokens("account-token-refused", null, null, "token-name"));
  }

  private static final List<String> CODES = List.of("k4tq-9zxm-2hvd", "p7wn-c3ra-8jys");
  private static final SecondFactorPage.Shown SECRET = secret();

  private static SecondFactorPage.Shown secret() {
    FactorSecret secret = new FactorSecret("li.wei", new byte[20]);
    return new SecondFactorPage.Shown(
        QrSquare.of(secret.address()), secret.address(), "AAAA BBBB CCCC DDDD EEEE FFFF");
  }

  private static Example signIn(
      String name, Role role, boolean failed, boolean ended, boolean byProvider) {
    return new Example(
        name,
        language ->
            SignInPage.Templates.signIn(
                frame(language, role, "/sign-in"),
                new SignIn(failed, ended, byProvider, List.of(), Demo.PASSWORD)));
  }

  private static TemplateInstance demo(Language language) {
    PageFrame frame =
        new PageFrame(language, "/sign-in", "/sign-in", null, null, null, "token", 0, true);
    List<SignInPage.Known> known =
        Demo.PEOPLE.stream()
            .map(
                person ->
                    new SignInPage.Known(
                        person.name(),
                        frame.text("role." + person.role().id()),
                        person.applicant()))
            .toList();
    return SignInPage.Templates.signIn(
        frame, new SignIn(false, false, false, known, Demo.PASSWORD));
  }

  private static Example code(String name, boolean wrong, boolean unknown) {
    return new Example(
        name,
        language ->
            CodePage.Templates.code(
                frame(language, null, "/sign-in/code"), new CodeView(wrong, unknown)));
  }

  /** With a notice of wrong passwords, which any page shows. */
  private static Example account(String name, Factor factor) {
    List<AccountPage.Row> rows =
        List.of(
            new AccountPage.Row(RecordsInTests.ID, "Firefox 115, Linux", SINCE, SINCE, SINCE, true),
            new AccountPage.Row(UUID.randomUUID(), null, SINCE, SINCE, SINCE, false));
    return new Example(
        name,
        language ->
            AccountPage.Templates.account(
                new PageFrame(
                    language, "/account", "/account", "a", "admin", null, "token", 3, false),
                new AccountView(rows, factor, new Particulars("李伟", null, "000"), null)));
  }

  private static TemplateInstance refused(Language language) {
    PageFrame frame = frame(language, Role.OFFICER, "/account");
    ErrorSummary why = trouble(frame, "/fullName", "full-name", "account.particulars.not");
    return AccountPage.Templates.account(
        frame, new AccountView(List.of(), NONE, new Particulars("x".repeat(300), null, null), why));
  }

  private static Example ending(String name, Ending ending) {
    return new Example(
        name,
        language ->
            AccountPage.Templates.question(frame(language, Role.OFFICER, "/account"), ending));
  }

  private static Example password(String name, boolean must, String defect) {
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, Role.ADMIN, "/account/password");
          return PasswordPage.Templates.password(
              frame,
              new PasswordView(must, trouble(frame, "/present", defect, "account.password.not")));
        });
  }

  private static Example factor(
      String name,
      Factor factor,
      SecondFactorPage.Shown secret,
      boolean confirming,
      List<String> codes,
      String defect) {
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, Role.AUDITOR, "/account/second-factor");
          ErrorSummary trouble = trouble(frame, "/code", defect, "account.factor.not");
          return SecondFactorPage.Templates.secondFactor(
              frame, new FactorView(factor, factor.demanded(), secret, confirming, codes, trouble));
        });
  }

  private static Example tokens(String name, String secret, String of, String defect) {
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, Role.ADMIN, "/account/tokens");
          List<TokensPage.Row> rows =
              List.of(
                  new TokensPage.Row(
                      RecordsInTests.ID,
                      "nightly",
                      frame.text("account.token.scope.reading"),
                      SINCE,
                      SINCE,
                      null));
          return TokensPage.Templates.tokens(
              frame,
              new TokensView(
                  rows, secret, of, trouble(frame, "/token", defect, "account.token.not"), "x"));
        });
  }

  private static ErrorSummary trouble(
      PageFrame frame, String pointer, String defect, String title) {
    if (defect == null) {
      return null;
    }
    return ErrorSummary.of(
        new UnfitPerson(List.of(new UnfitPerson.Defect(pointer, defect))), title, frame);
  }
}
