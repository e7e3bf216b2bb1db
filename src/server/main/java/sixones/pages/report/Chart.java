package sixones.pages.report;

import java.util.List;

/** A bar chart of one figure, in this bid and in others. */
public record Chart(String id, String title, List<Bar> bars) {
  private static final int ROW = 28;

  /**
   * One bar.
   *
   * @param row its index from the top
   * @param length in per cent of the longest bar
   * @param own whether it is the figure of this bid
   */
  public record Bar(int row, String label, String value, int length, boolean own) {
    /** Returns the y coordinate of the bar. */
    public int top() {
      return row * ROW;
    }

    /** Returns the y coordinate of the text baseline. */
    public int line() {
      return row * ROW + 16;
    }

    /** Returns the x coordinate of the value, right of the bar. */
    public int end() {
      return 118 + length * 2 + 6;
    }

    /** Returns the width of the bar, in the units of the SVG. */
    public int width() {
      return Math.max(1, length * 2);
    }
  }

  /** Returns the height of the chart, in the units of the SVG. */
  public int height() {
    return bars.size() * ROW;
  }
}
