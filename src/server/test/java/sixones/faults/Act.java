package sixones.faults;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import sixones.Fixtures;
import sixones.official.OfficialEvaluations;

/**
 * One submission a client wants to have accepted once. No other has these bytes, so that it is
 * known again even where its key was not kept.
 */
record Act(UUID round, String person, String applicant, String key, byte[] bytes) {
  private static final String KEY = "@key@";
  private static final String TEMPLATE = template();

  static Act of(UUID round, String person, String applicant) {
    String key = UUID.randomUUID().toString();
    String bid = TEMPLATE.replace(KEY, key).replace("510100", applicant);
    return new Act(round, person, applicant, key, bid.getBytes(StandardCharsets.UTF_8));
  }

  private static String template() {
    var bid = Fixtures.compliant();
    Fixtures.change(
        bid,
        "/parks/0/name/en",
        com.fasterxml.jackson.databind.node.TextNode.valueOf("Sample Park " + KEY));
    return bid.toString();
  }

  String digest() {
    return OfficialEvaluations.digest(bytes);
  }
}
