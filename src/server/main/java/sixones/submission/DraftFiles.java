package sixones.submission;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.FileOwner;
import sixones.people.Person;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** The evidence files of working drafts, each for an entry of the bid the draft holds. */
public final class DraftFiles {
  private final WorkingDrafts drafts;
  private final EvidenceFiles files;
  private final Rounds rounds;
  private final RoundEvaluators evaluators;
  private final RuleSets ruleSets;
  private final Clock clock;

  public DraftFiles(
      WorkingDrafts drafts,
      EvidenceFiles files,
      Rounds rounds,
      RoundEvaluators evaluators,
      RuleSets ruleSets,
      Clock clock) {
    this.drafts = drafts;
    this.files = files;
    this.rounds = rounds;
    this.evaluators = evaluators;
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  /**
   * The files of a draft with the entries they may belong to.
   *
   * @param over whether the round the draft names no longer accepts bids, so that no file is added
   */
  public record Kept(
      List<EvidenceFile> files, BidEntries entries, EvidenceQuota.Used used, boolean over) {
    public Kept {
      files = List.copyOf(files);
    }

    /** Returns the entry a file belongs to now; empty if the bid no longer has it. */
    public Optional<BidEntries.Entry> entry(EvidenceFile file) {
      return entries.of(file);
    }
  }

  /**
   * Returns the files of a draft, in the order they came.
   *
   * @throws Refused if the draft does not exist for this person
   */
  public Kept list(Person person, UUID draft) {
    WorkingDrafts.Saved saved = drafts.read(person, draft);
    FileOwner owner = FileOwner.draft(draft);
    Round round = round(person, saved);
    return new Kept(
        files.list(person, owner),
        entries(person, saved, round),
        files.used(person, owner),
        isOver(round));
  }

  /**
   * Adds a file to a draft.
   *
   * @throws Refused if the draft does not exist for this person, the round it names no longer
   *     accepts bids, or {@link EvidenceFiles#add} refuses
   * @throws IOException if the file cannot be read or written
   */
  public EvidenceFiles.Added add(Person person, UUID draft, EvidenceFiles.Sent sent)
      throws IOException {
    WorkingDrafts.Saved saved = drafts.read(person, draft);
    Round round = round(person, saved);
    if (isOver(round)) {
      throw new Refused(Refused.Why.CONFLICT, "files-too-late", Map.of());
    }
    return files.add(person, FileOwner.draft(draft), entries(person, saved, round), sent);
  }

  /**
   * Removes a file from a draft.
   *
   * @throws Refused if the draft or the file does not exist for this person
   */
  public void remove(Person person, UUID draft, UUID file) {
    drafts.find(person, draft);
    files.remove(person, FileOwner.draft(draft), file);
  }

  private Round round(Person person, WorkingDrafts.Saved saved) {
    return saved.draft().round() == null ? null : rounds.find(person, saved.draft().round());
  }

  private boolean isOver(Round round) {
    return round != null
        && (round.state() == RoundState.CLOSED
            || round.state() == RoundState.DECIDED
            || round.state() == RoundState.OPEN && !clock.instant().isBefore(round.deadline()));
  }

  /** By the rules of the round if the bid is for its rule set, else by the newest of its own. */
  private BidEntries entries(Person person, WorkingDrafts.Saved saved, Round round) {
    byte[] bytes = saved.text().bytes();
    Draft.Format form = saved.text().form();
    try {
      String named = Draft.ruleSetOf(bytes, form);
      Optional<RuleSet> pinned =
          round != null && round.ruleSet().equals(named)
              ? evaluators.rules(person, round)
              : Optional.empty();
      return pinned
          .or(() -> ruleSets.find(named))
          .map(rules -> BidEntries.of(bytes, form, rules.contract()))
          .orElse(new BidEntries(List.of()));
    } catch (UnreadableDraft e) {
      return new BidEntries(List.of());
    }
  }
}
