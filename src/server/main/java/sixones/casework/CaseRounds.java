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
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.round.Round;

/** Begins the cases of a round, and lets a round be called decided when each of them is. */
public final class CaseRounds implements CaseKeeping {
  private static final String NOTHING_SET = "{}";

  /** How many cases a refusal names. */
  private static final int MOST_NAMED = 20;

  private final Clock clock;

  public CaseRounds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String settings(JsonNode settings) {
    String text = Canonical.text(settings);
    ObjectNode read =
        CaseSettings.asked(text.getBytes(StandardCharsets.UTF_8), "/procedure").json();
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
    List<CaseView> all =
        views(round.id(), now(), CaseRows.ofRound(round.id()), ActRows.ofRound(round.id()));
    if (!DecidedRound.of(all).isDecided()) {
      throw undecided(all);
    }
  }

  /** Tells which cases are not at their end, but for those that are withheld from who asks. */
  private static Refused undecided(List<CaseView> all) {
    long asking = CaseRows.asking();
    List<CaseView> seen = all.stream().filter(one -> Sight.withheld(one, asking) == null).toList();
    List<Fault> faults = new ArrayList<>();
    for (CaseView one : seen) {
      if (!one.state().isEnd()) {
        Map<String, ?> values =
            Map.of(
                "applicant", one.bidCase().applicant(),
                "case", one.bidCase().id().toString(),
                "state", one.state().name());
        faults.add(new Fault("/state", "case-undecided", values));
      }
    }
    return new Refused(
        Refused.Why.CONFLICT,
        "cases-undecided",
        Map.of(
            "undecided", faults.size(),
            "cases", seen.size(),
            "leftOut", all.size() - seen.size()),
        faults.subList(0, Math.min(MOST_NAMED, faults.size())));
  }

  /**
   * Returns cases of a round, in the order given; requires a transaction.
   *
   * @param acts by case, each by number
   */
  static List<CaseView> views(
      UUID round, Instant at, List<BidCase> cases, Map<UUID, List<CaseAct>> acts) {
    CaseSettings settings = CaseRows.settings(round);
    List<CaseAct> declarations = ActRows.declarations(round);
    List<CaseView> views = new ArrayList<>();
    for (BidCase each : cases) {
      views.add(
          CaseFold.at(each, settings, acts.getOrDefault(each.id(), List.of()), declarations, at));
    }
    return views;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
