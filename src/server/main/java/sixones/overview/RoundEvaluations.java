package sixones.overview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import sixones.answer.Explanation;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.bid.Draft;
import sixones.casework.CaseRecords;
import sixones.casework.RoundConclusions;
import sixones.evaluation.Evaluation;
import sixones.finding.Focus;
import sixones.official.Figure;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.official.Replay;
import sixones.official.StatedName;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundMove;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;
import sixones.submission.CurrentBid;
import sixones.submission.CurrentBids;
import sixones.submission.StandingBidRow;
import sixones.submission.SubmissionRow;
import sixones.submission.WithdrawnBid;

/**
 * Official evaluations for a person: checks the role, limits an applicant to its own, and writes
 * audit entries.
 */
public final class RoundEvaluations {
  private static final Logger LOG = Logger.getLogger(RoundEvaluations.class);

  private final Transactions transactions;
  private final Audit audit;
  private final OfficialEvaluations evaluations;
  private final CaseRecords cases;

  public RoundEvaluations(
      Transactions transactions, Audit audit, OfficialEvaluations evaluations, CaseRecords cases) {
    this.transactions = transactions;
    this.audit = audit;
    this.evaluations = evaluations;
    this.cases = cases;
  }

  /**
   * Returns one slice of the matching evaluations, newest first; an applicant gets only its own.
   *
   * @param most the maximum number of evaluations returned
   * @throws Refused if the filter names a round that this person cannot see
   */
  public Slice<OfficialEvaluation> list(
      Person person, OfficialEvaluations.Filter filter, Cursor after, int most) {
    person.mustBe(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    Set<String> asked = filter.applicants();
    if (person.is(Role.APPLICANT) && asked != null && !asked.contains(person.applicant())) {
      return new Slice<>(List.of(), null);
    }
    Set<String> applicants = person.is(Role.APPLICANT) ? Set.of(person.applicant()) : asked;
    OfficialEvaluations.Filter mine =
        new OfficialEvaluations.Filter(
            filter.round(), applicants, filter.ruleSet(), filter.verdict());
    return transactions.as(
        person.reader(),
        () -> {
          if (mine.round() != null) {
            Rounds.findRow(person, mine.round());
          }
          boolean isOverAll = mine.round() == null && applicants == null;
          Set<UUID> rounds = isOverAll ? Rounds.toLookThrough(person) : null;
          return evaluations.list(mine, rounds, after, most);
        });
  }

  /**
   * Returns the current bids of a round, ordered by applicant code.
   *
   * @throws Refused if the round does not exist
   */
  public CurrentBids currentBids(Person person, UUID round) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(person.reader(), () -> seen(person, round).bids());
  }

  /** The most bids whose figures are compared with those of one. */
  public static final int MOST_BESIDE = 100;

  /** The most bids on a page of an overview. */
  public static final int PAGE = 100;

  /**
   * One page of the overview of a round, and how the round moved.
   *
   * @param number of the page, from 1; the last one if the page asked for is behind it
   * @param bids those on the page; none before the round is opened
   * @param few all bids that stand, to choose among them, if one page can hold them; else those on
   *     the page
   * @param counts of all bids of the round; null before the round is opened
   * @param standing every applicant with a bid that stands
   * @param withheld the applicants whose cases are withheld from the reader
   * @param withdrawn for each applicant its last version, if that was withdrawn
   * @param conclusions what follows in the cases of the bids on the page, once there are any
   */
  public record OverviewPage(
      int number,
      CurrentBids bids,
      CurrentBids few,
      OverviewQuery.Counts counts,
      Set<String> standing,
      Set<String> withheld,
      List<WithdrawnBid> withdrawn,
      List<RoundMove> moves,
      RoundConclusions conclusions) {

    /** Returns the number of the last page. */
    public int last() {
      return counts == null ? 1 : last(counts.shown());
    }

    private static int last(long shown) {
      return (int) Math.max(1, (shown + PAGE - 1) / PAGE);
    }
  }

