package sixones.fact.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import sixones.Fixtures;
import sixones.fact.InForce;
import sixones.ruleset.RuleSetsInTests;

/** Made-up credit codes and identity numbers, worked out by the standards' tables. */
public final class CreditCodes {
  static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  static final InForce IN_FORCE = inForce();

  private static final List<String> ORGANISATION_CHECKS =
      List.of("0", "X", "9", "8", "7", "6", "5", "4", "3", "2", "1");
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] IDENTITY_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };

  private CreditCodes() {}

  private static InForce inForce() {
    Map<String, JsonNode> parameters = new HashMap<>();
    RuleSetsInTests.SICHUAN
        .parameters()
        .forEach(
            (id, parameter) -> {
              JsonNode value = parameter.inForceOn(Fixtures.BID_DAY);
              if (value != null) {
                parameters.put(id, value);
              }
            });
    return new InForce(Fixtures.BID_DAY, parameters);
  }

  static String state(String text) {
    return CreditCode.state(text, IN_FORCE);
  }

  /** Right codes of every known pair. */
  static Arbitrary<String> right() {
    return Combinators.combine(
            Arbitraries.of(IN_FORCE.texts("credit-code-pairs")),
            Arbitraries.strings().numeric().ofLength(6),
            Arbitraries.strings().withChars(ALPHABET).ofLength(8))
        .as((pair, division, organisation) -> whole(pair + division, organisation));
  }

  /** A code with both check characters worked out. */
  static String whole(String head, String organisation) {
    int inner = 0;
    for (int i = 0; i < organisation.length(); i++) {
      inner += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    String code = head + organisation + ORGANISATION_CHECKS.get(inner % 11);
    int outer = 0;
    for (int i = 0; i < code.length(); i++) {
      outer += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return code + ALPHABET.charAt((31 - outer % 31) % 31);
  }

  /** Right identity numbers of people born by the day of the bid. */
  public static Arbitrary<String> identityNumbers() {
    return Combinators.combine(
            Arbitraries.integers().between(110000, 829999),
            Arbitraries.longs()
                .between(LocalDate.of(1900, 1, 1).toEpochDay(), Fixtures.BID_DAY.toEpochDay()),
            Arbitraries.integers().between(0, 999))
        .as(CreditCodes::identityNumber);
  }

  private static String identityNumber(int division, long birth, int sequence) {
    String day = LocalDate.ofEpochDay(birth).toString().replace("-", "");
    return identityNumber(division + day + "%03d".formatted(sequence));
  }

  /** The 17 digits with their check character. */
  static String identityNumber(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += Character.digit(digits.charAt(i), 10) * IDENTITY_WEIGHTS[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }
}
