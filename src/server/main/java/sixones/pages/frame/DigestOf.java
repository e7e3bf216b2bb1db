package sixones.pages.frame;

import java.util.Locale;

/**
 * What a digest shown on a page is of, and the command that computes it from that; {@code
 * DigestCommandsTest} runs each.
 */
public enum DigestOf {
  /** The file of a bid, byte for byte. */
  BID("sha256sum bid.json"),
  /** The same, if it is YAML. */
  BID_YAML("sha256sum bid.yaml"),
  /** The file a bid was converted from. */
  ORIGINAL("sha256sum original.json"),
  /** An official answer without a language. */
  ANSWER("sha256sum answer.json"),
  /** The packed rule set. */
  BUNDLE("sha256sum rules.zip"),
  /** What the rule set was packed from: the digest of a list of its files and their digests. */
  RULES(
      "unzip -q rules.zip -d rules && cd rules/sources && find * -type f | LC_ALL=C sort"
          + " | xargs sha256sum | sha256sum"),
  /** The engine's jar as the database keeps it. */
  ENGINE("select sha256, encode(sha256(bytes), 'hex') from engine"),
  /** The application as installed: the digest of a list of its files and their digests. */
  APPLICATION(
      "unzip -qo 'lib/main/sixones.sixones-rulesets-*.jar' -d app"
          + " && unzip -qo 'lib/main/sixones.sixones-engine-*.jar' -d app"
          + " && cd app && rm -r engines META-INF sixones/application.sha256"
          + " && find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum");

  private final String command;

  DigestOf(String command) {
    this.command = command;
  }

  /** Returns the kind of a bid's digest by the form of its file, such as {@code YAML}. */
  public static DigestOf bid(String form) {
    return form.equals("YAML") ? BID_YAML : BID;
  }

  /** Returns the key of the message that says what the digest is of. */
  public String key() {
    return this == BID_YAML ? BID.key() : "digest." + name().toLowerCase(Locale.ROOT);
  }

  /** Returns the command for a shell; for the engine, a query of the database. */
  public String command() {
    return command;
  }
}
