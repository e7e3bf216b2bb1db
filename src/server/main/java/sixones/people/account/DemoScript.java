package sixones.people.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import sixones.people.Person;
import sixones.people.Role;

/**
 * What a demonstration shows of one rule set: accounts of applicants, a round, and its bids. It
 * stands in {@code fixtures/<set>/demo.yaml}, packed with the examples.
 *
 * @param ruleSet the id of the rule set, which is also the folder of its examples
 * @param people in the order in which they are listed
 * @param bids in the order in which they arrive
 */
public record DemoScript(String ruleSet, List<Person> people, Call round, List<Bid> bids) {
  private static final String EXAMPLES = "/examples/";

  /** What happens to a bid. */
  public enum State {
    SUBMITTED,
    WITHDRAWN,
    DRAFT
  }

  /**
   * The round that is opened.
   *
   * @param days how long bids are accepted from the start of the demonstration on
   */
  public record Call(
      String nameEn,
      String nameZh,
      LocalDate evaluationDay,
      int days,
      int submissionsPerApplicant) {}

  /**
   * A bid of the round.
   *
   * @param name its folder among the examples of the rule set
   * @param person the user name of who hands it in
   */
  public record Bid(String name, String person, State state, byte[] bytes) {}

  /** Returns the scripts packed with the application, by the days of their rounds. */
  static List<DemoScript> packed() {
    try {
      List<DemoScript> all = new ArrayList<>();
      for (String path : new String(read("demos"), StandardCharsets.UTF_8).split("\\R")) {
        if (!path.isBlank()) {
          all.add(of(path.substring(0, path.indexOf('/')), new YAMLMapper().readTree(read(path))));
        }
      }
      all.sort(
          Comparator.comparing((DemoScript script) -> script.round().evaluationDay())
              .thenComparing(DemoScript::ruleSet));
      return all;
    } catch (IOException e) {
      throw new IllegalStateException("the examples are part of the application", e);
    }
  }

  private static DemoScript of(String ruleSet, JsonNode script) throws IOException {
    JsonNode round = script.path("round");
    List<Bid> bids = new ArrayList<>();
    for (JsonNode bid : script.path("bids")) {
      String name = bid.path("bid").asText();
      bids.add(
          new Bid(
              name,
              bid.path("person").asText(),
              State.valueOf(bid.path("state").asText().toUpperCase(Locale.ROOT)),
              read(ruleSet + "/bids/" + name + "/bid.json")));
    }
    return new DemoScript(
        ruleSet,
        StreamSupport.stream(script.path("people").spliterator(), false)
            .map(
                one ->
                    new Person(
                        one.path("name").asText(), Role.APPLICANT, one.path("applicant").asText()))
            .toList(),
        new Call(
            round.path("name").path("en").asText(),
            round.path("name").path("zh").asText(),
            LocalDate.parse(round.path("evaluationDay").asText()),
            round.path("days").asInt(),
            round.path("submissionsPerApplicant").asInt()),
        bids);
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream in = DemoScript.class.getResourceAsStream(EXAMPLES + path)) {
      return in.readAllBytes();
    }
  }
}
