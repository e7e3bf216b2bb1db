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
 * Checks passwords against hashes, and remembers for a few minutes which fitted which, so that an
 * API call with a password does not cost a bcrypt each. It remembers keyed digests alone, under a
 * key that leaves the process with it; a new hash fits nothing that is remembered.
 */
final class VerifiedPasswords {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  /**
   * Compared with where there is no such person, so that it takes as long: as many rounds as any,
   * and a salt and a digest of zeros, for nobody ever signs in by it.
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

  /** Whether the password fits the hash; null is the hash of nobody, and nothing fits it. */
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

  /** Whether the password was found to fit the hash some minutes ago. */
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

  /** Whether two texts are one, in a time that does not tell where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
