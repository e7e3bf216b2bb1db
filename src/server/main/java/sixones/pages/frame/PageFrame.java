package sixones.pages.frame;

import java.util.Map;
import sixones.report.Language;

/**
 * What every page shows around its own matter: language, where one is, and who has signed in. The
 * layout needs it as {@code frame}.
 *
 * @param language the language of the page
 * @param path the path of the request, to mark where one is
 * @param otherAddress the same page in the other language
 * @param person the name of who has signed in, or null
 * @param role the role of that person as a key of words, {@code role.…}, or null
 * @param city the name of the city that person acts for, or null
 * @param token what a form of the layout is sent with
 * @param wrongBefore how many wrong passwords there were before that person signed in, to be told
 * @param demo whether the banner of a demonstration is shown
 */
public record PageFrame(
    Language language,
    String path,
    String otherAddress,
    String person,
    String role,
    String city,
    String token,
    int wrongBefore,
    boolean demo) {

  /** The language the page can be switched to. */
  public Language otherLanguage() {
    return language == Language.EN ? Language.ZH_CN : Language.EN;
  }

  /** A sentence in the language of the page. */
  public String say(String key) {
    return PageWords.in(language).say(key);
  }

  /** What to do about what a sentence says. */
  public String how(String key) {
    return say(key + ".how");
  }

  /** A sentence with one value. */
  public String say(String key, String name, Object value) {
    return PageWords.in(language).say(key, Map.of(name, value));
  }

  /** Whether this page is the one at an address or below it. */
  public boolean at(String address) {
    return path.equals(address) || !address.equals("/") && path.startsWith(address + "/");
  }

  /** Where the reader begins: the self-check, or the page of their role. */
  public String start() {
    return StartPage.of(role);
  }

  /** Whether the reader has signed in with a role. */
  public boolean is(String id) {
    return id.equals(role);
  }

  /** The role in words, or null. */
  public String roleInWords() {
    PageWords words = PageWords.in(language);
    String key = "role." + role;
    return role == null || !words.has(key) ? role : words.say(key);
  }
}
