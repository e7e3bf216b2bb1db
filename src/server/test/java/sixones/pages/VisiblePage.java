package sixones.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import sixones.pages.choice.PlaceWords;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.ruleset.RuleSetsInTests;

/**
 * What a person makes out on a page: things found by role and label, in the page's own words. A
 * label is named by its message key, so that the same journey reads both languages.
 */
public final class VisiblePage {
  private final Page page;
  private final PageWords words;
  private final PlaceWords places;

  public VisiblePage(Page page, String language) {
    this.page = page;
    Language known = Language.of(language).orElseThrow();
    this.words = PageWords.in(known);
    this.places = new PlaceWords(RuleSetsInTests.SICHUAN.contract(), known);
  }

  public String text(String key) {
    return words.text(key);
  }

  public String text(String key, String name, Object value) {
    return words.text(key, Map.of(name, value));
  }

  /** Whatever says these words. */
  public Locator told(String key) {
    return page.getByText(text(key));
  }

  public Locator button(String key) {
    return button(main(), text(key));
  }

  public static Locator button(Locator within, String name) {
    return named(within, AriaRole.BUTTON, name);
  }

  public Locator link(String key) {
    return link(main(), text(key));
  }

  public static Locator link(Locator within, String name) {
    return named(within, AriaRole.LINK, name);
  }

  private static Locator named(Locator within, AriaRole role, String name) {
    return within.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator field(String key) {
    return page.getByLabel(text(key), new Page.GetByLabelOptions().setExact(true));
  }

  /** A part of the page that has a heading of its own. */
  public Locator part(String key) {
    return named(main(), AriaRole.REGION, text(key));
  }

  /** Fields that belong together, under what they are about. */
  public Locator fields(String key) {
    return named(main(), AriaRole.GROUP, text(key));
  }

  /** The title of the page. */
  public Locator title() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /** What is above the page: the navigation, who is signed in, and the other language. */
  public Locator header() {
    return page.getByRole(AriaRole.BANNER);
  }

  public Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  /** What is told at once: that something was refused, or is in doubt. */
  public Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  /** The answer beside a form, which follows what is typed. */
  public Locator answer() {
    return page.getByRole(
        AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName(text("summary.label")));
  }

  /** A button of the answer beside a form. */
  public Locator answerButton(String key) {
    return button(answer(), text(key));
  }

  /** The requirements at the head of a report, each with its verdict. */
  public Locator verdicts() {
    return named(main(), AriaRole.LIST, text("report.verdicts")).getByRole(AriaRole.LISTITEM);
  }

  /** The rows of the table of the page, below its headings. */
  public Locator rows() {
    return page.getByRole(AriaRole.TABLE)
        .getByRole(AriaRole.ROW)
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByRole(AriaRole.ROWHEADER))
                .setHasNot(page.getByRole(AriaRole.COLUMNHEADER))
                .setHasNotText(text("overview.counts")));
  }

  /** The part of the form of a bid that is about a member of it: {@code /parks}. */
  public Locator section(String pointer) {
    // Until its scripts have run, a narrow page still shows all its sections.
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    Locator section = named(main(), AriaRole.REGION, label(pointer));
    if (isNarrow() && !section.isVisible()) {
      // A section that is put in anew is hidden for a moment, like all else.
      tasks().or(link("tasks.all")).or(section).first().waitFor();
    }
    if (isNarrow() && !section.isVisible()) {
      showTasks();
      Locator task = named(tasks(), AriaRole.LINK, label(pointer));
      if (task.isVisible()) {
        task.click();
      }
    }
    return section;
  }

  /** The sections of the form as tasks, each with its state. */
  public Locator tasks() {
    return named(main(), AriaRole.NAVIGATION, text("tasks.title"));
  }

  /** On a narrow screen a section is a page of its own, from which a link leads to all. */
  private void showTasks() {
    Locator all = link("tasks.all");
    if (all.isVisible()) {
      all.click();
      tasks().waitFor();
    }
  }

  private boolean isNarrow() {
    return page.viewportSize() != null && page.viewportSize().width <= 600;
  }

  /** What is asked for where a list can refer to something not there yet. */
  public String fresh(String list) {
    return places.fresh(list);
  }

  /** The entry of a list in the form of a bid: {@code /parks/1}. */
  public Locator entry(String pointer) {
    int slash = pointer.lastIndexOf('/');
    String list = pointer.substring(0, slash);
    int number = Integer.parseInt(pointer.substring(slash + 1)) + 1;
    String name = places.entry(list, "" + (number - 1));
    return named(parent(list), AriaRole.GROUP, name);
  }

  /** The button that adds an entry to a list of the bid: {@code /parks}. */
  public Locator add(String list) {
    String name = places.add(list);
    return button(section(list), "＋ " + name);
  }

  /** The button that takes an entry out: {@code /parks/1}. */
  public Locator remove(String entry) {
    return entry(entry).getByRole(AriaRole.BUTTON).first();
  }

  /** Waits until a list has so many entries. */
  public void hasEntries(String list, int count) {
    assertThat(entry(list + "/" + (count - 1))).hasCount(1);
    assertThat(entry(list + "/" + count)).hasCount(0);
  }

  /** The field of a bid's place in its form: in its section, its entry and its group of names. */
  public Locator place(String pointer) {
    if (pointer.equals("asOf")) {
      if (isNarrow()) {
        showTasks();
      }
      return field("asOf");
    }
    int slash = pointer.lastIndexOf('/');
    return parent(pointer.substring(0, slash))
        .getByLabel(label(pointer), new Locator.GetByLabelOptions().setExact(true));
  }

  private Locator parent(String pointer) {
    int slash = pointer.lastIndexOf('/');
    if (slash == 0) {
      return section(pointer);
    }
    if (pointer.substring(slash + 1).matches("[0-9]+")) {
      return entry(pointer);
    }
    return named(parent(pointer.substring(0, slash)), AriaRole.GROUP, label(pointer));
  }

  /** What a form calls a place of a bid. */
  public String label(String pointer) {
    return places.label(pointer);
  }
}
