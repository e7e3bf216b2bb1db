package sixones.plain;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What surrounds the programme: four chains, leading officials, and policies by their days. */
final class SurroundingRules {
  private static final LocalDate FOUR_CHAINS = LocalDate.of(2023, 6, 5);
  private static final List<String> CHAINS = List.of("innovation", "industry", "capital", "talent");

  /** A policy that names industries, and the days on which it is shown. */
  private record Policy(String id, LocalDate from, LocalDate until) {
    boolean shownOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }

  private static final List<Policy> POLICIES =
      List.of(
          new Policy("five-plus-one", LocalDate.of(2022, 6, 13), null),
          new Policy("six-advantageous", LocalDate.of(2022, 12, 1), null),
          new Policy("future-industries", LocalDate.of(2024, 1, 29), null),
          new Policy("future-fields", LocalDate.of(2024, 2, 23), null),
          new Policy("vehicles", LocalDate.of(2024, 3, 6), LocalDate.of(2028, 3, 5)),
          new Policy("new-tracks", LocalDate.of(2024, 12, 1), null),
          new Policy("nine-plus-x", LocalDate.of(2025, 5, 1), null));

  private final Reading reading;

  SurroundingRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    List<PlainFinding> findings = new ArrayList<>();
    if (!reading.day.isBefore(FOUR_CHAINS)) {
      CHAINS.forEach(chain -> findings.add(described(chain)));
    }
    findings.add(
        reading.chainHeads.memberIfAny("leading-cadre-follows", "follows", this::judgeFollowed));
    for (Policy policy : POLICIES) {
      if (policy.shownOn(reading.day)) {
        findings.add(named(policy));
      }
    }
    return findings;
  }

  private PlainFinding described(String chain) {
    Places places = new Places("four-chains-" + chain);
    JsonNode chains = reading.bid.path("fourChains");
    if (CHAINS.stream().anyMatch(any -> state(chains.path(any)) != State.NONE)) {
      JsonNode text = chains.path(chain);
      places.add("/fourChains/" + chain, text, reading.judgeProse(text));
    }
    return places.finding();
  }

  private State state(JsonNode text) {
    return reading.parameters.states().ofProse(text);
  }

  private Conclusion judgeFollowed(JsonNode followed) {
    State state = state(followed);
    return switch (state) {
      case STATED -> Conclusion.of(PASS);
      case PLACEHOLDER, LOST -> Conclusion.of(REVIEW, state.reason());
      case NONE -> Conclusion.of(INCOMPLETE);
    };
  }

  private PlainFinding named(Policy policy) {
    return reading.industries.eachIfAny(
        "policy-context-" + policy.id(),
        (industry, at, places) -> {
          JsonNode name = industry.path("name");
          if (names("policy-" + policy.id(), name.path("zh"))) {
            places.add(at + "/name", name, REVIEW);
          }
        });
  }

  private boolean names(String parameter, JsonNode name) {
    boolean stated = reading.parameters.states().ofName(name) == State.STATED;
    return stated
        && reading.parameters.texts(parameter).stream()
            .anyMatch(listed -> key(listed).equals(key(name.textValue())));
  }

  private String key(String written) {
    return reading.parameters.names().stem(Folding.fold(written)).replace("-", "");
  }
}
