package sixones.pages.paper;

import java.util.List;
import java.util.Map;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageWords;
import sixones.paper.PrintJob;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.submission.CurrentBids;

/**
 * The printing of a round as its template renders it.
 *
 * @param count how many applicants have a current bid, in words
 * @param any whether any has one
 * @param job the last printing; null if there is none
 */
record RoundPaperView(String address, String name, String count, boolean any, Job job) {
  /**
   * A printing.
   *
   * @param state {@code waiting}, {@code running}, {@code done} or {@code failed}
   * @param progress how far it is, in words
   * @param missing the documents left out
   */
  record Job(String state, int done, int total, String progress, List<String> missing) {
    /** Returns whether it is still waiting or printing. */
    public boolean isUnderWay() {
      return state.equals("waiting") || state.equals("running");
    }
  }

  static RoundPaperView of(CurrentBids bids, PrintJob job, Language language) {
    PageWords words = PageWords.in(language);
    int count = bids.applicants().size();
    return new RoundPaperView(
        PageAddresses.round(bids.round().id()),
        StoredJson.name(bids.round(), language),
        words.text("paper.round.count", Map.of("count", count)),
        count > 0,
        job == null ? null : of(job, words));
  }

  private static Job of(PrintJob job, PageWords words) {
    String state =
        switch (job.state()) {
          case WAITING -> "waiting";
          case RUNNING -> "running";
          case DONE -> "done";
          case FAILED -> "failed";
        };
    int done = job.done();
    return new Job(
        state,
        done,
        job.total(),
        words.text("paper.round.progress", Map.of("done", done, "total", job.total())),
        job.missing());
  }
}
