package sixones.people.factor;

import org.apache.commons.codec.binary.Base32;

/**
 * The secret of a second factor that is being set up, as an authenticator app takes it; told once.
 *
 * @param name whose it is
 */
public record FactorSecret(String name, byte[] bytes) {
  private static final String ISSUER = "Six%20Ones";

  /** The secret in Base32 (RFC 4648), to be typed. */
  public String key() {
    return new Base32().encodeToString(bytes);
  }

  /** The address a QR code holds, in the form of Google Authenticator. */
  public String address() {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, name, key(), ISSUER);
  }
}
