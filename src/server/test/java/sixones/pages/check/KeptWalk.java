package sixones.pages.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sixones.Fixtures;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.SignInForm;
import sixones.pages.VisiblePage;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.store.Cursor;

/**
 * Somebody at the self-check who types, adds, removes, loads, leaves and comes back at random; and
 * what must stand in the form then. Each text is in the form, or an offer brings it back.
 */
final class KeptWalk {
  private static final String WRITTEN =
      """
      () => {
        const form = document.querySelector('form#bid[hx-post]');
        if (!form || form.inert || document.querySelector('.htmx-request')) {
          return null;
        }
        return Array.from(form.elements)
            .filter(f => /^(text|textarea|select-one)$/.test(f.type) && f.name && f.value !== '')
            .map(f => [f.name, f.value]);
      }
      """;
  private static final String SESSION = "sixones-session";
  private static final String PARKS = "/parks";
  private static final int STEPS = 10;

  private final Page page;
  private final String home;
  private final WorkingDrafts drafts;
  private final Random chance;
  private final List<String> way = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  private VisiblePage seen = null;
  private String language = "en";
  private Person who = null;
  private Map<String, String> expected = new TreeMap<>();
  private boolean isTyped = false;
  private int texts = 0;

  KeptWalk(Page page, String home, WorkingDrafts drafts, long seed) {
    this.page = page;
    this.home = home;
    this.drafts = drafts;
    this.chance = new Random(seed);
    way.add("seed " + seed);
  }

  private enum Step {
    TYPE,
    TYPE_MORE,
    TYPE_STILL_MORE,
    ADD,
    REMOVE,
    EXAMPLE,
    FILE,
    SAVE,
    CLEAR,
    LEAVE,
    SOURCE,
    RELOAD,
    REPORT,
    LANGUAGE,
    SIGN_IN,
    SIGN_OUT,
    SESSION_ENDS
  }

  /** Walks, and says the way so far where something was lost. */
  void go() {
    page.onDialog(
        (Dialog dialog) -> {
          asked.add(dialog.type());
          dialog.accept();
        });
    try {
      page.navigate(home + "?lang=en");
      seen = new VisiblePage(page, language);
      for (int i = 0; i < STEPS; i++) {
        Step step = Step.values()[chance.nextInt(Step.values().length)];
        way.add(step.name());
        asked.clear();
        take(step);
        isThere();
      }
      way.add("at the end");
      page.reload();
      isThere();
    } catch (AssertionError | PlaywrightException e) {
      throw new AssertionError("lost on the way " + way + ", signed in: " + who, e);
    }
  }

  private void take(Step step) {
    switch (step) {
      case TYPE, TYPE_MORE, TYPE_STILL_MORE -> type();
      case ADD -> add();
      case REMOVE -> remove();
      case EXAMPLE -> load(this::example);
      case FILE -> load(this::file);
      case SAVE -> save();
      case CLEAR -> clear();
      case LEAVE -> leave();
      case SOURCE -> source();
      case RELOAD -> page.reload();
      case REPORT -> report();
      case LANGUAGE -> language();
      case SIGN_IN -> signIn();
      case SIGN_OUT -> signOut();
      case SESSION_ENDS -> sessionEnds();
    }
  }

  private boolean perhaps() {
    boolean is = chance.nextBoolean();
    way.add(is ? "yes" : "no");
    return is;
  }

  private void type() {
    String park = PARKS + "/" + chance.nextInt(parks());
    List<String> places =
        List.of("/baseline/gdp", park + "/industry", park + "/name/zh", park + "/name/en");
    String place = places.get(chance.nextInt(places.size()));
    texts++;
    String text = "text " + texts + " 园区";
    seen.place(place).fill(text);
    expected.put(place, text);
    isTyped = true;
    way.add(place);
  }

  private int parks() {
    int count = 0;
    while (seen.entry(PARKS + "/" + count).count() > 0) {
      count++;
    }
    return count;
  }

