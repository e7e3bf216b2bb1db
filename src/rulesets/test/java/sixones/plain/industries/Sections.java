package sixones.plain.industries;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;
import sixones.plain.Conclusion;
import sixones.plain.CreditCode;
import sixones.plain.Outcomes;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Reading;
import sixones.plain.State;
import sixones.plain.States;

/** The lists of a bid, and the rules asked alike of the entries of several. */
final class Sections {
  final Reading reading;
  final IndustryNames names;

  Sections(Reading reading, IndustryNames names) {
    this.reading = reading;
    this.names = names;
  }

  /** Judges one entry, adding the places it looked at. */
  interface Judge {
    void judge(JsonNode entry, String pointer, Places places);
  }

  JsonNode list(String name) {
    return reading.bid.path(name);
  }

  /** Each entry judged in turn; an empty list is one place where nothing is recorded. */
  PlainFinding each(String rule, String list, Judge judge) {
    Places places = new Places(rule);
    if (list(list).isEmpty()) {
      places.addSilent("/" + list);
    }
    judgeAll(list, judge, places);
    return places.finding();
  }

  /** Each entry judged in turn; of an empty list the rule has no place. */
  PlainFinding eachIfAny(String rule, String list, Judge judge) {
    Places places = new Places(rule);
    judgeAll(list, judge, places);
    return places.finding();
  }

  private void judgeAll(String list, Judge judge, Places places) {
    for (int i = 0; i < list(list).size(); i++) {
      judge.judge(list(list).get(i), "/" + list + "/" + i, places);
    }
  }

  PlainFinding member(
      String rule, String list, String member, Function<JsonNode, Conclusion> conclusion) {
    return each(rule, list, of(member, conclusion));
  }

  PlainFinding memberIfAny(
      String rule, String list, String member, Function<JsonNode, Conclusion> conclusion) {
    return eachIfAny(rule, list, of(member, conclusion));
  }

  static Judge of(String member, Function<JsonNode, Conclusion> conclusion) {
    return (entry, at, places) -> {
      JsonNode value = entry.path(member);
      places.add(at + "/" + member, value, conclusion.apply(value));
    };
  }

  /** The place of one member of the bid. */
  PlainFinding one(String rule, String pointer, Function<JsonNode, Conclusion> conclusion) {
    Places places = new Places(rule);
    JsonNode value = reading.bid.at(pointer);
    places.add(pointer, value, conclusion.apply(value));
    return places.finding();
  }

  PlainFinding named(String rule, String list) {
    return member(rule, list, "name", this::judgeName);
  }

  private Conclusion judgeName(JsonNode name) {
    State zh = states().ofName(name.path("zh"));
    State state = zh == State.NONE ? states().ofName(name.path("en")) : zh;
    return switch (state) {
      case STATED -> Conclusion.of(PASS);
      case PLACEHOLDER, LOST -> Conclusion.of(REVIEW, state.reason());
      case NONE -> Conclusion.of(INCOMPLETE);
    };
  }

  PlainFinding documented(String rule, String list) {
    return memberIfAny(rule, list, "evidence", reading.evidence::document);
  }

  PlainFinding related(String rule, String list) {
    return memberIfAny(rule, list, "industry", names::relation);
  }

  PlainFinding located(String rule, String list) {
    return memberIfAny(rule, list, "cityCode", reading.city::locateLeader);
  }

  PlainFinding coded(String rule, String list) {
    return eachIfAny(rule, list, this::judgeCreditCode);
  }

  private void judgeCreditCode(JsonNode enterprise, String pointer, Places places) {
    JsonNode written = enterprise.path("creditCode");
    State asName = states().ofName(written);
    if (asName == State.NONE) {
      places.add(pointer + "/creditCode", written, INCOMPLETE);
      return;
    }
    CreditCode code = CreditCode.read(written.textValue());
    String state = code.state(asName, reading.day, reading.parameters);
    boolean hidden = state.equals(CreditCode.IDENTITY_NUMBER);
    places.add(
        pointer + "/creditCode",
        hidden ? TextNode.valueOf(code.masked()) : written,
        switch (state) {
          case "right" -> Conclusion.of(PASS);
          case "length", "characters", "division", "organisation-code" ->
              Conclusion.of(Outcomes.FAIL, state);
          default -> Conclusion.of(REVIEW, state);
        });
  }

  /** What a text that people judge amounts to. */
  Conclusion judgeProse(JsonNode text) {
    return reading.judgeProse(text);
  }

  States states() {
    return reading.parameters.states();
  }

  static JsonNode nothing() {
    return MissingNode.getInstance();
  }
}
