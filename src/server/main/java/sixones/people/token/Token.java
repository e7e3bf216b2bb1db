package sixones.people.token;

import java.time.Instant;
import java.util.UUID;
import sixones.people.Proven;

/**
 * What a program of a person asks by, as that person sees it; the secret itself nobody sees again.
 *
 * @param usedAt when it was used last, to the minute; null if it never was
 */
public record Token(
    UUID id, String name, Scope scope, Instant madeAt, Instant endsAt, Instant usedAt) {

  /** A token and its secret, told once. */
  public record Made(Token token, String secret) {}

  /** Whose program asks, and what it may do. */
  public record Bearer(Proven proven, Scope scope) {}
}