  private void add() {
    int before = parks();
    seen.add(PARKS).click();
    seen.hasEntries(PARKS, before + 1);
    isTyped = true;
  }

  private void remove() {
    int before = parks();
    if (before < 2) {
      return;
    }
    int at = chance.nextInt(before);
    seen.remove(PARKS + "/" + at).click();
    seen.hasEntries(PARKS, before - 1);
    isTyped = true;
    assertThat(seen.button("undo")).isVisible();
    if (perhaps()) {
      seen.button("undo").click();
      seen.hasEntries(PARKS, before);
      return;
    }
    Map<String, String> left = new TreeMap<>();
    expected.forEach(
        (name, value) -> {
          String[] steps = name.split("/");
          int index = name.startsWith(PARKS + "/") ? Integer.parseInt(steps[2]) : -1;
          if (index > at) {
            steps[2] = String.valueOf(index - 1);
          }
          if (index != at) {
            left.put(String.join("/", steps), value);
          }
        });
    expected = left;
  }

  /** What was there is asked for if it was typed, and can be had again. */
  private void load(Runnable load) {
    Map<String, String> before = expected;
    boolean wasTyped = isTyped;
    load.run();
    assertThat(asked.contains("confirm")).as("asked").isEqualTo(wasTyped && !before.isEmpty());
    page.waitForCondition(() -> written() != null && written().size() > 30);
    expected = written();
    isTyped = false;
    if (before.isEmpty() || before.equals(expected)) {
      return;
    }
    assertThat(seen.button("undo")).isVisible();
    if (perhaps()) {
      seen.button("undo").click();
      expected = before;
      isTyped = wasTyped;
    }
  }

  private void example() {
    VisiblePage.link(seen.main(), seen.text("example.sample-met")).click();
    assertThat(page).hasURL(Pattern.compile("example=sample-met$"));
  }

