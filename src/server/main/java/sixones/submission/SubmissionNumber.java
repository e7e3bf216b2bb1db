package sixones.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.fact.Applicant;
import sixones.text.Text;

/**
 * The short number of a submission, which people say, print and search for: {@code 3-510100-2} is
 * version 2 of applicant 510100 in round 3. No other submission has it.
 *
 * @param round the running number of the round
 * @param version 1 for an applicant's first submission in a round
 */
public record SubmissionNumber(int round, String applicant, int version) {
  private static final Pattern WRITTEN =
      Pattern.compile("([1-9]\\d{0,8})-(.{1,60})-([1-9]\\d{0,8})");

  /** Reads a number as people write it; empty if it is none. */
  public static Optional<SubmissionNumber> of(String text) {
    Matcher written = WRITTEN.matcher(Text.width(text).strip());
    if (!written.matches() || !Applicant.ID.matcher(written.group(2)).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SubmissionNumber(
            Integer.parseInt(written.group(1)),
            written.group(2),
            Integer.parseInt(written.group(3))));
  }

  @Override
  public String toString() {
    return round + "-" + applicant + "-" + version;
  }
}
