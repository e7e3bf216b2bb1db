package sixones.plain.industries;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.plain.Conclusion;
import sixones.plain.IndustryText;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.State;
import sixones.plain.Texts;

/** The industry, its potential, and the texts on its whole chain and its research. */
final class IndustryRules {
  private static final String LIST = "industries";

  private final Sections sections;

  IndustryRules(Sections sections) {
    this.sections = sections;
  }

  List<PlainFinding> findings() {
    return List.of(
        sections.named("industry-named", LIST),
        one(),
        sections.member("industry-evidence", LIST, "evidence", sections.reading.evidence::document),
        sections.member("growth-potential", LIST, "potential", sections::judgeProse),
        sections.one("whole-chain-described", "/wholeChain/statement", sections::judgeProse),
        sections.one(
            "research-described", "/researchAndDevelopment/statement", sections::judgeProse),
        published());
  }

  private PlainFinding one() {
    return sections.one("industry-one", "/industries", this::judgeNumber);
  }

  private Conclusion judgeNumber(JsonNode industries) {
    int count = 0;
    for (JsonNode industry : industries) {
      count += Texts.isStated(industry) ? 1 : 0;
    }
    if (count == 0) {
      return Conclusion.of(INCOMPLETE);
    }
    BigDecimal most = sections.reading.parameters.number("industries-accepted");
    return Conclusion.of(BigDecimal.valueOf(count).compareTo(most) > 0 ? REVIEW : PASS)
        .with(Map.of("count", IntNode.valueOf(count)))
        .with(Map.of("accepted", sections.reading.parameters.written("industries-accepted")));
  }

  private PlainFinding published() {
    List<IndustryText> names = publishedNames();
    return sections.eachIfAny(
        "context-published-industry",
        LIST,
        (industry, at, places) -> {
          JsonNode name = industry.path("name");
          JsonNode text = compared(name);
          if (!names.isEmpty() && !text.isMissingNode()) {
            judgePublished(name, text, at, names, places);
          }
        });
  }

  /** The Chinese name, else the English one. */
  private static JsonNode compared(JsonNode name) {
    for (String language : List.of("zh", "en")) {
      JsonNode text = name.path(language);
      if (Texts.isStated(text)) {
        return text;
      }
    }
    return Sections.nothing();
  }

  private void judgePublished(
      JsonNode name, JsonNode text, String at, List<IndustryText> names, Places places) {
    IndustryText industry = IndustryText.read(text, sections.states());
    if (industry.state() == State.NONE) {
      return;
    }
    places.add(at + "/name", name, judge(industry, names));
  }

  private Conclusion judge(IndustryText industry, List<IndustryText> names) {
    if (!industry.isStated()) {
      return Conclusion.of(REVIEW, industry.state().reason());
    }
    return sections
        .names
        .near(industry, names, "published")
        .orElseGet(
            () ->
                Conclusion.of(
                    REVIEW, Texts.hasPrivateUse(industry.written()) ? "lost" : "different"));
  }

  private List<IndustryText> publishedNames() {
    List<IndustryText> names = new ArrayList<>();
    for (String line : sections.reading.parameters.texts("published-industries")) {
      String[] codeAndNames = line.split(": ", 2);
      if (codeAndNames[0].equals(sections.reading.city.code())) {
        for (String name : codeAndNames[1].split(" = ")) {
          names.add(IndustryText.read(TextNode.valueOf(name), sections.states()));
        }
      }
    }
    return names;
  }
}
