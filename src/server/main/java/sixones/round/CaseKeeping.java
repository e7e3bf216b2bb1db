package sixones.round;

import com.fasterxml.jackson.databind.JsonNode;

/** What a round does to the cases of its bids; each method runs in the round's transaction. */
public interface CaseKeeping {
  /** For rounds without cases. */
  CaseKeeping NONE =
      new CaseKeeping() {
        @Override
        public String settings(JsonNode settings) {
          return settings.toString();
        }

        @Override
        public void opened(Round round, String settings) {}

        @Override
        public void closed(Round round) {}

        @Override
        public void deciding(Round round) {}
      };

  /**
   * Reads how the cases of a round are to proceed.
   *
   * @return canonical JSON; null if nothing is set
   * @throws Refused with all faults, their pointers beginning with {@code /procedure}
   */
  String settings(JsonNode settings);

  /**
   * A round was opened: its settings are frozen.
   *
   * @param settings canonical JSON; null if none were given
   */
  void opened(Round round, String settings);

  /** A round was closed: each bid that stands gets its case. */
  void closed(Round round);

  /**
   * A round is to be called decided.
   *
   * @throws Refused unless every case has a decision
   */
  void deciding(Round round);
}
