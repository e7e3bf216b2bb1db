package sixones.people.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies passwords against hashes and caches matches for a few minutes, so that an API call with
 * a password does not cost a bcrypt each. The cache holds only keyed digests under a key of this
 * process; a new hash matches no cached entry.
 */
final class VerifiedPasswords {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  /**
   * A hash that no password matches, compared for unknown names so that the check takes as long.
   */
  private static final String NOBODY = "$2a$10$" + ".".repeat(22 + 31);

  private final Map<String, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  private final Clock clock;
  private final SecretKeySpec key;

  VerifiedPasswords(Clock clock) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.clock = clock;
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /**
   * Returns whether the password matches the hash; a null hash stands for an unknown name and never
   * matches.
   */
  boolean fits(String password, String hash) {
    if (hash == null || !PasswordPolicy.canBeKept(password)) {
      BcryptUtil.matches("", NOBODY);
      return false;
    }
    if (isRemembered(password, hash)) {
      return true;
    }
    boolean fits = BcryptUtil.matches(password, hash);
    if (fits) {
      remember(pair(password, hash));
    }
    return fits;
  }

  /** Returns whether the match of password and hash is cached. */
  boolean isRemembered(String password, String hash) {
    return PasswordPolicy.canBeKept(password) && isRemembered(pair(password, hash));
  }

  private synchronized boolean isRemembered(String pair) {
    Instant end = until.get(pair);
    return end != null && clock.instant().isBefore(end);
  }

  private String pair(String password, String hash) {
    return digest(hash + '\0' + password);
  }

  private synchronized void remember(String pair) {
    until.remove(pair);
    until.put(pair, clock.instant().plus(REMEMBERED));
  }

  private String digest(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return new String(
          mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Compares two texts in constant time. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
