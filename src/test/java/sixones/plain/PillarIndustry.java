package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The three texts a pillar industry is known by. */
record PillarIndustry(PillarText zh, PillarText en, PillarText category) {
  static PillarIndustry read(JsonNode industry, States states) {
    JsonNode name = industry.path("name");
    return new PillarIndustry(
        PillarText.read(name.path("zh"), states),
        PillarText.read(name.path("en"), states),
        PillarText.read(industry.path("category"), states));
  }

  /** Those of its texts that are stated, in their order. */
  List<PillarText> stated() {
    List<PillarText> stated = new ArrayList<>(List.of(zh, en, category));
    stated.removeIf(text -> !text.isStated());
    return stated;
  }

  boolean hasAny(State state) {
    return zh.state() == state || en.state() == state || category.state() == state;
  }

  boolean isComparable(String text) {
    return Texts.hasHan(text) ? zh.isStated() : en.isStated() && category.isStated();
  }
}
