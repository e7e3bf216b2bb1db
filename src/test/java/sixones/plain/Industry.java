package sixones.plain;

import static sixones.plain.ValueArbitraries.text;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Pillar industries a generated bid may have, and texts that may speak of one. */
enum Industry {
  ELECTRONICS("Electronic Information", "电子信息", "electronic-information"),
  EQUIPMENT("Equipment Manufacturing", "装备制造", "equipment-manufacturing"),
  FOOD("Food and Drink", "食品饮料", "food-and-beverage");

  final String en;
  final String zh;
  final String category;

  Industry(String en, String zh, String category) {
    this.en = en;
    this.zh = zh;
    this.category = category;
  }

  /** What a text says of the pillar industry: mostly the first of them by one of its names. */
  static Arbitrary<JsonNode> reference() {
    Industry first = ELECTRONICS;
    return text(
        Choices.frequencyOf(
            Tuple.of(8, Arbitraries.of(first.en, first.zh, first.category)),
            Tuple.of(2, Arbitraries.of(EQUIPMENT.en, EQUIPMENT.zh)),
            Tuple.of(1, Arbitraries.of(FOOD.zh, FOOD.category)),
            Tuple.of(2, Arbitraries.of("量子", "quantum", "电子 Information", "待定", "42"))));
  }
}
