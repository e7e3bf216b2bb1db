package sixones.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sixones.postgres.SecretFile;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;

/**
 * Signs rule set bundles, engines and attestations with Ed25519 and verifies those signatures.
 * Rules are code, and others may write to the database, so only a bundle with a valid signature is
 * opened. The key pair is a file readable by its owner alone. It is generated with the first
 * signature and never regenerated while a signature made with it is stored.
 */
public final class BundleSigner {
  private static final String ALGORITHM = "Ed25519";
  private static final String PUT_BACK = "put it back from your backup";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private KeyPair key;

  /**
   * Creates a signer.
   *
   * @param file the key file; it need not exist yet
   */
  public BundleSigner(Path file) {
    this.file = file;
  }

  /** Returns whether the key file exists, usable or not. */
  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Signs the bytes. Generates the key pair if there is none yet.
   *
   * @throws BrokenRuleSet if the key file exists but cannot be used
   */
  public byte[] sign(byte[] bytes) {
    return signed(key(), bytes);
  }

  /**
   * Returns whether the signature over the bytes is valid.
   *
   * @throws BrokenRuleSet if the key file does not exist or cannot be used
   */
  public boolean holds(byte[] bytes, byte[] signature) {
    return isSigned(known(), bytes, signature);
  }

  /**
   * Returns what the signatures can be verified with, as X.509 (DER).
   *
   * @throws BrokenRuleSet if the key file does not exist or cannot be used
   */
  public byte[] publicKey() {
    return known().getPublic().getEncoded();
  }

  /**
   * Returns the existing key pair and never generates one: no stored signature could be valid under
   * a new key.
   *
   * @throws BrokenRuleSet if the key file does not exist or cannot be used; the message gives the
   *     reason and the remedy
   */
  KeyPair known() {
    if (!exists()) {
      throw broken("is not there; put it back from your backup", null);
    }
    return key();
  }

  /**
   * Returns the SHA-256 of the public key as hex digits, which services that share a database have
   * in common; empty before the first signature.
   *
   * @throws BrokenRuleSet if the key file exists but cannot be used
   */
  public Optional<String> fingerprint() {
    return exists() ? Optional.of(Bundle.sha256(key().getPublic().getEncoded())) : Optional.empty();
  }

  private synchronized KeyPair key() {
    if (isReadByOthers()) {
      throw broken(
          "can be read or changed by others; find out whether anybody did, then let its owner alone"
              + " reach it",
          null);
    }
    if (key == null) {
      key = read();
    }
    return key;
  }

  private boolean isReadByOthers() {
    try {
      return exists() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw broken("cannot be looked at", e);
    } catch (UnsupportedOperationException e) {
      // This file system has no POSIX permissions, so there is nothing to check.
      return false;
    }
  }

  private KeyPair read() {
    try {
      KeyPair made = exists() ? null : KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      List<String> lines = new SecretFile(file).readOr(() -> lines(made));
      if (lines.size() != 2) {
        throw broken("does not hold a private and a public key, a line each; " + PUT_BACK, null);
      }
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      Base64.Decoder decoder = Base64.getDecoder();
      KeyPair read =
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1)))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0)))));
      byte[] probe = new byte[32];
      if (!isSigned(read, probe, signed(read, probe))) {
        throw broken("holds two keys that do not belong together; " + PUT_BACK, null);
      }
      return read;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw broken("cannot be used; " + PUT_BACK, e);
    }
  }

  private BrokenRuleSet broken(String why, Exception cause) {
    return new BrokenRuleSet("the key that signs rule sets, " + file + ", " + why, cause);
  }

  private static byte[] signed(KeyPair key, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  private static boolean isSigned(KeyPair key, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key.getPublic());
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<String> lines(KeyPair key) {
    Base64.Encoder encoder = Base64.getEncoder();
    return List.of(
        encoder.encodeToString(key.getPrivate().getEncoded()),
        encoder.encodeToString(key.getPublic().getEncoded()));
  }
}
