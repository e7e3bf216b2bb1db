package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The three texts a pillar industry is known by. */
record PillarIndustry(IndustryText zh, IndustryText en, IndustryText category) {
  static PillarIndustry read(JsonNode industry, States states) {
    JsonNode name = industry.path("name");
    return new PillarIndustry(
        IndustryText.read(name.path("zh"), states),
        IndustryText.read(name.path("en"), states),
        IndustryText.read(industry.path("category"), states));
  }

  /** Those of its texts that are stated, in their order. */
  List<IndustryText> stated() {
    List<IndustryText> stated = new ArrayList<>(List.of(zh, en, category));
    stated.removeIf(text -> !text.isStated());
    return stated;
  }

  boolean hasAny(Predicate<IndustryText> property) {
    return property.test(zh) || property.test(en) || property.test(category);
  }

  boolean isComparable(String text) {
    return Texts.hasHan(text) ? zh.isStated() : en.isStated() && category.isStated();
  }
}
