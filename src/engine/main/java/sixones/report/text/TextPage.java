package sixones.report.text;

import java.util.List;
import sixones.report.Column;

/** A page of terminal text, built line by line and wrapped to its width. */
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

  /** Writes a wrapped text. The first line follows the lead; further lines align with its end. */
  void block(int indent, String lead, String text, Paint.Brush brush) {
    int hang = indent + Column.width(lead);
    List<String> lines = Column.wrapped(Column.harmless(text), COLUMNS - hang);
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? " ".repeat(indent) + lead : " ".repeat(hang);
      line(start + brush.on(lines.get(i)));
    }
  }

  /** Writes pointers on one line, which may exceed the width of the page. */
  void places(int indent, String pointers) {
    line(" ".repeat(indent) + paint.faint(Column.harmless(pointers)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
