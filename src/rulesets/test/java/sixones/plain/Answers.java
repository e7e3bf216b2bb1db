package sixones.plain;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The answers to one requirement, and the rules asked alike of each of the six. */
final class Answers {
  private static final String MOST = "answers-per-requirement";

  private final Reading reading;
  private final String requirement;
  private final String pointer;
  final JsonNode list;

  Answers(Reading reading, String requirement, String member) {
    this.reading = reading;
    this.requirement = requirement;
    this.pointer = "/" + member;
    this.list = reading.bid.path(member);
  }

  /** Judges one answer, adding the places it looked at. */
  interface Judge {
    void judge(JsonNode answer, String pointer, Places places);
  }

  String pointerOf(int index) {
    return pointer + "/" + index;
  }

  /** Each answer judged in turn; an empty list is one place where nothing is recorded. */
  PlainFinding each(String rule, Judge judge) {
    Places places = new Places(rule);
    if (list.isEmpty()) {
      places.addSilent(pointer);
    }
    judgeAll(judge, places);
    return places.finding();
  }

  /** Each answer judged in turn; of an empty list the rule has no place. */
  PlainFinding eachIfAny(String rule, Judge judge) {
    Places places = new Places(rule);
    judgeAll(judge, places);
    return places.finding();
  }

  private void judgeAll(Judge judge, Places places) {
    for (int i = 0; i < list.size(); i++) {
      judge.judge(list.get(i), pointerOf(i), places);
    }
  }

  /** One member of each answer judged by itself. */
  PlainFinding member(
      String rule,
      String member,
      Map<String, JsonNode> further,
      Function<JsonNode, String> outcome) {
    return each(
        rule,
        (answer, at, places) -> {
          JsonNode value = answer.path(member);
          places.add(at + "/" + member, value, outcome.apply(value), further);
        });
  }

  /** One member of each answer judged by itself, for reasons of its own. */
  PlainFinding member(String rule, String member, Function<JsonNode, Conclusion> conclusion) {
    return each(
        rule,
        (answer, at, places) -> {
          JsonNode value = answer.path(member);
          places.add(at + "/" + member, value, conclusion.apply(value));
        });
  }

  /** One member of each answer judged by itself; of an empty list the rule has no place. */
  PlainFinding memberIfAny(String rule, String member, Function<JsonNode, Conclusion> conclusion) {
    return eachIfAny(
        rule,
        (answer, at, places) -> {
          JsonNode value = answer.path(member);
          places.add(at + "/" + member, value, conclusion.apply(value));
        });
  }

  PlainFinding named() {
    return member(requirement + "-named", "name", this::judgeName);
  }

  private Conclusion judgeName(JsonNode name) {
    State zh = reading.parameters.states().ofName(name.path("zh"));
    State state = zh == State.NONE ? reading.parameters.states().ofName(name.path("en")) : zh;
    return switch (state) {
      case STATED -> Conclusion.of(PASS);
      case PLACEHOLDER, LOST -> Conclusion.of(REVIEW, state.reason());
      case NONE -> Conclusion.of(INCOMPLETE);
    };
  }

  PlainFinding one() {
    Places places = new Places(requirement + "-one");
    int count = countStated();
    if (count == 0) {
      places.add(pointer, list, INCOMPLETE);
    } else {
      places.add(pointer, list, isTooMany(count) ? REVIEW : PASS, counted(count));
    }
    return places.finding();
  }

  private boolean isTooMany(int count) {
    return BigDecimal.valueOf(count).compareTo(reading.parameters.number(MOST)) > 0;
  }

  private Map<String, JsonNode> counted(int count) {
    Map<String, JsonNode> counted = new LinkedHashMap<>();
    counted.put("count", IntNode.valueOf(count));
    counted.put("accepted", reading.parameters.written(MOST));
    return counted;
  }

  private int countStated() {
    int count = 0;
    for (JsonNode answer : list) {
      if (Texts.isStated(answer)) {
        count++;
      }
    }
    return count;
  }

  /** Whether the boldest figure of an answer can be true, where that can be told. */
  PlainFinding plausible(String rule) {
    return eachIfAny(rule, this::judgePlausibility);
  }

  private void judgePlausibility(JsonNode answer, String at, Places places) {
    Optional<AgainstProvince> boldest = new Figures(answer).boldest(reading.parameters.province());
    if (boldest.isPresent()) {
      places.add(at + "/figures", answer.path("figures"), boldest.get().conclusionWithAmount());
    }
  }

  PlainFinding related(String rule, String member) {
    return member(rule, member, reading.pillarIndustries::relation);
  }

  PlainFinding documented() {
    return member(requirement + "-evidence", "evidence", reading.evidence::document);
  }
}
