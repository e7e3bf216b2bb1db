package sixones.pages.mycase;

import java.util.List;
import java.util.UUID;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.bid.KeptFile;
import sixones.pages.change.FieldChange;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;

/**
 * A draft beside the bid that a notice tells of, as its template renders it.
 *
 * @param trouble why it cannot be handed in, or was not; null if nothing is in the way
 * @param due when the reply is due, in words
 * @param look what it would be; null if it cannot be one
 */
public record ReplyView(
    UUID bidCase, UUID draft, String name, ErrorSummary trouble, String due, Look look) {

  /**
   * What a draft would be as the reply.
   *
   * @param fit whether it may be handed in
   * @param marks whether what is not listed is marked, not refused
   * @param found what the check finds now, beside what it found
   * @param files the evidence files that go along, and those that belong to no document
   */
  public record Look(
      boolean fit,
      boolean marks,
      List<Difference> differences,
      long unlisted,
      Verdict verdict,
      EvaluationsBeside found,
      List<KeptFile> files,
      Form form) {

    public List<Difference> withBy(String by) {
      return differences.stream().filter(one -> one.by().equals(by)).toList();
    }
  }

  /**
   * A value that differs.
   *
   * @param by {@code listed}, {@code follows} or {@code unlisted}
   * @param word the same in words
   */
  public record Difference(FieldChange change, String by, String word) {}

  /** The verdict on the bid as it would be handed in. */
  public record Verdict(String tone, String sign, String words) {}

  /**
   * What the form sends along.
   *
   * @param key the idempotency key
   * @param revision the number of the last act that was seen
   * @param untruthful whether the bid declares itself untrue
   * @param ticks which boxes were missing when it was sent; empty if none
   */
  public record Form(
      String key,
      long revision,
      String digest,
      DigestOf of,
      boolean untruthful,
      List<String> ticks) {}

  public String self() {
    return "/applicant/cases/" + bidCase + "/reply/" + draft;
  }

  public String back() {
    return "/applicant/drafts/" + draft;
  }

  public String home() {
    return "/applicant/cases/" + bidCase;
  }
}
