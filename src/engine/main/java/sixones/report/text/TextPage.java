package sixones.report.text;

import java.util.List;
import sixones.report.Column;

/** A page of text for a terminal, written line by line and kept within its columns. */
final class TextPage {
  static final int COLUMNS = 96;

  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  TextPage(Paint paint) {
    this.paint = paint;
  }

  void line(String text) {
    out.append(text).append('\n');
  }

  void heading(String text) {
    line("");
    line(paint.heading(text));
  }

  /** A text in lines of the page's width, the first after a lead and the others below its end. */
  void block(int indent, String lead, String text, Paint.Brush brush) {
    int hang = indent + Column.width(lead);
    List<String> lines = Column.wrapped(Column.harmless(text), COLUMNS - hang);
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? " ".repeat(indent) + lead : " ".repeat(hang);
      line(start + brush.on(lines.get(i)));
    }
  }

  /** One line that names places; it may be longer than the page is wide. */
  void places(int indent, String pointers) {
    line(" ".repeat(indent) + paint.faint(Column.harmless(pointers)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
