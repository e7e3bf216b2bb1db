package sixones.overview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.official.Figure;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.official.Replay;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;
import sixones.submission.CurrentBid;
import sixones.submission.CurrentBids;
import sixones.submission.SubmissionRow;

/** The official evaluations of what was handed in, each for those who may see it. */
public final class RoundEvaluations {
  private final Transactions transactions;
  private final Audit audit;
  private final OfficialEvaluations evaluations;

  public RoundEvaluations(Transactions transactions, Audit audit, OfficialEvaluations evaluations) {
    this.transactions = transactions;
    this.audit = audit;
    this.evaluations = evaluations;
  }

  /** Evaluations, the newest first; a city sees its own. */
  public Slice<OfficialEvaluation> list(
      Person person, OfficialEvaluations.Filter filter, Cursor after, int most) {
    person.mustBe(Role.CITY, Role.OFFICER, Role.AUDITOR);
    Set<String> asked = filter.cities();
    if (person.is(Role.CITY) && asked != null && !asked.contains(person.city())) {
      return new Slice<>(List.of(), null);
    }
    Set<String> cities = person.is(Role.CITY) ? Set.of(person.city()) : asked;
    OfficialEvaluations.Filter mine =
        new OfficialEvaluations.Filter(filter.round(), cities, filter.ruleSet(), filter.verdict());
    return transactions.as(
        person.reader(),
        () -> {
          if (mine.round() != null) {
            Rounds.row(person, mine.round());
          }
          return evaluations.list(mine, after, most);
        });
  }

  /**
   * How each city stands in a round that handed in and did not withdraw, by its code.
   *
   * @throws Refused if there is no such round
   */
  public CurrentBids standings(Person person, UUID round) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(person.reader(), () -> standing(person, round));
  }

  /**
   * The same, to take away as a file.
   *
   * @param form the ending of the file's name
   * @throws Refused if there is no such round
   */
  public CurrentBids export(Person person, UUID round, String form) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          CurrentBids standings = standing(person, round);
          audit.note(Act.EXPORTED, Thing.round(round), Map.of(), Map.of("file", "matrix." + form));
          return standings;
        });
  }

  private CurrentBids standing(Person person, UUID round) {
    Round called = Rounds.row(person, round).told();
    RuleSet rules = called.bundle() == null ? null : evaluations.rules(called.rules());
    return new CurrentBids(called, rules, SubmissionRow.standings(round));
  }

  /** What the bids that stand in a round state for information, without those of one city. */
  public List<Figure> figures(Person person, CurrentBids standings, String without) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    List<UUID> others =
        standings.cities().stream()
            .filter(standing -> !standing.city().equals(without))
            .map(CurrentBid::evaluation)
            .toList();
    return others.isEmpty()
        ? List.of()
        : transactions.as(
            person.reader(),
            () -> {
              audit.note(
                  Act.READ,
                  Thing.round(standings.round().id()),
                  Map.of(),
                  Map.of("figures", others.size()));
              return evaluations.figures(others);
            });
  }

  /** How many cities stand in each of some rounds; a round where none does is left out. */
  public Map<UUID, Long> standing(Person person, List<UUID> rounds) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(person.reader(), () -> SubmissionRow.standing(rounds));
  }

  /**
   * The evaluation of an id.
   *
   * @throws Refused if there is none, for this person
   */
  public OfficialEvaluation find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> mine(person, id));
  }

  /** An evaluation with its answer as it was given, to the byte. */
  public record WithBody(OfficialEvaluation evaluation, byte[] body) {}

  /**
   * The answer that is kept.
   *
   * @throws Refused if there is none, for this person
   */
  public WithBody read(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = mine(person, id);
          looked(person, kept);
          return new WithBody(kept, evaluations.body(id));
        });
  }

  /**
   * Runs an evaluation again: the kept bytes, the kept rules, the kept day.
   *
   * @throws Refused if there is none, for this person
   */
  public Replay replay(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = mine(person, id);
          Replay replay = evaluations.replay(kept, draft(kept));
          audit.note(Act.REPLAYED, on(kept), Map.of(), Map.of("identical", replay.identical()));
          return replay;
        });
  }

  /**
   * The evaluation run again, to be told in words; its answer is the kept one.
   *
   * @throws Refused if there is none, for this person, or it does not give the kept answer
   */
  public Evaluation again(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          OfficialEvaluation kept = mine(person, id);
          Draft draft = draft(kept);
          if (!evaluations.replay(kept, draft).identical()) {
            throw new Refused(Refused.Why.CONFLICT, "answers-differ", Map.of("id", id.toString()));
          }
          looked(person, kept);
          return evaluations.again(kept, draft);
        });
  }

  /** An answer quotes the bid: recorded where it is not one's own. */
  private void looked(Person person, OfficialEvaluation kept) {
    if (!person.is(Role.CITY)) {
      audit.note(Act.READ, on(kept));
    }
  }

  private static Thing on(OfficialEvaluation kept) {
    return Thing.evaluation(kept.id(), kept.city());
  }

  private OfficialEvaluation mine(Person person, UUID id) {
    OfficialEvaluation kept =
        person.is(Role.CITY, Role.OFFICER, Role.AUDITOR) ? evaluations.find(id).orElse(null) : null;
    if (kept == null || person.is(Role.CITY) && !kept.city().equals(person.city())) {
      throw Refused.noSuch();
    }
    return kept;
  }

  private static Draft draft(OfficialEvaluation kept) {
    SubmissionRow submission = SubmissionRow.findById(kept.submission());
    try {
      return Draft.read(submission.bytes(), submission.form());
    } catch (UnreadableDraft e) {
      throw new IllegalStateException("what was accepted could be read", e);
    }
  }
}