  /**
   * Returns a page of the bids that stand in a round. What it costs does not grow with the round,
   * but for counting.
   *
   * @param number of the page, from 1
   * @throws Refused if the round does not exist
   */
  public OverviewPage overview(Person person, UUID id, RoundOverview.Filter filter, int number) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          Round round = Rounds.findRow(person, id).toRound();
          List<RoundMove> moves = Rounds.movesOf(id);
          if (!round.isPinned()) {
            CurrentBids none = new CurrentBids(round, null, List.of());
            return new OverviewPage(
                1, none, none, null, Set.of(), Set.of(), List.of(), moves, RoundConclusions.NONE);
          }
          RuleSet rules = evaluations.rules(round.rules());
          OverviewQuery query = new OverviewQuery(id, rules, filter);
          OverviewQuery.Counts counts = query.counts();
          int page = Math.max(1, Math.min(number, OverviewPage.last(counts.shown())));
          // Nothing is behind the walls of an officer who has not declared: that is known by now.
          List<CurrentBid> bids =
              counts.shown() == 0 ? List.of() : query.page((page - 1) * PAGE, PAGE);
          List<CurrentBid> few =
              counts.all() <= PAGE && bids.size() < counts.all()
                  ? StandingBidRow.ofRound(id)
                  : bids;
          boolean hasCases = hasCases(round);
          Set<String> withheld = hasCases ? cases.withheld(person, round) : Set.of();
          RoundConclusions conclusions =
              hasCases
                  ? cases.concluded(
                      person, round, bids.stream().map(CurrentBid::applicant).toList())
                  : RoundConclusions.NONE;
          return new OverviewPage(
              page,
              seen(round, bids, conclusions).bids(),
              seen(round, few, conclusions).bids(),
              counts,
              counts.standing(),
              withheld,
              SubmissionRow.withdrawnBids(id).stream()
                  .filter(bid -> !withheld.contains(bid.applicant()))
                  .toList(),
              moves,
              conclusions);
        });
  }

  /**
   * What a download of a round is made from.
   *
   * @param names what each bid names to answer each requirement
   * @param withdrawn for each applicant its last version, if that was withdrawn
   * @param conclusions what follows in the cases of the round, once there are any
   */
  public record Exported(
      CurrentBids bids,
      List<StatedName> names,
      List<WithdrawnBid> withdrawn,
      RoundConclusions conclusions) {}

  /**
   * Returns the current bids of a round for a download, and records the export.
   *
   * @param form the file name extension, such as {@code csv}
   * @throws Refused if the round does not exist
   */
  public Exported export(Person person, UUID round, String form) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          Seen seen = seen(person, round);
          CurrentBids standings = seen.bids();
          audit.note(
              Act.EXPORTED, Thing.round(round), Map.of(), Map.of("file", "overview." + form));
          List<UUID> of = standings.applicants().stream().map(CurrentBid::evaluation).toList();
          List<StatedName> names = of.isEmpty() ? List.of() : evaluations.names(of);
          return new Exported(standings, names, withdrawn(seen), seen.conclusions());
        });
  }

  /**
   * Records that all bids and reports of a round are printed.
   *
   * @param form the file name extension
   */
  public void exportPapers(Person person, UUID round, String form) {
    person.mustBe(Role.OFFICER);
    transactions.as(
        person.reader(),
        () -> {
          audit.note(Act.EXPORTED, Thing.round(round), Map.of(), Map.of("file", "papers." + form));
          return null;
        });
  }

  /** The current bids of a round without those of cases withheld from the person who asks. */
  public record Seen(CurrentBids bids, RoundConclusions conclusions) {
    /**
     * Makes sure that the case of an applicant is not withheld.
     *
     * @throws Refused if it is
     */
    public void mustShow(String applicant) {
      String why = conclusions.withheld().get(applicant);
      if (why != null) {
        throw new Refused(Refused.Why.NOT_YOURS, "act-" + why, Map.of());
      }
    }
  }

  /**
   * Returns the current bids of a round with what follows in their cases.
   *
   * @throws Refused if the round does not exist
   */
  public Seen concludedBids(Person person, UUID round) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(person.reader(), () -> seen(person, round));
  }

  /**
   * Returns the bid of an applicant that stands in a round, as {@link #concludedBids} does all of
   * them.
   *
   * @throws Refused if the round does not exist
   */
  public Seen concludedBid(Person person, UUID id, String applicant) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          Round round = Rounds.findRow(person, id).toRound();
          CurrentBid bid = StandingBidRow.of(id, applicant);
          return seen(
              round,
              bid == null ? List.of() : List.of(bid),
              hasCases(round)
                  ? cases.concluded(person, round, List.of(applicant))
                  : RoundConclusions.NONE);
        });
  }

  private static boolean hasCases(Round round) {
    return round.state() == RoundState.CLOSED || round.state() == RoundState.DECIDED;
  }

  private Seen seen(Person person, UUID id) {
    Round round = Rounds.findRow(person, id).toRound();
    return seen(
        round,
        StandingBidRow.ofRound(id),
        hasCases(round) ? cases.concluded(person, round) : RoundConclusions.NONE);
  }

  private Seen seen(Round round, List<CurrentBid> bids, RoundConclusions conclusions) {
    RuleSet rules = round.isPinned() ? evaluations.rules(round.rules()) : null;
    List<CurrentBid> shown =
        bids.stream().filter(bid -> !conclusions.withheld().containsKey(bid.applicant())).toList();
    return new Seen(new CurrentBids(round, rules, shown), conclusions);
  }

  private static List<WithdrawnBid> withdrawn(Seen seen) {
    return SubmissionRow.withdrawnBids(seen.bids().round().id()).stream()
        .filter(bid -> !seen.conclusions().withheld().containsKey(bid.applicant()))
        .toList();
  }

  /**
   * Returns the figures that the other current bids of a round show for information. Records that
   * they were read. Of a round with more bids than {@link #MOST_BESIDE} there are none: as many
   * bars beside each other tell nothing.
   *
   * @param without the code of an applicant to leave out
   */
  public List<Figure> figures(Person person, UUID round, String without) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          List<UUID> others = StandingBidRow.evaluations(round, without, MOST_BESIDE + 1);
          if (others.isEmpty() || others.size() > MOST_BESIDE) {
            return List.of();
          }
          audit.note(Act.READ, Thing.round(round), Map.of(), Map.of("figures", others.size()));
          return evaluations.figures(others);
        });
  }

  /**
   * Counts the applicants with a current bid in each of the rounds. A round with none has no entry.
   */
  public Map<UUID, Long> countCurrentBids(Person person, List<UUID> rounds) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(person.reader(), () -> StandingBidRow.count(rounds));
  }

  /**
   * Returns the evaluation with the given id.
   *
   * @throws Refused if it does not exist or this person may not see it
   */
  public OfficialEvaluation find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> visibleTo(person, id));
  }

  /** An evaluation with the bytes of its stored JSON answer, or of what else is kept of it. */
  public record WithBody(OfficialEvaluation evaluation, byte[] body) {}

  /**
   * Returns an evaluation with its stored answer, and records that it was read.
   *
   * @throws Refused if it does not exist or this person may not see it
   */
  public WithBody read(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = visibleTo(person, id);
          recordReading(person, kept);
          return new WithBody(kept, evaluations.body(id));
        });
  }

  /**
   * Returns the words and sources of the rule set that made an evaluation.
   *
   * @throws Refused if it does not exist or this person may not see it
   * @throws BrokenRuleSet if the bundle is not stored, or its signature is invalid
   */
  public RuleSet rules(Person person, UUID id) {
    return transactions.as(person.reader(), () -> evaluations.rules(visibleTo(person, id).by()));
  }

  /**
   * Returns an evaluation with the packed rule set it was made by.
   *
   * @throws Refused if it does not exist or this person may not see it
   * @throws BrokenRuleSet if the bundle is not stored, or its signature is invalid
   */
  public WithBody bundle(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = visibleTo(person, id);
          return new WithBody(kept, evaluations.bundle(kept.by()));
        });
  }

  /**
   * Replays an evaluation with the stored draft, rule set version and day, and records the result.
   *
   * @throws Refused if it does not exist or this person may not see it
   */
  public Replay replay(Person person, UUID id) {
    open(person, id);
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = visibleTo(person, id);
          SubmissionRow submission = SubmissionRow.findById(kept.submission());
          Replay replay = evaluations.replay(kept, submission.bytes(), submission.form());
          audit.note(Act.REPLAYED, on(kept), Map.of(), recorded(replay));
          return replay;
        });
  }

  /**
   * Explains an evaluation by the engine that made it, with the stored draft and day, and records
   * that it was asked for.
   *
   * @throws Refused if it does not exist or this person may not see it; or if the engine was made
   *     before it could explain ({@code CONFLICT})
   * @throws BrokenRuleSet if the bundle or engine cannot be used
   */
  public Explanation explanation(Person person, UUID id, Focus focus) {
    open(person, id);
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = visibleTo(person, id);
          SubmissionRow submission = SubmissionRow.findById(kept.submission());
          Explanation explanation =
              evaluations
                  .explain(kept, submission.bytes(), submission.form(), focus)
                  .orElseThrow(
                      () ->
                          new Refused(
                              Refused.Why.CONFLICT, "no-explanation", Map.of("id", id.toString())));
          audit.note(
              Act.EXPLAINED,
              on(kept),
              Map.of(),
              Map.of("identical", explanation.answer().equals(kept.findingsDigest())));
          return explanation;
        });
  }

  /** Opens the engine of an evaluation; if it cannot be used, the replay says why. */
  private void open(Person person, UUID id) {
    try {
      transactions
          .as(person.reader(), () -> evaluations.opening(visibleTo(person, id).pin()))
          .run();
    } catch (BrokenRuleSet e) {
      LOG.debugf(e, "no engine to replay %s with", id);
    }
  }

  /** What an audit entry holds of a replay: whether it is identical, and if not, why. */
  private static Map<String, Object> recorded(Replay replay) {
    Map<String, Object> recorded = new HashMap<>();
    recorded.put("identical", replay.identical());
    if (!replay.identical()) {
      recorded.put("result", replay.result().word());
    }
    if (!replay.changed().isEmpty()) {
      recorded.put("changed", String.join(", ", replay.changed()));
    }
    return recorded;
  }

  /**
   * Reads the stored answer of an evaluation so that it can be presented as a report. No rule runs.
   *
   * @throws Refused if it does not exist, this person may not see it, or the stored answer was
   *     changed ({@code CONFLICT})
   */
  public Evaluation explained(Person person, UUID id) {
    return transactions.as(person.reader(), () -> explain(person, id).evaluation());
  }

  /**
   * Returns what follows in the case that an evaluation counts in; empty if it counts in none. For
   * officials alone: an applicant learns it from letters.
   */
  public Optional<RoundConclusions.OfBid> conclusion(Person person, UUID id) {
    if (!person.is(Role.OFFICER, Role.AUDITOR)) {
      return Optional.empty();
    }
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = visibleTo(person, id);
          return cases
              .concluded(person, kept.round(), kept.applicant())
              .filter(of -> of.evaluation().equals(id));
        });
  }

  /** An evaluation with the bid it is of, exactly as it was submitted. */
  public record WithBid(Evaluation evaluation, byte[] bytes, Draft.Format format) {}

  /**
   * Returns an evaluation like {@link #explained}, with its bid for display. That the bid was read
   * is recorded, too, unless it is the reader's own.
   *
   * @throws Refused as {@link #explained} does
   */
  public WithBid explainedBid(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          WithSubmission found = explain(person, id);
          SubmissionRow submission = found.submission();
          if (!person.is(Role.APPLICANT)) {
            audit.note(
                Act.READ, Thing.submission(found.kept().submission(), found.kept().applicant()));
          }
          return new WithBid(found.evaluation(), submission.bytes(), submission.form());
        });
  }

  private record WithSubmission(
      OfficialEvaluation kept, Evaluation evaluation, SubmissionRow submission) {}

  private WithSubmission explain(Person person, UUID id) {
    OfficialEvaluation kept = visibleTo(person, id);
    SubmissionRow submission = SubmissionRow.findById(kept.submission());
    Evaluation explained;
    try {
      explained = evaluations.explained(kept, submission.declaredUntruthful());
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Why.CONFLICT, "answer-changed", Map.of("id", id.toString()));
    }
    recordReading(person, kept);
    return new WithSubmission(kept, explained, submission);
  }

  /**
   * Records access to an answer, which quotes the bid. An applicant reading its own is not
   * recorded.
   */
  private void recordReading(Person person, OfficialEvaluation kept) {
    if (!person.is(Role.APPLICANT)) {
      audit.note(Act.READ, on(kept));
    }
  }

  private static Thing on(OfficialEvaluation kept) {
    return Thing.evaluation(kept.id(), kept.applicant());
  }

  private OfficialEvaluation visibleTo(Person person, UUID id) {
    OfficialEvaluation kept =
        person.is(Role.APPLICANT, Role.OFFICER, Role.AUDITOR)
            ? evaluations.find(id).orElse(null)
            : null;
    if (kept == null || person.is(Role.APPLICANT) && !kept.applicant().equals(person.applicant())) {
      throw Refused.noSuch();
    }
    return kept;
  }
}
