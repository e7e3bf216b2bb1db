package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the city may bid, and whether its name is that of its code. */
public final class CityRules {
  private static final String UNKNOWN = "unknown-code";

  private final JsonNode city;
  private final String code;
  private final DivisionsOfDay divisions;
  private final DivisionNames names;

  public CityRules(Reading reading) {
    city = reading.bid.path("city");
    code = reading.city.code();
    divisions = reading.divisions;
    names = reading.parameters.divisionNames();
  }

  public PlainFinding inProvince() {
    Places places = new Places("bid-city-in-province");
    JsonNode written = city.path("code");
    places.add(
        "/city/code", written, Texts.isStated(written) ? judgeCode() : Conclusion.of(INCOMPLETE));
    return places.finding();
  }

  private Conclusion judgeCode() {
    if (divisions.member(code).isPresent()) {
      return Conclusion.of(PASS);
    }
    Optional<Applicants.Member> was = divisions.memberThatWas(code);
    if (was.isPresent()) {
      return Conclusion.of(REVIEW, "withdrawn")
          .with("today", was.get().code())
          .with("day", divisions.day().toString());
    }
    if (!DivisionsOfDay.isKnown(code)) {
      return Conclusion.of(FAIL, UNKNOWN);
    }
    return divisions.isInForce(code)
        ? judgeOther(divisions.canonical(code))
        : Conclusion.of(FAIL, "not-on-roll");
  }

  private Conclusion judgeOther(String canonical) {
    for (Applicants.Member member : divisions.members()) {
      if (DivisionsOfDay.covers(member.code(), canonical)) {
        return Conclusion.of(FAIL, "in-member").with("member", member.code());
      }
    }
    boolean above =
        divisions.members().stream()
            .anyMatch(member -> DivisionsOfDay.covers(canonical, member.code()));
    return Conclusion.of(FAIL, above ? "above-members" : "not-on-roll");
  }

  public PlainFinding named() {
    Places places = new Places("bid-city-name");
    JsonNode name = city.path("name");
    List<String> texts = new ArrayList<>();
    for (String language : List.of("zh", "en")) {
      if (Texts.isStated(name.path(language))) {
        texts.add(name.path(language).textValue());
      }
    }
    if (!texts.isEmpty()) {
      places.add("/city/name", name, judgeNames(texts));
    }
    return places.finding();
  }

  private Conclusion judgeNames(List<String> texts) {
    if (!DivisionsOfDay.isKnown(code)) {
      return Conclusion.of(INCOMPLETE, UNKNOWN).with("city", code);
    }
    boolean compared = false;
    for (String text : texts) {
      List<String> comparable = comparable(text);
      if (comparable.isEmpty()) {
        continue;
      }
      if (comparable.stream().noneMatch(name -> names.areOne(text, name))) {
        return Conclusion.of(REVIEW).with("city", code).with("stated", text);
      }
      compared = true;
    }
    return (compared ? Conclusion.of(PASS) : Conclusion.of(INCOMPLETE, "no-english-name"))
        .with("city", code);
  }

  /** The names of the code in the language of a text. */
  private List<String> comparable(String text) {
    if (Texts.hasHan(text)) {
      return List.of(
          divisions.spellOfDay(code).name(),
          divisions.spellOfDay(divisions.canonical(code)).name());
    }
    return divisions.member(code).map(member -> List.of(member.en())).orElse(List.of());
  }
}
