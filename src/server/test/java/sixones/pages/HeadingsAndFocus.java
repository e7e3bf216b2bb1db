package sixones.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/**
 * What axe-core does not look at: the outline of a page by its headings, the ring around whatever
 * has the focus, and where the focus is after an error.
 */
final class HeadingsAndFocus {
  /** Levels of the headings a reader comes by, from the top. */
  private static final String LEVELS =
      """
      [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
        .filter(heading => heading.checkVisibility())
        .map(heading => Number(heading.tagName[1]))
      """;

  /**
   * Goes to each element the keyboard comes to, and tells of those whose ring is thinner than 3 px,
   * has less than 3:1 against what it lies on, or is cut off by what scrolls.
   */
  private static final String RINGS =
      """
      () => {
        const faults = [];
        const channels = text => {
          const all = text.match(/[\\d.]+/g).map(Number);
          const whole = text.startsWith('color(') ? all.map((c, i) => i < 3 ? c * 255 : c) : all;
          return whole.length < 4 ? [...whole, 1] : whole;
        };
        const ground = element => {
          const layers = [];
          for (let at = element; at; at = at.parentElement) {
            layers.unshift(channels(getComputedStyle(at).backgroundColor));
          }
          return layers.reduce(
            (under, over) => under.map((c, i) => over[i] * over[3] + c * (1 - over[3])),
            [255, 255, 255]);
        };
        const light = colour => colour.slice(0, 3)
          .map(c => c / 255)
          .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const contrast = (one, other) => {
          const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        };
        const cutBy = (element, reach) => {
          const box = element.getBoundingClientRect();
          for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
            const how = getComputedStyle(at);
            const frame = at.getBoundingClientRect();
            if (how.overflowX !== 'visible'
                && (box.left - reach < frame.left - 0.5 || box.right + reach > frame.right + 0.5)
                && box.width + 2 * reach <= frame.width) {
              return at;
            }
            if (how.overflowY !== 'visible'
                && (box.top - reach < frame.top - 0.5 || box.bottom + reach > frame.bottom + 0.5)
                && box.height + 2 * reach <= frame.height) {
              return at;
            }
          }
          return null;
        };
        document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')
          .forEach(element => {
            if (element.tabIndex < 0 || element.disabled
                || !element.checkVisibility({visibilityProperty: true})) {
              return;
            }
            element.focus();
            element.scrollIntoView({block: 'nearest', inline: 'nearest'});
            const tell = what => faults.push(what + ': ' + element.outerHTML.slice(0, 160));
            if (document.activeElement !== element) {
              tell('takes no focus');
              return;
            }
            const style = getComputedStyle(element);
            const width = parseFloat(style.outlineWidth);
            const offset = parseFloat(style.outlineOffset);
            if (style.outlineStyle !== 'solid' || width < 3) {
              tell('no ring of 3 px but ' + style.outline);
              return;
            }
            const ring = channels(style.outlineColor);
            const lies = ground(offset < 0 ? element : element.parentElement);
            const ratio = contrast(ring, lies);
            if (ratio < 3 || ring[3] < 1) {
              tell('a ring of ' + ratio.toFixed(2) + ':1');
            }
            const cutting = cutBy(element, Math.max(0, offset + width));
            if (cutting !== null) {
              tell('a ring cut off by ' + cutting.outerHTML.slice(0, 60));
            }
          });
        return faults;
      }
      """;

  private final Page page;

  HeadingsAndFocus(Page page) {
    this.page = page;
  }

  /** One heading of the first level, at the top, and none below it that leaves a level out. */
  void headingsAreInOrder(String name) {
    List<Integer> levels =
        ((List<?>) page.evaluate(LEVELS)).stream().map(Integer.class::cast).toList();

    assertThat(levels).as(name + " has one h1, before all others").startsWith(1);
    assertThat(levels).as(name).containsOnlyOnce(1);
    for (int i = 1; i < levels.size(); i++) {
      int deepest = levels.get(i - 1) + 1;
      assertThat(levels.get(i)).as(name + " " + levels).isLessThanOrEqualTo(deepest);
    }
  }

  /** To be called before anything else has the focus; a page without an error says so, too. */
  void anErrorIsSaidFirst(String name, Language language) {
    String before = PageWords.in(language).text("error.before");
    Locator errors = page.getByRole(AriaRole.ALERT);

    if (errors.count() == 0) {
      assertThat(page.title()).as(name).doesNotStartWith(before);
      return;
    }
    assertThat(page.title()).as(name).startsWith(before);
    assertThat(errors.first()).isFocused();
  }

  /** The ring is that of somebody who came by keyboard: browsers show it to nobody else. */
  void everythingHasARing(String name) {
    page.keyboard().press("Tab");

    assertThat((List<?>) page.evaluate(RINGS)).as(name).isEmpty();
  }
}
