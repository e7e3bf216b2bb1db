package sixones.people.factor;

import org.apache.commons.codec.binary.Base32;

/**
 * The secret of a second factor during enrolment; shown once.
 *
 * @param name the person's sign-in name
 */
public record FactorSecret(String name, byte[] bytes) {
  private static final String ISSUER = "Six%20Ones";

  /** Returns the secret in Base32 (RFC 4648), for typing. */
  public String key() {
    return new Base32().encodeToString(bytes);
  }

  /** Returns the {@code otpauth} URI for a QR code. */
  public String address() {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, name, key(), ISSUER);
  }
}
