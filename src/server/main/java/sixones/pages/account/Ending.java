package sixones.pages.account;

import java.util.UUID;

/**
 * The question before a session or a token is ended.
 *
 * @param page the address of the page that asks, and of what ends it
 * @param send the address the answer is sent to
 * @param act the value of the field {@code act}
 * @param id what is ended; null for all others
 * @param what its name in words; null for all others
 */
public record Ending(String page, String send, String act, UUID id, String what) {
  /** Returns the message key of the question. */
  public String question() {
    return "account.ask." + (id == null ? "others" : page.endsWith("tokens") ? "token" : "session");
  }
}
