package sixones.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sixones.report.Language;
import sixones.text.Words;

/**
 * A letter in one language, line by line, as templates lay it out. Each line has a {@code type}:
 * addressee, heading, paragraph, entry, field, table or closing.
 */
final class LetterLayout {
  private final Language language;
  private final List<Map<String, Object>> lines = new ArrayList<>();

  private LetterLayout(Language language) {
    this.language = language;
  }

  /** Returns what templates render. */
  static Map<String, Object> of(Letter letter, Language language) {
    LetterLayout layout = new LetterLayout(language);
    letter.blocks().forEach(layout::add);
    Map<String, Object> data = new TreeMap<>();
    data.put("lines", layout.lines);
    data.put("title", layout.in(letter.title()));
    data.put("language", language.tag());
    data.put("chinese", language == Language.ZH_CN);
    data.put("issued", letter.issued().toString());
    data.put("number", letter.about().number());
    data.put("kind", letter.kind().id());
    data.put("digestLabel", layout.in(letter.digestLabel()));
    data.put("colon", language == Language.ZH_CN ? "：" : ": ");
    return data;
  }

  private String in(Words words) {
    return LetterCheck.shown(language == Language.ZH_CN ? words.zh() : words.en());
  }

  private void add(LetterBlock block) {
    if (block instanceof LetterBlock.Addressee addressee) {
      line("addressee", in(addressee.text()));
    } else if (block instanceof LetterBlock.Heading heading) {
      line("heading", in(heading.text()));
    } else if (block instanceof LetterBlock.Paragraph paragraph) {
      in(paragraph.text()).lines().forEach(text -> line("paragraph", text));
    } else if (block instanceof LetterBlock.Closing closing) {
      line("closing", in(closing.date()));
    } else if (block instanceof LetterBlock.Fields fields) {
      fields.fields().forEach(this::field);
    } else if (block instanceof LetterBlock.Table table) {
      table(table);
    } else if (block instanceof LetterBlock.Entry entry) {
      line("entry", in(LetterWords.reference(entry.n())) + gap() + in(entry.title()));
      entry.fields().forEach(this::field);
    }
  }

  private String gap() {
    return language == Language.ZH_CN ? "" : " ";
  }

  private void line(String type, String text) {
    lines.add(Map.of("type", type, "text", text));
  }

  /** Adds a labelled text; its further lines have no label. */
  private void field(LetterBlock.Field field) {
    List<String> texts = in(field.text()).lines().toList();
    String first = texts.isEmpty() ? "" : texts.get(0);
    lines.add(Map.of("type", "field", "label", in(field.label()), "text", first));
    texts.stream().skip(1).forEach(text -> line("more", text));
  }

  private void table(LetterBlock.Table table) {
    lines.add(
        Map.of(
            "type",
            "table",
            "head",
            cells(table.head()),
            "rows",
            table.rows().stream().map(this::cells).toList()));
  }

  private List<String> cells(List<Words> row) {
    return row.stream().map(this::in).map(text -> text.replace('\n', ' ')).toList();
  }
}
