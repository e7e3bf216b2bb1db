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

  private final String kind;
  private final JsonNode city;
  private final String code;
  private final DivisionsOfDay divisions;
  private final DivisionNames names;

  public CityRules(Reading reading) {
    this("city", reading.bid, reading.city, reading.divisions, reading.parameters);
  }

  /**
   * @param kind what the member of the bid is called that says who bids
   */
  public CityRules(
      String kind, JsonNode bid, City bidding, DivisionsOfDay divisions, Parameters parameters) {
    this.kind = kind;
    this.city = bid.path(kind);
    this.code = bidding.code();
    this.divisions = divisions;
    this.names = parameters.divisionNames();
  }

  public PlainFinding inProvince() {
    Places places = new Places("bid-city-in-province");
    JsonNode written = city.path("code");
    places.add(
        "/" + kind + "/code",
        written,
        Texts.isStated(written) ? judgeCode() : Conclusion.of(INCOMPLETE));
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
      places.add("/" + kind + "/name", name, judgeNames(texts));
    }
    return places.finding();
  }

  private Conclusion judgeNames(List<String> texts) {
    if (!DivisionsOfDay.isKnown(code)) {
      return Conclusion.of(INCOMPLETE, UNKNOWN).with(kind, code);
    }
    boolean compared = false;
    for (String text : texts) {
      List<String> comparable = comparable(text);
      if (comparable.isEmpty()) {
        continue;
      }
      if (comparable.stream().noneMatch(name -> names.areOne(text, name))) {
        return Conclusion.of(REVIEW).with(kind, code).with("stated", text);
      }
      compared = true;
    }
    return (compared ? Conclusion.of(PASS) : Conclusion.of(INCOMPLETE, "no-english-name"))
        .with(kind, code);
  }

  /** The names of the code in the language of a text. */
  private List<String> comparable(String text) {
    if (Texts.hasHan(text)) {
      return List.of(
          divisions.spellOfDay(code).name(),
          divisions.spellOfDay(divisions.canonical(code)).name());
    }
    return divisions.member(code).map(Applicants.Member::en).map(List::of).orElse(List.of());
  }
}
