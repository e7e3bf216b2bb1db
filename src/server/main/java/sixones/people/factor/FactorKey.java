package sixones.people.factor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import sixones.postgres.SecretFile;

/**
 * Encrypts the secrets of second factors with AES-GCM, each bound to its person. The key is a file
 * readable by its owner alone, created with the first secret and never while encrypted secrets
 * exist.
 */
public final class FactorKey {
  private static final int BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  /** Uses the key in a file that exists or is created later. */
  public FactorKey(Path file) {
    this.file = file;
  }

  /** Thrown when the key file is missing or invalid; the message names the file and the remedy. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message, Exception cause) {
      super(message, cause);
    }
  }

  /** Creates the key if it is missing; call only while no encrypted secret is stored. */
  void make() throws Unusable {
    try {
      new SecretFile(file).readOr(() -> List.of(HexFormat.of().formatHex(random(BYTES))));
    } catch (IOException e) {
      throw unusable("cannot be kept; see to the folder it is in", e);
    }
  }

  /** Encrypts a secret for the person of a number. */
  byte[] seal(byte[] secret, long number) throws Unusable {
    byte[] nonce = random(NONCE);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, number).doFinal(secret);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Decrypts the secret of the person of a number. */
  byte[] open(byte[] sealed, long number) throws Unusable {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, number)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException e) {
      throw unusable(
          "is another than the one this was sealed with; put that back from your backup", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, long number)
      throws Unusable, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(Long.toString(number).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] key() throws Unusable {
    try {
      if (!Files.exists(file)) {
        throw unusable("is not there; put it back from your backup", null);
      }
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw unusable("can be read or changed by others; let its owner alone reach it", null);
      }
      byte[] key = HexFormat.of().parseHex(String.join("", Files.readAllLines(file)).strip());
      if (key.length != BYTES) {
        throw unusable("holds no key; put it back from your backup", null);
      }
      return key;
    } catch (IOException | IllegalArgumentException e) {
      throw unusable("holds no key; put it back from your backup", e);
    }
  }

  private Unusable unusable(String why, Exception cause) {
    return new Unusable(
        "codes of second factors cannot be checked: their key, "
            + file
            + ", "
            + why
            + ". Recovery codes hold meanwhile.",
        cause);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
