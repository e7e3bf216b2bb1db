package sixones.people.token;

import java.time.Instant;
import java.util.UUID;
import sixones.people.Proven;

/**
 * An access token as its person sees it, without the secret.
 *
 * @param usedAt when it was last used, to the minute; null if never
 */
public record Token(
    UUID id, String name, Scope scope, Instant madeAt, Instant endsAt, Instant usedAt) {

  /** A new token with its secret, which is shown once. */
  public record Made(Token token, String secret) {}

  /** The person a token authenticates, and its scope. */
  public record Bearer(Proven proven, Scope scope) {}
}
