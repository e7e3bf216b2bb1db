package sixones.proceeding.act;

import java.util.Locale;
import java.util.Optional;

/** Why a person determines something else than the machine found. */
public enum ReasonCode {
  JUDGED_ON_MERITS,
  EVIDENCE_SEEN,
  /** Names the passage and the reading; collected for those who write rules. */
  READING_OF_THE_TEXT,
  JOINT_CLAIM_CONFIRMED,
  /** The rule misread the bid; it has to be mended. */
  MACHINE_MISREAD,
  UNTRUE_STATEMENT,
  CLERICAL,
  OTHER;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Returns the code as written in data: {@code evidence-seen}. */
  public String id() {
    return id;
  }

  /** Returns the code with this id, if there is one. */
  public static Optional<ReasonCode> of(String id) {
    for (ReasonCode code : values()) {
      if (code.id().equals(id)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
