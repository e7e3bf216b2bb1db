package sixones.web.page;

import java.util.List;
import java.util.UUID;
import sixones.web.page.CityView.SubmissionRow;

/**
 * What a city handed in under one round.
 *
 * @param versions the newest first
 * @param difference between two of them; null where there are not two
 */
public record HistoryView(
    UUID round,
    String roundName,
    TimeLeft time,
    boolean accepts,
    List<Version> versions,
    Difference difference) {

  /** A version with its six verdicts. */
  public record Version(SubmissionRow row, List<Mark> marks) {}

  /** What differs between two versions. */
  public record Difference(
      int from, int to, List<Change> verdicts, List<Change> findings, List<Answer> answers) {}

  /** A verdict or an outcome before and after. */
  public record Change(
      String title,
      String address,
      String beforeTone,
      String beforeSign,
      String before,
      String afterTone,
      String afterSign,
      String after) {}

  /** An answer before and after; null is not stated. */
  public record Answer(String place, String before, String after) {}
}
