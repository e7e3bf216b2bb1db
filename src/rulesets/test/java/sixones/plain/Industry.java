package sixones.plain;

import static sixones.plain.ValueArbitraries.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Pillar industries a generated bid may have, and texts that may speak of one. */
public enum Industry {
  ELECTRONICS("Electronic Information", "电子信息", "electronic-information"),
  EQUIPMENT("Equipment Manufacturing", "装备制造", "equipment-manufacturing"),
  FOOD("Food and Drink", "食品饮料", "food-and-beverage"),
  MARKED("“Bio-Pharma” (new) Industry", "“生物·医药”（新）产业", "bio-pharma");

  public final String en;
  public final String zh;
  public final String category;

  Industry(String en, String zh, String category) {
    this.en = en;
    this.zh = zh;
    this.category = category;
  }

  /** What a text says of the pillar industry: mostly the first of them by one of its names. */
  public static Arbitrary<JsonNode> reference() {
    return text(
        Choices.frequencyOf(
            Tuple.of(8, ELECTRONICS.anyText()),
            Tuple.of(2, EQUIPMENT.anyText()),
            Tuple.of(2, FOOD.anyText()),
            Tuple.of(1, MARKED.anyText()),
            Tuple.of(5, changed(ELECTRONICS.anyText())),
            Tuple.of(3, changed(Arbitraries.of(List.of(values())).map(one -> one.zh))),
            Tuple.of(1, changed(Arbitraries.of(List.of(values())).map(one -> one.en))),
            Tuple.of(2, Arbitraries.of("量子", "quantum", "电子 Information", "42", "㊙子信息")),
            Tuple.of(2, Unclear.names())));
  }

  /** One of the three texts it is known by. */
  public Arbitrary<String> anyText() {
    return Arbitraries.of(en, zh, category);
  }

  /** What the category of a pillar industry may be. */
  public Arbitrary<JsonNode> anyCategory() {
    return text(
        Choices.frequencyOf(
            Tuple.of(4, Arbitraries.just(category)),
            Tuple.of(2, Arbitraries.of("装备制造业", "electronic information industry", "电子信息产业")),
            Tuple.of(1, Arbitraries.of("food", "Food & Beverage", "basket-weaving", "数字·经济")),
            Tuple.of(1, changed(anyText())),
            Tuple.of(1, Unclear.names())));
  }

  /** The name changed once or twice. */
  public static Arbitrary<String> changed(Arbitrary<String> name) {
    return Combinators.combine(
            name,
            Arbitraries.of(Change.class),
            Arbitraries.of(Change.class),
            Arbitraries.of(false, false, true),
            Arbitraries.integers().between(0, 59))
        .as(Industry::change);
  }

  private static String change(String name, Change once, Change again, boolean twice, int variant) {
    String changed = once.changed(name, variant);
    return twice ? again.changed(changed, variant / 5) : changed;
  }
}
