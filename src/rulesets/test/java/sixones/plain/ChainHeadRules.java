package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One chain head. */
final class ChainHeadRules {
  private static final String BODIES = "chain-head-bodies";

  private final Reading reading;
  private final Map<String, JsonNode> accepted;

  ChainHeadRules(Reading reading) {
    this.reading = reading;
    this.accepted = reading.accepted(BODIES);
  }

  List<PlainFinding> findings() {
    Answers heads = reading.chainHeads;
    return List.of(
        heads.named(),
        heads.one(),
        heads.each("chain-head-city-leader", this::judgeLeader),
        heads.related("chain-head-heads-the-chain", "chain"),
        heads.member(
            "chain-head-in-office",
            "appointedOn",
            Map.of("day", TextNode.valueOf(reading.day.toString())),
            this::judgeAppointment),
        heads.documented());
  }

  private void judgeLeader(JsonNode head, String pointer, Places places) {
    JsonNode rank = head.path("rank");
    JsonNode body = head.path("body");
    Conclusion conclusion = judgeLeader(rank, body);
    places.add(pointer + "/rank", rank, conclusion);
    places.add(pointer + "/body", body, conclusion);
  }

  private Conclusion judgeLeader(JsonNode rank, JsonNode body) {
    if ("department_head".equals(rank.textValue())) {
      return Conclusion.of(FAIL, "rank").with(accepted);
    }
    if ("department".equals(body.textValue())) {
      return Conclusion.of(FAIL, "body").with(accepted);
    }
    if (!Texts.isStated(rank) || !Texts.isStated(body)) {
      return Conclusion.of(INCOMPLETE);
    }
    if (rank.textValue().equals("other")) {
      return Conclusion.of(REVIEW, "rank").with(accepted);
    }
    boolean fromBody = reading.parameters.lists(BODIES, body.textValue());
    return (fromBody ? Conclusion.of(PASS) : Conclusion.of(REVIEW, "body")).with(accepted);
  }

  private String judgeAppointment(JsonNode appointedOn) {
    if (!Texts.isStated(appointedOn)) {
      return INCOMPLETE;
    }
    LocalDate appointed = LocalDate.parse(Texts.narrow(appointedOn.textValue()));
    return appointed.isAfter(reading.day) ? FAIL : PASS;
  }
}
