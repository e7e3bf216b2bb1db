package sixones.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.proceeding.BidCase;
import sixones.proceeding.CaseFold;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.Canonical;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.permission.DecidedRound;
import sixones.round.CaseKeeping;
import sixones.round.Refused;
import sixones.round.Round;

/** Begins the cases of a round, and lets a round be called decided when each of them is. */
public final class CaseRounds implements CaseKeeping {
  private static final String NOTHING_SET = "{}";

  private final Clock clock;

  public CaseRounds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String settings(JsonNode settings) {
    String text = Canonical.text(settings);
    ObjectNode read = CaseSettings.read(text.getBytes(StandardCharsets.UTF_8), "/procedure").json();
    return read.isEmpty() ? null : Canonical.text(read);
  }

  @Override
  public void opened(Round round, String settings) {
    String text = settings == null ? NOTHING_SET : settings;
    CaseRows.freeze(round.id(), text, Canonical.digest(text), now());
  }

  @Override
  public void closed(Round round) {
    CaseRows.open(round.id(), now());
  }

  @Override
  public void deciding(Round round) {
    DecidedRound decided = counted(round.id(), now());
    if (!decided.isDecided()) {
      throw new Refused(Refused.Why.CONFLICT, "cases-undecided", Map.of());
    }
  }

  /** Counts the cases of a round by state; requires a transaction. */
  static DecidedRound counted(UUID round, Instant at) {
    return DecidedRound.of(views(round, at));
  }

  /** Returns the cases of a round, by applicant; requires a transaction. */
  static List<CaseView> views(UUID round, Instant at) {
    CaseSettings settings = CaseRows.settings(round);
    Map<UUID, List<CaseAct>> acts = ActRows.ofRound(round);
    List<CaseAct> declarations = ActRows.declarations(round);
    List<CaseView> views = new ArrayList<>();
    for (BidCase each : CaseRows.ofRound(round)) {
      views.add(
          CaseFold.at(each, settings, acts.getOrDefault(each.id(), List.of()), declarations, at));
    }
    return views;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
