package sixones.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A text nobody else writes, by which what a city keeps is known again wherever it turns up. */
public final class Canary {
  private static final String ROOT =
      "canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);

  /** In the bytes of working drafts. */
  static final String IN_DRAFT = ROOT + "draft";

  /** In the names of working drafts. */
  static final String IN_NAME = ROOT + "name";

  /** In an Idempotency-Key. */
  static final String IN_KEY = ROOT + "key";

  /** In what was handed in. */
  public static final String HANDED_IN = ROOT + "handed";

  private static final List<String> FORMS = forms(ROOT);

  private Canary() {}

  /** As it is, and as Base64 and hexadecimal digits would hide it. */
  private static List<String> forms(String text) {
    List<String> forms = new ArrayList<>();
    forms.add(text);
    forms.add(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = ("x".repeat(shift) + text).getBytes(StandardCharsets.UTF_8);
      String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      forms.add(coded.substring(shift == 0 ? 0 : 4, coded.length() - 4));
    }
    return forms;
  }

  /** Whether any of it is there. */
  public static boolean isIn(byte[] bytes) {
    return isIn(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  public static boolean isIn(String text) {
    return FORMS.stream().anyMatch(text::contains);
  }

  /** Whether more is there than what was handed in. */
  public static boolean isInBesideHandedIn(byte[] bytes) {
    return isIn(new String(bytes, StandardCharsets.ISO_8859_1).replace(HANDED_IN, ""));
  }
}
