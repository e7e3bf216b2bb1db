package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The city of the bid and its partners, and where a place given by code lies. */
public final class City {
  private static final String IN_CITY = "in-city";
  private static final String WIDER = "wider";
  private static final String ELSEWHERE = "elsewhere";
  private static final String WITHDRAWN = "withdrawn";
  private static final String OF_PARTNER = "partner-";

  private final DivisionsOfDay divisions;
  private final String code;
  private final String compared;
  private final List<String> partners = new ArrayList<>();

  public City(JsonNode bid, DivisionsOfDay divisions) {
    this(bid.path("city").path("code").asText(), divisions);
    for (JsonNode cooperation : bid.path("cooperation")) {
      for (JsonNode partner : cooperation.path("partners")) {
        if (Texts.isStated(partner)) {
          partners.add(Texts.narrow(partner.textValue()));
        }
      }
    }
  }

  /** The one that bids, whatever it is, without partners. */
  public City(String code, DivisionsOfDay divisions) {
    this.divisions = divisions;
    this.code = Texts.narrow(code);
    this.compared = compared();
  }

  /** A word for where a place lies, and the partner in doubt if that is why. */
  private record Where(String word, String partner) {
    boolean isDoubtOfPartner() {
      return word.startsWith(OF_PARTNER);
    }
  }

  public String code() {
    return code;
  }

  private String compared() {
    if (divisions.member(code).isPresent()) {
      return code;
    }
    return divisions
        .memberThatWas(code)
        .map(Applicants.Member::code)
        .orElseGet(() -> divisions.canonical(code));
  }

  /** The word for where a stated place lies. */
  public String word(JsonNode place) {
    return where(Texts.narrow(place.textValue())).word();
  }

  /** Where a park or conference is. */
  public Conclusion locate(JsonNode place) {
    if (!Texts.isStated(place)) {
      return Conclusion.of(INCOMPLETE);
    }
    String there = Texts.narrow(place.textValue());
    return conclude(where(there), there, FAIL);
  }

  /** Where a chain leader is registered: elsewhere is for a person, whatever partners may be. */
  public Conclusion locateLeader(JsonNode place) {
    if (!Texts.isStated(place)) {
      return Conclusion.of(INCOMPLETE);
    }
    String there = Texts.narrow(place.textValue());
    Where where = where(there);
    return conclude(where.isDoubtOfPartner() ? new Where(ELSEWHERE, "") : where, there, REVIEW);
  }

  private Where where(String there) {
    String doubt = divisions.doubt(there);
    if (!doubt.isEmpty()) {
      return new Where(doubt, "");
    }
    String place = divisions.canonical(there);
    if (DivisionsOfDay.covers(compared, place)) {
      return new Where(IN_CITY, "");
    }
    return DivisionsOfDay.covers(place, compared) ? new Where(WIDER, "") : outside(place);
  }

  private Where outside(String place) {
    Where where = new Where(ELSEWHERE, "");
    for (String partner : partners) {
      String doubt = divisions.doubt(partner);
      if (doubt.isEmpty() && DivisionsOfDay.covers(divisions.canonical(partner), place)) {
        return new Where("in-partner-city", "");
      }
      if (!doubt.isEmpty() && !where.isDoubtOfPartner()) {
        where = new Where(OF_PARTNER + doubt, partner);
      }
    }
    return where;
  }

  private Conclusion conclude(Where where, String there, String elsewhere) {
    if (where.word().equals(IN_CITY)) {
      return Conclusion.of(PASS).with("city", code);
    }
    if (where.word().equals(WIDER)) {
      return Conclusion.of(INCOMPLETE, WIDER).with("city", code);
    }
    if (where.word().equals(ELSEWHERE) && elsewhere.equals(FAIL)) {
      return Conclusion.of(FAIL).with("city", code);
    }
    return review(where, there);
  }

  private Conclusion review(Where where, String there) {
    Conclusion review = Conclusion.of(REVIEW, where.word()).with("city", code);
    if (where.isDoubtOfPartner()) {
      review = review.with("partner", where.partner());
    }
    if (where.word().equals(WITHDRAWN)) {
      review = review.with("today", divisions.today(there));
    }
    if (where.word().equals(OF_PARTNER + WITHDRAWN)) {
      review = review.with("today", divisions.today(where.partner()));
    }
    return review.with("day", divisions.day().toString());
  }
}
