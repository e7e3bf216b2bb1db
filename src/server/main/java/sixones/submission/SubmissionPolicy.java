package sixones.submission;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import sixones.answer.DraftDescription;
import sixones.draft.Quota;
import sixones.draft.QuotaCheck;
import sixones.official.OfficialEvaluations;
import sixones.people.Person;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;

/**
 * Decides whether a bid may be submitted: round, applicant, rule set, and number of submissions.
 */
final class SubmissionPolicy {
  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

  private final OfficialEvaluations evaluations;
  private final Quota quota;

  SubmissionPolicy(OfficialEvaluations evaluations, Quota quota) {
    this.evaluations = evaluations;
    this.quota = quota;
  }

  static void hasKey(Submissions.Handed handed) {
    if (handed.key() == null || !KEY.matcher(handed.key()).matches()) {
      throw new Refused(Refused.Why.WRONG, "no-idempotency-key", Map.of());
    }
  }

  static void mayHandIn(Round round, Instant now) {
    boolean opensLater =
        round.state() == RoundState.ANNOUNCED
            || round.state() == RoundState.OPEN && now.isBefore(round.opensAt());
    if (opensLater) {
      throw new Refused(Refused.Why.CONFLICT, "not-open-yet", Map.of("opensAt", round.opensAt()));
    }
    if (!round.acceptsAt(now)) {
      throw tooLate(round);
    }
  }

  static Refused tooLate(Round round) {
    return new Refused(Refused.Why.CONFLICT, "too-late", Map.of("deadline", round.deadline()));
  }

  void concerns(DraftDescription draft, Round round, Person person) {
    if (!draft.applicant().equals(person.applicant())) {
      throw Refused.wrong(
          place(round), "other-applicant", Map.of("applicant", place(person.applicant(), round)));
    }
    if (!draft.ruleSet().equals(round.ruleSet())) {
      throw Refused.wrong("/ruleSet", "other-rule-set", Map.of("ruleSet", round.ruleSet()));
    }
  }

  /** Refuses a bid that declares itself untruthful unless the applicant confirms it. */
  static void isMeant(DraftDescription draft, Submissions.Handed handed) {
    if (draft.declaredUntruthful() != handed.declaredUntruthful()) {
      String kind = handed.declaredUntruthful() ? "not-declared-untruthful" : "declared-untruthful";
      throw new Refused(Refused.Why.CONFLICT, kind, Map.of());
    }
  }

  /** Refuses a bid that is the version before to the byte unless the applicant means it. */
  static void isNew(DraftDescription draft, Round round, Person person, Submissions.Handed handed) {
    if (!handed.sameMeant() && isSame(draft, round, person)) {
      throw new Refused(Refused.Why.CONFLICT, "same-as-before", Map.of());
    }
  }

  /** Returns whether a bid is the version before to the byte, and that one is not withdrawn. */
  static boolean isSame(DraftDescription draft, Round round, Person person) {
    return draft.digest().equals(SubmissionRow.lastDigest(round.id(), person.applicant()));
  }

  void mayBid(DraftDescription draft, Round round) {
    String applicant = draft.applicant();
    boolean onRoll =
        evaluations
            .rules(round.rules())
            .applicant(applicant)
            .filter(bidder -> bidder.isOn(round.evaluationDay()))
            .isPresent();
    if (!onRoll) {
      throw Refused.wrong(
          place(round), "applicant-not-on-roll", Map.of("applicant", place(applicant, round)));
    }
  }

  /** Returns the place where a bid of a round names its applicant. */
  private String place(Round round) {
    return evaluations.rules(round.rules()).contract().applicant();
  }

  private RefusedPlace place(String code, Round round) {
    return new RefusedPlace(code, evaluations.rules(round.rules()));
  }

  static int version(Round round, Person person) {
    int last = SubmissionRow.lastVersion(round.id(), person.applicant());
    if (last >= round.submissionsPerApplicant()) {
      throw new Refused(
          Refused.Why.CONFLICT,
          "no-more-submissions",
          Map.of("most", round.submissionsPerApplicant()));
    }
    return last + 1;
  }

  /** Checks the quota after the submission and its answer were inserted. */
  void hasRoom(Submission accepted) {
    QuotaCheck.alone(quota, accepted.applicant()).keepBid(accepted.round(), accepted.id());
  }
}
