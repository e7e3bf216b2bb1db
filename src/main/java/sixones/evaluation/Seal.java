package sixones.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import sixones.database.KeptSecret;
import sixones.ruleset.BrokenRuleSet;

/**
 * Signs the bundles this service keeps, and knows its own signature again: rules are code, and the
 * database may be written by others. Ed25519; the key is a file that only its owner may read, made
 * at its first need.
 */
public final class Seal {
  private static final String ALGORITHM = "Ed25519";

  private final Path file;
  private KeyPair key;

  /** A seal whose key is, or will be, in a file. */
  public Seal(Path file) {
    this.file = file;
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key().getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  boolean holds(byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(known().getPublic());
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The key there is; nothing holds by one that would have to be made. */
  private KeyPair known() throws GeneralSecurityException {
    if (!Files.exists(file)) {
      throw new BrokenRuleSet(
          "the key that signs rule sets, " + file + ", is not there; put it back from your backup");
    }
    return key();
  }

  private synchronized KeyPair key() throws GeneralSecurityException {
    if (key == null) {
      try {
        key = read();
      } catch (IOException e) {
        throw new BrokenRuleSet("the key that signs rule sets, " + file + ", cannot be used", e);
      }
    }
    return key;
  }

  private KeyPair read() throws IOException, GeneralSecurityException {
    KeyPair made =
        Files.exists(file) ? null : KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    List<String> lines = new KeptSecret(file).readOr(() -> lines(made));
    if (lines.size() != 2) {
      throw new BrokenRuleSet(file + " does not hold a private and a public key, a line each");
    }
    KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
    Base64.Decoder decoder = Base64.getDecoder();
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1)))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0)))));
  }

  private static List<String> lines(KeyPair key) {
    Base64.Encoder encoder = Base64.getEncoder();
    return List.of(
        encoder.encodeToString(key.getPrivate().getEncoded()),
        encoder.encodeToString(key.getPublic().getEncoded()));
  }
}
