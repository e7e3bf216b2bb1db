package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The pillar industries of a bid with anything stated, and how a text is related to them. */
final class PillarIndustries {
  private final Parameters parameters;
  private final Likeness likeness;
  private final List<PillarIndustry> industries = new ArrayList<>();
  private final List<IndustryText> texts = new ArrayList<>();

  PillarIndustries(JsonNode bid, Parameters parameters) {
    this.parameters = parameters;
    this.likeness = new Likeness(parameters);
    for (JsonNode industry : bid.path("pillarIndustries")) {
      if (Texts.isStated(industry)) {
        industries.add(PillarIndustry.read(industry, parameters.states()));
      }
    }
    industries.forEach(industry -> texts.addAll(industry.stated()));
  }

  Conclusion relation(JsonNode written) {
    IndustryText text = IndustryText.read(written, parameters.states());
    if (text.state() == State.NONE) {
      return Conclusion.of(INCOMPLETE);
    }
    if (!text.isStated()) {
      return Conclusion.of(REVIEW, text.state().reason());
    }
    if (industries.isEmpty()) {
      return Conclusion.of(INCOMPLETE, "no-pillar");
    }
    return related(text).orElseGet(() -> unrelated(text.written()));
  }

  private Optional<Conclusion> related(IndustryText text) {
    return same(text.folded())
        .or(() -> sameStem(text.folded()))
        .or(() -> sameCategory(text.written()))
        .or(() -> alike(text.written()));
  }

  private Optional<Conclusion> same(String folded) {
    for (IndustryText pillar : texts) {
      if (pillar.folded().equals(folded)) {
        return Optional.of(Conclusion.of(PASS, "same"));
      }
    }
    return Optional.empty();
  }

  private Optional<Conclusion> sameStem(String folded) {
    String stem = parameters.names().stem(folded);
    for (IndustryText pillar : texts) {
      if (parameters.names().stem(pillar.folded()).equals(stem)) {
        return Optional.of(
            Conclusion.of(PASS, "same-stem")
                .with("pillar", pillar.written())
                .with("compared", stem));
      }
    }
    return Optional.empty();
  }

  private Optional<Conclusion> sameCategory(String text) {
    Optional<String> entry = parameters.catalogue().entry(text);
    for (PillarIndustry industry : industries) {
      String category = industry.category().written();
      if (entry.isPresent()
          && industry.category().isStated()
          && parameters.catalogue().entry(category).equals(entry)) {
        return Optional.of(
            Conclusion.of(PASS, "same-category")
                .with("pillar", category)
                .with("compared", entry.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Conclusion> alike(String text) {
    Likeness.Compared compared = likeness.read(text);
    for (IndustryText pillar : texts) {
      if (Likeness.areAlike(compared, likeness.read(pillar.written()))) {
        return Optional.of(Conclusion.of(REVIEW, "alike").with("pillar", pillar.written()));
      }
    }
    return Optional.empty();
  }

  private Conclusion unrelated(String text) {
    if (Texts.hasPrivateUse(text)) {
      return Conclusion.of(REVIEW, "lost");
    }
    if (anyHas(IndustryText::isDamaged)) {
      return Conclusion.of(REVIEW, "lost-pillar");
    }
    if (anyHas(IndustryText::isPlaceholder)) {
      return Conclusion.of(REVIEW, "placeholder-pillar");
    }
    if (texts.isEmpty()) {
      return Conclusion.of(INCOMPLETE, "unnamed-pillar");
    }
    return industries.stream().allMatch(industry -> industry.isComparable(text))
        ? Conclusion.of(FAIL)
        : Conclusion.of(INCOMPLETE, "other-language");
  }

  private boolean anyHas(Predicate<IndustryText> property) {
    return industries.stream().anyMatch(industry -> industry.hasAny(property));
  }
}
