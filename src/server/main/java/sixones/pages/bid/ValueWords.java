package sixones.pages.bid;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Phrases;
import sixones.text.Text;

/** Says the values of a bid in words, in one language. Amounts keep the digits that are written. */
final class ValueWords {
  private static final Map<Language, Phrases> DAYS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      DAYS.put(language, new Phrases(language, "day = {day, date, long}"));
    }
  }

  private final Messages messages;
  private final FieldWords fields;
  private final PageWords words;

  ValueWords(Messages messages) {
    this.messages = messages;
    this.fields = new FieldWords(messages);
    this.words = PageWords.in(messages.language());
  }

  /** Returns a text without characters that would be obeyed instead of shown; lines stay lines. */
  static String harmless(String text) {
    return text.replace("\r\n", "\n")
        .replace("\t", "  ")
        .lines()
        .map(Column::harmless)
        .collect(Collectors.joining("\n"));
  }

  /** Returns the words of a readable value at a place. */
  String at(String pointer, String written) {
    BidContract contract = messages.contract();
    Shape shape = contract.at(pointer);
    if (shape instanceof Shape.Choice choice && choice.words().contains(written)
        || shape instanceof Shape.YesNo) {
      return fields.choice(written);
    }
    if (shape instanceof Shape.Whole whole) {
      return whole(whole, written);
    }
    String text = harmless(written);
    String kind = contract.kind(pointer);
    return switch (kind == null ? "" : kind) {
      case "amount" -> words.text("bid.amount", Map.of("amount", text.strip()));
      case "percentage" -> text.strip() + "%";
      case "day" -> day(text);
      case "rule-set" -> messages.ruleSet(text.strip());
      case "division", "applicant" -> messages.division(Text.width(text));
      default -> contract.isTerm(pointer) ? term(text) : text;
    };
  }

  private static String whole(Shape.Whole shape, String written) {
    try {
      BigDecimal number = new BigDecimal(written);
      // A number as long as its exponent says is not written out.
      boolean within = number.compareTo(BigDecimal.valueOf(shape.most())) <= 0;
      return within ? number.toBigInteger().toString() : written;
    } catch (NumberFormatException e) {
      return written;
    }
  }

  private String day(String text) {
    try {
      return DAYS.get(messages.language())
          .text("day", Map.of("day", TextNode.valueOf(Text.day(text).toString())));
    } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
      return text;
    }
  }

  private String term(String text) {
    String label = messages.value(TextNode.valueOf(text));
    return label.equals(text)
        ? text
        : words.text("bid.term", Map.of("label", label, "written", text));
  }
}
