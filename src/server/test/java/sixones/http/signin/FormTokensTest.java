package sixones.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormTokensTest {
  private static final String BROWSER = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String OTHER = "BAAAAAAAAAAAAAAAAAAAAA";

  private final FormTokens tokens = new FormTokens("a secret of at least 32 characters");

  @Test
  void a_token_holds_for_the_session_it_was_made_in_and_no_other() {
    String token = tokens.token(BROWSER, "zhang");

    assertThat(tokens.fits(token, BROWSER, "zhang")).isTrue();
    assertThat(tokens.fits(token, BROWSER, "li")).isFalse();
    assertThat(tokens.fits(token, OTHER, "zhang")).as("signed in again").isFalse();
    assertThat(tokens.fits(tokens.token(BROWSER, ""), BROWSER, "zhang"))
        .as("made before somebody signed in")
        .isFalse();
  }

  @Test
  void where_nobody_is_signed_in_a_token_holds_for_its_browser() {
    assertThat(tokens.fits(tokens.token(BROWSER, ""), BROWSER, "")).isTrue();
    assertThat(tokens.fits(tokens.token(BROWSER, ""), OTHER, "")).isFalse();
    assertThat(tokens.fits(tokens.token(BROWSER, "zhang"), BROWSER, ""))
        .as("of a session that has ended")
        .isTrue();
  }

  @Test
  void what_is_no_token_of_this_service_holds_for_nobody() {
    String token = tokens.token(BROWSER, "zhang");
    String forged = new FormTokens("another secret of 32 characters.").token(BROWSER, "zhang");

    for (String none : List.of("", "!", "A", token.substring(4), token + "AAAA", forged)) {
      assertThat(tokens.fits(none, BROWSER, "zhang")).as(none).isFalse();
      assertThat(tokens.fits(none, BROWSER, "")).as(none).isFalse();
    }
    assertThat(tokens.fits(null, BROWSER, "zhang")).isFalse();
    for (int at = 0; at < token.length(); at++) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, at) + other + token.substring(at + 1);
      boolean both = tokens.fits(changed, BROWSER, "zhang") && tokens.fits(changed, BROWSER, "");
      assertThat(both).as(changed).isFalse();
    }
  }

  @Test
  void no_two_tokens_are_alike() {
    assertThat(IntStream.range(0, 100).mapToObj(i -> tokens.token(BROWSER, "zhang")))
        .doesNotHaveDuplicates();
  }
}
