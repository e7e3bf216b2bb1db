package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Names of the bidding city: those of its code in many ways of writing them, and others. */
public final class CityNames {
  private static final DivisionsOfDay DIVISIONS = new DivisionsOfDay(LocalDate.of(2022, 6, 13));
  private static final List<String> OTHER_NAMES =
      List.of(
          "自贡市", "成都", "雅安地区", "射洪县", "射洪市", "新津区", "李华", "待定", "市", "⾃贡市", "㊣", "City", "Li Hua",
          "TBD");
  private static final List<String> LEVELS =
      List.of("", "市", "自治州", "州", "地区", "区", "县", "市市", "\uFFFD", "（拟）");
  private static final List<String> ENGLISH_LEVELS =
      List.of("", " City", " prefecture", "-Municipality", " Autonomous Prefecture", ", Province");

  private CityNames() {}

  /** The same bidding city, where it has a name now and then with one about its code's. */
  public static Arbitrary<JsonNode> named(Arbitrary<JsonNode> city) {
    Arbitrary<Integer> variant =
        Choices.frequencyOf(
            Tuple.of(2, Arbitraries.just(0)), Tuple.of(3, Arbitraries.integers().between(0, 119)));
    Arbitrary<Spelling> spelling = Arbitraries.of(Spelling.class);
    return Combinators.combine(city, variant, variant, spelling).as(CityNames::rename);
  }

  private static JsonNode rename(JsonNode city, int zh, int en, Spelling spelling) {
    ObjectNode named = city.deepCopy();
    if (named.path("name") instanceof ObjectNode name) {
      String code = Texts.narrow(city.path("code").textValue());
      rename(name, "zh", spelt(chinese(code, zh), zh, spelling));
      rename(name, "en", spelt(english(code, en), en, spelling));
    }
    return named;
  }

  private static void rename(ObjectNode name, String language, String text) {
    if (Texts.isStated(name.path(language))) {
      name.put(language, text);
    }
  }

  private static String spelt(String name, int variant, Spelling spelling) {
    return variant % 5 == 1 ? spelling.write(name) : name;
  }

  private static String chinese(String code, int variant) {
    List<Spell> spells = Divisions.TABLE.spells(code);
    if (spells.isEmpty() || variant % 4 == 3) {
      return of(OTHER_NAMES, variant / 4);
    }
    String name =
        switch (variant % 3) {
          case 0 -> DIVISIONS.spellOfDay(code).name();
          case 1 -> spells.get(0).name();
          default -> DIVISIONS.spellOfDay(DIVISIONS.canonical(code)).name();
        };
    return variant < 12 ? name : withoutLevel(name) + of(LEVELS, variant / 12);
  }

  private static String withoutLevel(String name) {
    return name.replaceAll("(藏族羌族自治州|藏族自治州|彝族自治州|[市区县])$", "");
  }

  private static String english(String code, int variant) {
    String name = DIVISIONS.member(code).map(Applicants.Member::en).orElse("Ya’an");
    if (variant % 4 == 3) {
      return of(OTHER_NAMES, variant / 4);
    }
    return variant < 12
        ? name
        : name.replaceAll("( Yi| Tibetan.*)? Autonomous Prefecture$", "")
            + of(ENGLISH_LEVELS, variant / 12);
  }

  private static String of(List<String> all, int variant) {
    return all.get(variant % all.size());
  }
}
