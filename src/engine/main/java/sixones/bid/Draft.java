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
 * A bid as received: its bytes, kept as they are, and what they say. A draft that exists fits the
 * contract, but for the places of which its defects tell; what it leaves out is blank, never a
 * default.
 */
public final class Draft {
  /** The longest document read, in bytes. */
  public static final int MOST_BYTES = 1 << 20;

  /** The two ways a draft may be written. */
  public enum Format {
    JSON,
    YAML;

    /** By the ending of a file's name; without a known ending, by the first character. */
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

  private Draft(byte[] bytes, ObjectNode tree, List<Defect> defects) {
    this.bytes = bytes;
    this.tree = tree;
    this.defects = List.copyOf(defects);
  }

  /**
   * Reads a draft strictly.
   *
   * @throws UnreadableDraft if it does not fit the contract, with every defect found
   */
  public static Draft read(byte[] bytes, Format format) throws UnreadableDraft {
    return new Draft(bytes.clone(), new DraftReader(format).read(bytes), List.of());
  }

  /**
   * Reads as much of a draft as can be read. Nobody may hand in such a draft: it is for a check
   * that tells of its defects and looks at the rest.
   *
   * @throws UnreadableDraft if the document as a whole, {@code schema}, {@code ruleSet} or {@code
   *     city.code} cannot be read, with every defect found
   */
  public static Draft readPartly(byte[] bytes, Format format) throws UnreadableDraft {
    DraftReader reader = new DraftReader(format);
    return new Draft(bytes.clone(), reader.readPartly(bytes), reader.defects());
  }

  /**
   * Lets bytes pass that are UTF-8, whether they can be read as a bid or not.
   *
   * @throws UnreadableDraft if they are none, or seem to be something else, with what they seem
   */
  public static void mustBeText(byte[] bytes) throws UnreadableDraft {
    Optional<NotText> notText = NotText.in(bytes);
    if (notText.isPresent() && !notText.get().isUtf8(bytes)) {
      throw new UnreadableDraft(List.of(notText.get().defect()));
    }
  }

  /** The bytes as received. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The defects of the places that cannot be read, in the draft's order; none if read strictly. */
  public List<Defect> defects() {
    return defects;
  }

  /** {@code sha256:} and the hexadecimal SHA-256 of the bytes. */
  public String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The id of the rule set the bid was written for. */
  public String ruleSet() {
    return tree.get("ruleSet").textValue();
  }

  /** The bidding city's code, six digits (GB/T 2260). */
  public String cityCode() {
    return Text.width(tree.get("city").get("code").textValue());
  }

  /** Whether the bid itself declares that what it says is not true; a blank declares nothing. */
  public boolean declaredUntruthful() {
    JsonNode truthful = tree.path("declarations").path("truthful");
    return truthful.isBoolean() && !truthful.booleanValue();
  }

  public ObjectNode tree() {
    return tree;
  }
}
