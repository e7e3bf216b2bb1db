package sixones.plain.clusters;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sixones.plain.Conclusion;
import sixones.plain.DivisionsOfDay;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** Where the cluster lies, and its leading industry. */
final class SubjectRules {
  private final Reading reading;

  SubjectRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    return List.of(
        reading.one("subject-county", "/county/code", code -> judgeCounty()),
        withinCounty(),
        reading.one("subject-leading-industry", "/cluster/leadingIndustry", reading::judgeName));
  }

  private Conclusion judgeCounty() {
    DivisionsOfDay divisions = reading.divisions;
    String code = reading.county.code();
    if (divisions.member(code).isEmpty() && divisions.memberThatWas(code).isEmpty()) {
      return Conclusion.of(INCOMPLETE);
    }
    return Conclusion.of(reading.parameters.lists("cities-without-counties", code) ? REVIEW : PASS);
  }

  private PlainFinding withinCounty() {
    Places places = new Places("subject-within-county");
    JsonNode counties = reading.bid.at("/cluster/counties");
    if (counties.isEmpty()) {
      places.addSilent("/cluster/counties");
    }
    for (int i = 0; i < counties.size(); i++) {
      places.add("/cluster/counties/" + i, counties.get(i), judgePlace(counties.get(i)));
    }
    return places.finding();
  }

  private Conclusion judgePlace(JsonNode place) {
    if (!Texts.isStated(place)) {
      return Conclusion.of(INCOMPLETE);
    }
    String word = reading.county.word(place);
    return switch (word) {
      case "in-city" -> Conclusion.of(PASS).with("county", reading.county.code());
      case "wider" -> Conclusion.of(INCOMPLETE, word).with("county", reading.county.code());
      default -> doubtful(word, Texts.narrow(place.textValue()));
    };
  }

  private Conclusion doubtful(String word, String place) {
    Conclusion review = Conclusion.of(REVIEW, word).with("county", reading.county.code());
    if (word.equals("withdrawn")) {
      review = review.with("today", reading.divisions.today(place));
    }
    return review.with("day", reading.day.toString());
  }
}
