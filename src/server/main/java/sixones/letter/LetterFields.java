package sixones.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.text.Text;
import sixones.text.Words;

/** Labelled texts of an entry while it is written. */
final class LetterFields {
  /** The characters between two texts. */
  private static final int BETWEEN = 2;

  private final List<LetterBlock.Field> fields = new ArrayList<>();

  /** Adds a text; nothing if it is null. */
  LetterFields text(String label, Words text) {
    if (text != null) {
      fields.add(new LetterBlock.Field(LetterWords.text(label), LetterWords.both(text)));
    }
    return this;
  }

  /** Adds places by their labels; nothing if there are none. */
  LetterFields places(String label, List<LetterFacts.Place> places) {
    return places.isEmpty()
        ? this
        : list(label, places.stream().map(LetterFields::named).distinct().toList());
  }

  private static Words named(LetterFacts.Place place) {
    Words label = place.label();
    boolean none = label == null || Text.isBlank(label.en()) && Text.isBlank(label.zh());
    return none ? LetterWords.same(place.pointer()) : label;
  }

  /** Adds several texts as one; very many as several, for one text holds only so much. */
  LetterFields list(String label, List<Words> texts) {
    List<Words> some = new ArrayList<>();
    int length = 0;
    for (Words one : texts) {
      Words both = LetterWords.both(one);
      int more = Math.max(both.en().length(), both.zh().length()) + BETWEEN;
      if (!some.isEmpty() && length + more > LetterCheck.LONGEST) {
        text(label, LetterWords.joined(some));
        some.clear();
        length = 0;
      }
      some.add(one);
      length += more;
    }
    return some.isEmpty() ? this : text(label, LetterWords.joined(some));
  }

  LetterFields cited(LetterFacts.Cited cited) {
    if (cited == null) {
      return text("field.passage", LetterWords.text("passage.none"));
    }
    if (cited.address() == null) {
      return text(
          "field.passage",
          LetterWords.text("passage", Map.of("gist", cited.gist(), "source", cited.source())));
    }
    return text(
        "field.passage",
        LetterWords.text(
            "passage.address",
            Map.of("gist", cited.gist(), "source", cited.source(), "address", cited.address())));
  }

  List<LetterBlock.Field> all() {
    return List.copyOf(fields);
  }
}
