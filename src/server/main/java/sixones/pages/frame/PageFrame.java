package sixones.pages.frame;

import java.util.Map;
import sixones.report.Language;

/**
 * What the layout of every page needs, passed to templates as {@code frame}: language, navigation
 * and the signed-in person.
 *
 * @param language the language of the page
 * @param path the path of the request, to mark the current entry of the navigation
 * @param otherAddress the address of this page in the other language
 * @param person the name of the signed-in person, or null
 * @param role the id of that person's role, or null
 * @param applicant the name of that person's applicant, or null
 * @param token the CSRF token for the forms of the layout
 * @param wrongBefore the number of failed password attempts before this sign-in, shown until
 *     dismissed
 * @param demo whether to show the banner of a demonstration
 */
public record PageFrame(
    Language language,
    String path,
    String otherAddress,
    String person,
    String role,
    String applicant,
    String token,
    int wrongBefore,
    boolean demo) {

  /** Returns the language the page can be switched to. */
  public Language otherLanguage() {
    return language == Language.EN ? Language.ZH_CN : Language.EN;
  }

  /** Returns a message in the language of the page. */
  public String text(String key) {
    return PageWords.in(language).text(key);
  }

  /**
   * Returns the message with the remedy for what another message states.
   *
   * @param key the key of that other message
   */
  public String how(String key) {
    return text(key + ".how");
  }

  /** Returns a message with one placeholder filled in. */
  public String text(String key, String name, Object value) {
    return PageWords.in(language).text(key, Map.of(name, value));
  }

  /** Returns the kind of digest with the given name. */
  public DigestOf digestOf(String name) {
    return DigestOf.valueOf(name);
  }

  /** Returns whether this page is at the given address or below it. */
  public boolean at(String address) {
    return path.equals(address) || !address.equals("/") && path.startsWith(address + "/");
  }

  /** Returns the address of the start page for the reader's role. */
  public String start() {
    return StartPage.of(role);
  }

  /** Returns whether the signed-in person has the role with the given id. */
  public boolean is(String id) {
    return id.equals(role);
  }

  /** Returns the name of the role, or null if nobody is signed in. */
  public String roleInWords() {
    PageWords words = PageWords.in(language);
    String key = "role." + role;
    return role == null || !words.has(key) ? role : words.text(key);
  }
}