  private void file() {
    byte[] bid = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);
    seen.told("load.title").first().click();
    page.waitForNavigation(
        () ->
            seen.field("load.file")
                .setInputFiles(new FilePayload("bid.json", "application/json", bid)));
  }

  private void save() {
    page.waitForDownload(() -> seen.answerButton("check.save").click());
    isTyped = false;
  }

  private void clear() {
    Map<String, String> before = expected;
    boolean wasTyped = isTyped;
    page.waitForNavigation(() -> seen.button("check.clear").click());
    assertThat(asked.contains("confirm")).as("asked").isEqualTo(wasTyped && !before.isEmpty());
    expected = new TreeMap<>();
    isTyped = false;
    if (before.isEmpty()) {
      return;
    }
    assertThat(seen.button("undo")).isVisible();
    if (perhaps()) {
      seen.button("undo").click();
      expected = before;
      isTyped = wasTyped;
    }
  }

  private void leave() {
    List<String> ways =
        who == null
            ? List.of("nav.rules", "nav.help", "sign-in.title")
            : List.of("nav.rules", "nav.help");
    String there = ways.get(chance.nextInt(ways.size()));
    way.add(there);
    VisiblePage.link(seen.header(), seen.text(there)).click();
    assertThat(VisiblePage.link(seen.header(), seen.text(there)))
        .hasAttribute("aria-current", "page");
    back();
  }

  private void back() {
    if (perhaps()) {
      page.goBack();
    } else {
      goHome();
    }
  }

  private void goHome() {
    VisiblePage.link(seen.header(), seen.text("nav.check")).click();
    page.waitForCondition(() -> written() != null);
  }

  private void source() {
    Page beside =
        page.context()
            .waitForPage(
                () ->
                    seen.section(PARKS)
                        .getByRole(AriaRole.LINK)
                        .filter(new Locator.FilterOptions().setHasText(seen.text("opens-beside")))
                        .first()
                        .click());
    beside.close();
  }

  private void report() {
    page.waitForNavigation(() -> seen.answerButton("check.report").click());
    if (seen.button("report.back").count() == 0) {
      return;
    }
    if (perhaps()) {
      VisiblePage.link(seen.header(), seen.text("nav.rules")).click();
      assertThat(page).hasURL(Pattern.compile("/rules$"));
      page.goBack();
      assertThat(seen.button("report.back")).isVisible();
    }
    if (perhaps()) {
      page.goBack();
    } else {
      seen.button("report.back").click();
    }
  }

  private void language() {
    language = language.equals("en") ? "zh-CN" : "en";
    page.waitForNavigation(
        () -> VisiblePage.button(seen.header(), seen.text("other-language")).click());
    seen = new VisiblePage(page, language);
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  private void signIn() {
    if (who != null) {
      return;
    }
    signInAs(PeopleInTests.CHENGDU);
    goHome();
    if (expected.isEmpty()) {
      return;
    }
    boolean takes = perhaps();
    seen.button(takes ? "check.kept.take" : "check.kept.clear").click();
    if (!takes) {
      expected = new TreeMap<>();
      isTyped = false;
    }
  }

  private void signInAs(Person person) {
    VisiblePage.link(seen.header(), seen.text("sign-in.title")).first().click();
    SignInForm.send(page, person);
    assertThat(page).hasURL(home + "applicant");
    who = person;
  }

  private void signOut() {
    if (who == null) {
      return;
    }
    boolean saves = false;
    page.waitForNavigation(() -> VisiblePage.button(seen.header(), seen.text("sign-out")).click());
    if (isTyped && !expected.isEmpty()) {
      assertThat(seen.told("sign-out.kept")).isVisible();
      saves = perhaps();
      seen.button(saves ? "sign-out.kept.draft" : "sign-out").click();
    }
    assertThat(VisiblePage.link(seen.header(), seen.text("sign-in.title"))).hasCount(1);
    if (saves) {
      isDraft();
    }
    who = null;
    expected = new TreeMap<>();
    isTyped = false;
    isForgotten();
  }

  /** The newest draft says all that was typed. */
  private void isDraft() {
    WorkingDraft newest =
        drafts.list(who, Cursor.START, 100).items().stream()
            .max(Comparator.comparing(WorkingDraft::savedAt))
            .orElseThrow(() -> new AssertionError("no draft was saved"));
    String text = new String(drafts.read(who, newest.id()).text().bytes(), StandardCharsets.UTF_8);
    expected.values().stream()
        .filter(value -> value.startsWith("text "))
        .forEach(value -> assertThat(text).contains(value));
    drafts.delete(who, newest.id(), newest.revision());
  }

  private void isForgotten() {
    assertThat(page.evaluate("Object.keys(sessionStorage).filter(k => k.includes('sixones'))"))
        .isEqualTo(List.of());
  }

  /** Nobody sees it but who typed it, when signed in again. */
  private void sessionEnds() {
    if (who == null) {
      return;
    }
    Person typist = who;
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
    page.navigate(home);
    who = null;
    Map<String, String> before = expected;
    expected = new TreeMap<>();
    isThere();
    if (!before.isEmpty()) {
      assertThat(seen.told("check.kept.theirs")).isVisible();
    }
    boolean comesBack = perhaps();
    signInAs(comesBack ? typist : PeopleInTests.DEYANG);
    goHome();
    if (comesBack) {
      expected = before;
    } else {
      isTyped = false;
      isThere();
      isForgotten();
    }
  }

  private void isThere() {
    try {
      page.waitForCondition(
          () -> Objects.equals(written(), expected),
          new Page.WaitForConditionOptions().setTimeout(10_000));
    } catch (PlaywrightException e) {
      assertThat(written()).isEqualTo(expected);
    }
  }

  /** What stands in the form; null while it is on its way. */
  private Map<String, String> written() {
    Map<String, String> written = new TreeMap<>();
    Object fields = page.evaluate(WRITTEN);
    if (fields == null) {
      return null;
    }
    for (Object field : (List<?>) fields) {
      written.put((String) ((List<?>) field).get(0), (String) ((List<?>) field).get(1));
    }
    return written;
  }
}
