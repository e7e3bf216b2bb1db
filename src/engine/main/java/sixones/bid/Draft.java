package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UCharacter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sixones.text.Text;

/**
 * A bid as received: its bytes and the tree parsed from them. An instance fits the contract except
 * at the places its defects name. A member the draft leaves out is blank and never gets a default.
 */
public final class Draft {
  /** The maximum size of a document, in bytes. */
  public static final int MOST_BYTES = 1 << 20;

  /** The serialization format of a draft. */
  public enum Format {
    JSON,
    YAML;

    /** Detects the format from the file name extension, or else from the first character. */
    public static Format of(String fileName, byte[] bytes) {
      String name = UCharacter.toLowerCase(Locale.ROOT, fileName);
      if (name.endsWith(".json")) {
        return JSON;
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        return YAML;
      }
      for (byte b : bytes) {
        boolean byteOrderMark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
        if (!byteOrderMark && b > ' ') {
          return b == '{' || b == '[' ? JSON : YAML;
        }
      }
      return JSON;
    }
  }

  private final byte[] bytes;
  private final ObjectNode tree;
  private final List<Defect> defects;

  private final BidContract contract;

  private Draft(byte[] bytes, ObjectNode tree, List<Defect> defects, BidContract contract) {
    this.bytes = bytes;
    this.tree = tree;
    this.contract = contract;
    this.defects = List.copyOf(defects);
  }

  /**
   * Reads a draft that must fit the contract in full.
   *
   * @throws UnreadableDraft if the draft does not fit the contract; lists every defect
   */
  public static Draft read(byte[] bytes, Format format, BidContract contract)
      throws UnreadableDraft {
    ObjectNode tree = new DraftReader(format, contract).read(bytes);
    return new Draft(bytes.clone(), tree, List.of(), contract);
  }

  /**
   * Reads the id of the rule set that a document names, and nothing behind it.
   *
   * @return the id as written; null if it is blank, or stands twice before it is found
   * @throws UnreadableDraft if the document cannot be read up to there; lists every defect
   */
  public static String ruleSetOf(byte[] bytes, Format format) throws UnreadableDraft {
    return new DraftReader(format, null).ruleSetOf(bytes);
  }

  /**
   * Reads the valid places of a draft and collects the defects of the others. Such a draft can be
   * checked but not submitted.
   *
   * @throws UnreadableDraft if the document as a whole, {@code schema}, {@code ruleSet} or the
   *     applicant cannot be read; lists every defect
   */
  public static Draft readPartly(byte[] bytes, Format format, BidContract contract)
      throws UnreadableDraft {
    DraftReader reader = new DraftReader(format, contract);
    return new Draft(bytes.clone(), reader.readPartly(bytes), reader.defects(), contract);
  }

  /**
   * Checks that bytes are UTF-8, whether or not they can be read as a bid.
   *
   * @throws UnreadableDraft if the bytes are malformed UTF-8, or appear to be another encoding or
   *     file format
   */
  public static void mustBeText(byte[] bytes) throws UnreadableDraft {
    Optional<NotText> notText = NotText.in(bytes);
    if (notText.isPresent() && !notText.get().isUtf8(bytes)) {
      throw new UnreadableDraft(List.of(notText.get().defect()));
    }
  }

  /** Returns a copy of the bytes as received. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the defects in the order of the draft; empty for a draft from {@link #read}. */
  public List<Defect> defects() {
    return defects;
  }

  /** Returns the SHA-256 of the bytes as {@code sha256:} and 64 lower-case hex digits. */
  public String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the id of the rule set that the bid was written for. */
  public String ruleSet() {
    return tree.get("ruleSet").textValue();
  }

  /** Returns the contract that the bid was read by. */
  public BidContract contract() {
    return contract;
  }

  /** Returns the id of the applicant: a division's code of six ASCII digits, or one of its own. */
  public String applicant() {
    return Text.width(contract.applicantIn(tree).textValue());
  }

  /** Returns whether the bid declares itself untruthful. A blank declaration counts as none. */
  public boolean declaredUntruthful() {
    JsonNode truth = contract.truth().map(tree::at).orElse(null);
    return truth != null && truth.isBoolean() && !truth.booleanValue();
  }

  /** Returns the call year of the bid; null if it states none. */
  public Integer call() {
    JsonNode call = contract.call().map(tree::at).orElse(null);
    return call != null && call.isInt() ? (Integer) call.intValue() : null;
  }

  public ObjectNode tree() {
    return tree;
  }
}
