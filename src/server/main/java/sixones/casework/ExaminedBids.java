package sixones.casework;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.proceeding.conclusion.Examined;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.ruleset.RuleSet;
import sixones.submission.SubmissionRow;

/**
 * Evaluations with the bids they are of, as cases look at them. Neither ever changes, so that those
 * asked for last are remembered; whether somebody may see one is decided before.
 */
public final class ExaminedBids {
  private static final Logger LOG = Logger.getLogger(ExaminedBids.class);
  private static final int REMEMBERED = 64;

  private final OfficialEvaluations evaluations;
  private final Map<UUID, Examined> last =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Examined> eldest) {
          return size() > REMEMBERED;
        }
      };

  public ExaminedBids(OfficialEvaluations evaluations) {
    this.evaluations = evaluations;
  }

  /**
   * Returns an evaluation with its bid; requires a transaction of somebody who may see it.
   *
   * @throws Refused if its stored answer was changed ({@code CONFLICT})
   */
  Examined find(UUID id) {
    synchronized (last) {
      Examined known = last.get(id);
      if (known != null) {
        return known;
      }
    }
    Examined read = read(id);
    synchronized (last) {
      last.put(id, read);
    }
    return read;
  }

  /**
   * Hands on evaluations without their bids, read by one statement; none is remembered. In place of
   * one whose stored answer cannot be read or was changed it hands on null. Requires a transaction
   * of somebody who may see them.
   */
  void each(Collection<UUID> of, BiConsumer<UUID, Evaluation> each) {
    evaluations.explain(of, (id, evaluation) -> each.accept(id, intact(id, evaluation)));
  }

  /** Returns the rules by which the bids of a round that was opened are evaluated. */
  RuleSet rules(Round round) {
    return evaluations.rules(round.rules());
  }

  private static Evaluation intact(UUID id, Supplier<Evaluation> evaluation) {
    try {
      return evaluation.get();
    } catch (IllegalArgumentException e) {
      LOG.warnf("nothing follows from evaluation %s: %s", id, e.getMessage());
      return null;
    }
  }

  private static Refused changed(UUID id) {
    return new Refused(Refused.Why.CONFLICT, "answer-changed", Map.of("id", id.toString()));
  }

  /**
   * Returns an evaluation that was made in this transaction, which may yet fail: it is not
   * remembered.
   */
  Examined fresh(UUID id) {
    return read(id);
  }

  /**
   * Returns an evaluation that is not kept, with its bid.
   *
   * @param beside an evaluation by the same rules
   */
  Examined preview(UUID beside, Evaluation evaluation, byte[] bytes, Draft.Format form) {
    try {
      Draft draft = Draft.read(bytes, form, find(beside).ruleSet().contract());
      return new Examined(UUID.randomUUID(), UUID.randomUUID(), evaluation, draft.tree());
    } catch (UnreadableDraft e) {
      throw new IllegalStateException("what was evaluated can be read", e);
    }
  }

  private Examined read(UUID id) {
    OfficialEvaluation kept = evaluations.find(id).orElseThrow(Refused::noSuch);
    SubmissionRow submission = SubmissionRow.findById(kept.submission());
    try {
      Draft draft =
          Draft.read(
              submission.bytes(), submission.form(), evaluations.rules(kept.by()).contract());
      return new Examined(
          id,
          kept.submission(),
          evaluations.explained(kept, submission.declaredUntruthful()),
          draft.tree());
    } catch (UnreadableDraft e) {
      throw new IllegalStateException("what was handed in can be read", e);
    } catch (IllegalArgumentException e) {
      throw changed(id);
    }
  }
}
