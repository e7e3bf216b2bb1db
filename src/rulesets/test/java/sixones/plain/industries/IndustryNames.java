package sixones.plain.industries;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sixones.plain.Conclusion;
import sixones.plain.IndustryText;
import sixones.plain.Likeness;
import sixones.plain.Parameters;
import sixones.plain.Reading;
import sixones.plain.State;
import sixones.plain.Texts;

/** The industries of a bid with anything stated, and how a text is related to their names. */
final class IndustryNames {
  private final Parameters parameters;
  private final Likeness likeness;
  private final List<Named> industries = new ArrayList<>();
  private final List<IndustryText> texts = new ArrayList<>();

  private record Named(IndustryText zh, IndustryText en) {
    boolean hasAny(Predicate<IndustryText> property) {
      return property.test(zh) || property.test(en);
    }

    boolean isComparable(String text) {
      return (Texts.hasHan(text) ? zh : en).isStated();
    }
  }

  IndustryNames(Reading reading) {
    parameters = reading.parameters;
    likeness = new Likeness(parameters);
    for (JsonNode industry : reading.bid.path("industries")) {
      if (Texts.isStated(industry)) {
        JsonNode name = industry.path("name");
        industries.add(new Named(read(name.path("zh")), read(name.path("en"))));
      }
    }
    industries.forEach(
        industry -> {
          texts.add(industry.zh());
          texts.add(industry.en());
        });
    texts.removeIf(text -> !text.isStated());
  }

  private IndustryText read(JsonNode text) {
    return IndustryText.read(text, parameters.states());
  }

  /** How a text is related to the industries of the bid. */
  Conclusion relation(JsonNode written) {
    IndustryText text = read(written);
    if (text.state() == State.NONE) {
      return Conclusion.of(INCOMPLETE);
    }
    if (!text.isStated()) {
      return Conclusion.of(REVIEW, text.state().reason());
    }
    if (industries.isEmpty()) {
      return Conclusion.of(INCOMPLETE, "no-industry");
    }
    return near(text, texts, "counterpart").orElseGet(() -> far(text.written()));
  }

  /** How a text that is stated is related to names that all are; empty if it resembles none. */
  Optional<Conclusion> near(IndustryText text, List<IndustryText> to, String label) {
    if (to.stream().anyMatch(name -> name.folded().equals(text.folded()))) {
      return Optional.of(Conclusion.of(PASS, "same"));
    }
    String stem = stem(text);
    for (IndustryText name : to) {
      if (stem(name).equals(stem)) {
        Conclusion same = Conclusion.of(PASS, "same-stem").with(label, name.written());
        return Optional.of(label.equals("counterpart") ? same.with("compared", stem) : same);
      }
    }
    Likeness.Compared compared = likeness.read(text.written());
    for (IndustryText name : to) {
      if (Likeness.areAlike(compared, likeness.read(name.written()))) {
        return Optional.of(Conclusion.of(REVIEW, "alike").with(label, name.written()));
      }
    }
    return Optional.empty();
  }

  private String stem(IndustryText name) {
    return parameters.names().stem(name.folded());
  }

  private Conclusion far(String text) {
    if (Texts.hasPrivateUse(text)) {
      return Conclusion.of(REVIEW, "lost");
    }
    if (industries.stream().anyMatch(industry -> industry.hasAny(IndustryText::isDamaged))) {
      return Conclusion.of(REVIEW, "lost-industry");
    }
    if (industries.stream().anyMatch(industry -> industry.hasAny(IndustryText::isPlaceholder))) {
      return Conclusion.of(REVIEW, "placeholder-industry");
    }
    if (texts.isEmpty()) {
      return Conclusion.of(INCOMPLETE, "unnamed-industry");
    }
    return industries.stream().allMatch(industry -> industry.isComparable(text))
        ? Conclusion.of(FAIL)
        : Conclusion.of(INCOMPLETE, "other-language");
  }
}
