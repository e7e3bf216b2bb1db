package sixones.library;

import io.quarkus.hibernate.orm.panache.Panache;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;

/**
 * Stores each engine that rounds pin, once, so that a later release can run it. An engine is code,
 * and others may write to the database: it is loaded only if its digest and its signature hold. All
 * methods run in the caller's transaction.
 */
public final class PinnedEngines {
  private final PackedEngine present;
  private final BundleSigner signer;
  private final Map<String, ClassLoader> loaded = new ConcurrentHashMap<>();

  public PinnedEngines(PackedEngine present, BundleSigner signer) {
    this.present = present;
    this.signer = signer;
  }

  /** A row without its signature. */
  private record Jar(String sha256, byte[] bytes) {}

  /** A row without its bytes. */
  private record Signed(String sha256, byte[] signature, String sha256OfBytes) {}

  /**
   * Stores the engine of this application, unless it is stored already.
   *
   * @return its digest
   * @throws BrokenRuleSet if the stored one has the signature of another service
   */
  public String pin(Instant now) {
    String sha256 = present.sha256();
    List<Signed> kept = signed(sha256);
    if (kept.isEmpty()) {
      Panache.getEntityManager()
          .createNativeQuery(
              "insert into engine (sha256, bytes, signature, kept_at) values (?1, ?2, ?3, ?4)"
                  + " on conflict do nothing")
          .setParameter(1, sha256)
          .setParameter(2, present.jar().get())
          .setParameter(3, signer.sign(statement(sha256)))
          .setParameter(4, now)
          .executeUpdate();
      kept = signed(sha256);
    }
    kept.forEach(this::verify);
    return sha256;
  }

  /** Returns whether an engine is that of this application. */
  boolean isPresent(String sha256) {
    return present.sha256().equals(sha256);
  }

  /**
   * Returns the classes of a stored engine, loaded on first use.
   *
   * @throws BrokenRuleSet if it is not stored, or its digest or signature does not hold
   */
  ClassLoader classes(String sha256) {
    return loaded.computeIfAbsent(sha256, this::load);
  }

  private ClassLoader load(String sha256) {
    List<Jar> found =
        Panache.getSession()
            .createNativeQuery("select sha256, bytes from engine where sha256 = ?1", Jar.class)
            .setParameter(1, sha256)
            .getResultList();
    if (found.isEmpty()) {
      throw new BrokenRuleSet("the engine " + sha256 + " is not kept");
    }
    signed(sha256).forEach(this::verify);
    if (!Bundle.sha256(found.get(0).bytes()).equals(sha256)) {
      throw changed(sha256);
    }
    return EngineClasses.of(sha256, found.get(0).bytes());
  }

  /**
   * Verifies the digests and signatures of all stored engines.
   *
   * @throws BrokenRuleSet if an engine could not be loaded; the message gives the reason and the
   *     remedy
   */
  public void check() {
    signed("%").forEach(this::verify);
  }

  private static List<Signed> signed(String sha256) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select sha256, signature, encode(sha256(bytes), 'hex') from engine
            where sha256 like ?1 order by sha256
            """,
            Signed.class)
        .setParameter(1, sha256)
        .getResultList();
  }

  private void verify(Signed engine) {
    if (!engine.sha256().equals(engine.sha256OfBytes())) {
      throw changed(engine.sha256());
    }
    if (!signer.holds(statement(engine.sha256()), engine.signature())) {
      throw new BrokenRuleSet(
          "the signature of the engine "
              + engine.sha256()
              + " does not hold: it was signed with another key; put the database, or the key, back"
              + " from your backup");
    }
  }

  private static BrokenRuleSet changed(String sha256) {
    return new BrokenRuleSet(
        "the engine " + sha256 + " was changed; put the database back from your backup");
  }

  /** What is signed: a bundle's signature is over its bytes, and never over a line like this. */
  static byte[] statement(String sha256) {
    return ("sixones engine " + sha256).getBytes(StandardCharsets.US_ASCII);
  }
}
