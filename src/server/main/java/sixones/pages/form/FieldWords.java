package sixones.pages.form;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.Defect;
import sixones.pages.choice.PlaceWords;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Messages;
import sixones.report.PlaceLabels;
import sixones.report.Problem;
import sixones.report.ReportPlace;

/** Labels, hints and choices of a bid's places, in one language. */
public final class FieldWords implements PlaceLabels {
  private final PageWords words;
  private final Messages messages;
  private final PlaceWords places;

  public FieldWords(Messages messages) {
    this.words = PageWords.in(messages.language());
    this.messages = messages;
    this.places = new PlaceWords(messages.contract(), messages.language());
  }

  /** Returns the contract whose places are labelled. */
  public BidContract contract() {
    return places.contract();
  }

  /** Returns the label of a place: of its field, or of the entry of a list. */
  @Override
  public String label(String pointer) {
    return places.label(pointer);
  }

  /** Returns the hint for a place; null if there is none. */
  public String hint(String pointer) {
    return places.hint(pointer);
  }

  /** Returns what the button says that adds an entry to a list. */
  String add(String list) {
    return places.add(list);
  }

  /** Returns what is asked for where a list can refer to something that is not there yet. */
  String fresh(String list) {
    return places.fresh(list);
  }

  /** Returns the label of a choice's word, or of {@code true} and {@code false}. */
  public String choice(String word) {
    return messages.value(TextNode.valueOf(word));
  }

  public String text(String key) {
    return words.text(key);
  }

  public String text(String key, Map<String, ?> values) {
    return words.text(key, values);
  }

  /** Returns the message on a place; for an unreadable value, how to correct it. */
  public String says(ReportPlace place) {
    Defect defect = place.at().unreadable();
    if (defect == null) {
      return Column.harmless(place.message());
    }
    String says = says(Problem.errors(List.of(defect), messages.language()).get(0));
    return place.pointer().equals(defect.pointer())
        ? says
        : words.text("place.unreadable", Map.of("place", place(defect.pointer()), "text", says));
  }

  /** Returns how to correct an unreadable value. */
  public String says(Problem.Error error) {
    return DefectWords.of(error, contract(), words);
  }

  /**
   * Returns the labels along a pointer, outermost first: {@code Park 1 › Name}. Of a place with
   * {@code *} for an index, the list is named: {@code Parks › Name}.
   */
  @Override
  public String place(String pointer) {
    if (pointer.isEmpty()) {
      return words.text("place.bid");
    }
    List<String> steps = new ArrayList<>();
    StringBuilder at = new StringBuilder();
    String[] names = pointer.substring(1).split("/", -1);
    for (int i = 0; i < names.length; i++) {
      at.append('/').append(names[i]);
      boolean entryFollows = i + 1 < names.length && PlaceWords.isIndex(names[i + 1]);
      boolean isEntry = names[i].equals("*");
      if (!entryFollows && !isEntry && contract().at(at.toString()) != null) {
        steps.add(label(at.toString()));
      }
    }
    return String.join(" › ", steps);
  }
}
