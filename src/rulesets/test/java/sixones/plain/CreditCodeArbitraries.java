package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Credit codes right and wrong in every way, and identity numbers where one is asked for. */
public final class CreditCodeArbitraries {
  private static final List<String> PAIRS = List.of("91", "91", "91", "N1", "A9", "12", "Y1");
  private static final List<String> OTHER_PAIRS = List.of("00", "19", "9N", "A2", "1X", "YY");
  private static final List<String> DIVISIONS = List.of("510100", "000000", "350100");
  private static final List<String> OTHER_DIVISIONS = List.of("51010A", "X10100");
  private static final List<String> DAYS =
      List.of("18991231", "19000101", "19000229", "19990230", "20000229", "19991301", "19850000");
  private static final List<LocalDate> RECENT_DAYS =
      List.of(
          LocalDate.of(2022, 6, 13),
          LocalDate.of(2022, 6, 17),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(1985, 12, 31));

  private CreditCodeArbitraries() {}

  /** A code or an identity number, written in many ways. */
  public static Arbitrary<JsonNode> any() {
    Arbitrary<String> right = codes(PAIRS, DIVISIONS);
    Arbitrary<String> code =
        Choices.frequencyOf(
            Tuple.of(6, right),
            Tuple.of(1, Arbitraries.of("91350100M000100Y43", "911100000000000000")),
            Tuple.of(2, codes(OTHER_PAIRS, DIVISIONS)),
            Tuple.of(2, codes(PAIRS, OTHER_DIVISIONS)),
            Tuple.of(4, changed(right)),
            Tuple.of(1, right.map(code18 -> code18.substring(1))),
            Tuple.of(1, right.map(code18 -> code18 + "0")),
            Tuple.of(5, identityNumbers()),
            Tuple.of(2, changed(identityNumbers())),
            Tuple.of(1, Arbitraries.of("0", "1", "x", "×").map(one -> one.repeat(18))),
            Tuple.of(1, Unclear.names()));
    return ValueArbitraries.code(
        Combinators.combine(code, Arbitraries.of(Writing.class), Arbitraries.integers())
            .as((text, writing, variant) -> writing.write(text, Math.floorMod(variant, 360))));
  }

  private static Arbitrary<String> codes(List<String> pairs, List<String> divisions) {
    return Combinators.combine(
            Arbitraries.of(pairs),
            Arbitraries.of(divisions),
            Arbitraries.strings().withChars(CreditCode.ALPHABET.toCharArray()).ofLength(8))
        .as(
            (pair, division, first8) -> {
              char check = CreditCode.organisationCheck(first8);
              String first17 = pair + division + first8 + check;
              return first17 + CreditCode.checkCharacter(first17);
            });
  }

  private static Arbitrary<String> identityNumbers() {
    Arbitrary<String> recent =
        Combinators.combine(Arbitraries.of(RECENT_DAYS), Arbitraries.of(-1, 0, 1))
            .as((day, days) -> day.plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE));
    return Combinators.combine(
            Arbitraries.of("510104", "110108", "820000", "910000", "010000"),
            Choices.frequencyOf(Tuple.of(2, Arbitraries.of(DAYS)), Tuple.of(3, recent)),
            Arbitraries.strings().numeric().ofLength(3))
        .as(
            (division, day, order) -> {
              String first17 = division + day + order;
              return first17 + IdentityNumber.checkCharacter(first17);
            });
  }

  /** One character replaced, mostly the last or the one before it. */
  private static Arbitrary<String> changed(Arbitrary<String> code) {
    return Combinators.combine(
            code,
            Arbitraries.of(0, 5, 8, 12, 16, 16, 17, 17),
            Arbitraries.of("0A7IXO一é①".split("")))
        .as((text, at, other) -> text.substring(0, at) + other + text.substring(at + 1));
  }

  /** Ways to write a code, each in a few variants. */
  private enum Writing {
    PLAIN {
      @Override
      String write(String code, int variant) {
        return code;
      }
    },
    LOWER_CASE {
      @Override
      String write(String code, int variant) {
        return variant % 2 == 0
            ? code.toLowerCase(Locale.ROOT)
            : Spelling.wide(code.toLowerCase(Locale.ROOT));
      }
    },
    WIDE {
      @Override
      String write(String code, int variant) {
        return Spelling.wide(code);
      }
    },
    SPACED {
      @Override
      String write(String code, int variant) {
        return inserted(code, List.of(" ", "\u3000", "\u00A0", "\t"), variant);
      }
    },
    FILLED {
      @Override
      String write(String code, int variant) {
        return inserted(
            code, List.of("\u200B", "\uFEFF", "\u3164", "\u0001", "\uDB40\uDC41"), variant);
      }
    },
    AROUND {
      @Override
      String write(String code, int variant) {
        return variant % 2 == 0 ? "\u200B \u2060" + code + "\u3164" : code + "\u3000\u00AD\n";
      }
    },
    DAMAGED {
      @Override
      String write(String code, int variant) {
        return variant % 8 > 0 ? code : inserted(code, List.of("\uFFFD", "\uE000"), variant / 8);
      }
    };

    abstract String write(String code, int variant);

    private static String inserted(String code, List<String> others, int variant) {
      int at = code.offsetByCodePoints(0, variant % (Characters.count(code) + 1));
      return code.substring(0, at) + others.get(variant % others.size()) + code.substring(at);
    }
  }
}
