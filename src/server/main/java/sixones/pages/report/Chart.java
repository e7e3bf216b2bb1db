package sixones.pages.report;

import java.util.List;

/** One figure of this bid beside the same figure of others, as bars; lengths in per cent. */
public record Chart(String id, String title, List<Bar> bars) {
  private static final int ROW = 28;

  /**
   * One bar.
   *
   * @param own whether it is this bid's
   */
  public record Bar(int row, String label, String value, int length, boolean own) {
    /** Where the bar begins, from the top. */
    public int top() {
      return row * ROW;
    }

    /** The line its texts stand on. */
    public int line() {
      return row * ROW + 16;
    }

    /** Where its value is written, right of the bar. */
    public int end() {
      return 118 + length * 2 + 6;
    }

    /** How wide it is drawn. */
    public int width() {
      return Math.max(1, length * 2);
    }
  }

  /** How high the chart is drawn. */
  public int height() {
    return bars.size() * ROW;
  }
}
