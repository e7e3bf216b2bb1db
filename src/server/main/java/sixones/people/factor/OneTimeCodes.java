package sixones.people.factor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import sixones.text.Folding;

/**
 * Time-based one-time codes (RFC 6238) with the defaults of authenticator apps: HMAC-SHA-1, six
 * digits, steps of 30 seconds.
 */
final class OneTimeCodes {
  static final int BYTES = 20;
  private static final int SECONDS = 30;

  /** Tolerance for clock skew and slow typing, in steps. */
  private static final int STEPS_AROUND = 1;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator();

  private OneTimeCodes() {}

  /** Returns a new secret, as long as the hash (RFC 4226, R6). */
  static byte[] secret() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return random;
  }

  /** Returns the code of a moment. */
  static String at(byte[] secret, Instant moment) {
    return of(secret, step(moment));
  }

  /** Returns the time step whose code this is, among those around now; empty if it matches none. */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    byte[] typed = code.getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - STEPS_AROUND; step <= step(now) + STEPS_AROUND; step++) {
      // Constant-time comparison.
      if (MessageDigest.isEqual(of(secret, step).getBytes(StandardCharsets.UTF_8), typed)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** Removes spaces and hyphens and folds width and case of a typed code. */
  static String folded(String typed) {
    return Folding.compact(typed).replaceAll("\\p{Pd}", "").toLowerCase(Locale.ROOT);
  }

  private static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), (long) SECONDS);
  }

  private static String of(byte[] secret, long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, "RAW"), step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any bytes are a key of HMAC", e);
    }
  }
}
