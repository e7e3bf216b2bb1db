package sixones.letter;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sixones.paper.Typesetter;
import sixones.report.Language;
import sixones.report.Phrases;
import sixones.representation.StoredJson;
import sixones.round.Fault;
import sixones.text.Text;
import sixones.text.Words;

/** The sentences of letters, always formatted in both languages from the same values. */
public final class LetterWords {
  private static final Phrases EN = read(Language.EN);
  private static final Phrases ZH = read(Language.ZH_CN);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** Stands for a text that is blank in both languages; {@link LetterCheck} finds it. */
  static final String NOTHING = "\uFFFF";

  private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

  private LetterWords() {}

  private static Phrases read(Language language) {
    String path = "/sixones/letter/words." + language.tag() + ".properties";
    try (InputStream in = LetterWords.class.getResourceAsStream(path)) {
      return new Phrases(language, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(path + " is part of the application", e);
    }
  }

  /** Returns what is wrong with a text of a letter, as a sentence. */
  public static String fault(Fault fault, Language language) {
    return in(language).text("fault." + fault.kind(), fault.values());
  }

  private static Phrases in(Language language) {
    return language == Language.EN ? EN : ZH;
  }

  /** Returns a sentence that takes no values. */
  public static Words text(String key) {
    return text(key, Map.of());
  }

  /**
   * Formats a sentence.
   *
   * @param values texts in both languages ({@link Words}), lists of them, days, instants, and what
   *     reads the same in both
   */
  public static Words text(String key, Map<String, ?> values) {
    return new Words(
        EN.text(key, said(values, Language.EN)), ZH.text(key, said(values, Language.ZH_CN)));
  }

  private static Map<String, Object> said(Map<String, ?> values, Language language) {
    Map<String, Object> said = new TreeMap<>();
    values.forEach((name, value) -> said.put(name, said(value, language)));
    return said;
  }

  private static Object said(Object value, Language language) {
    if (value instanceof Words words) {
      return in(words, language);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> said(each, language)).toList();
    }
    if (value instanceof LocalDate day) {
      return TextNode.valueOf(day.toString());
    }
    return value;
  }

  /** Returns a text in both languages; one that has only one says so in the other. */
  public static Words both(Words words) {
    return new Words(in(words, Language.EN), in(words, Language.ZH_CN));
  }

  private static String in(Words words, Language language) {
    String own = language == Language.EN ? words.en() : words.zh();
    if (!Text.isBlank(own)) {
      return own.strip();
    }
    String other = language == Language.EN ? words.zh() : words.en();
    if (Text.isBlank(other)) {
      return NOTHING;
    }
    return in(language).text("original", Map.of("text", other.strip()));
  }

  /** Returns several texts as one. */
  public static Words joined(List<Words> texts) {
    List<Words> both = texts.stream().map(LetterWords::both).toList();
    return new Words(
        both.stream().map(Words::en).collect(Collectors.joining("; ")),
        both.stream().map(Words::zh).collect(Collectors.joining("；")));
  }

  /**
   * Returns a text that somebody outside the office wrote, or that cannot be written anew: what
   * cannot be printed or would mislead stands by its code.
   */
  public static Words printable(Words words, Typesetter typesetter) {
    return words == null
        ? null
        : new Words(printable(words.en(), typesetter), printable(words.zh(), typesetter));
  }

  private static String printable(String text, Typesetter typesetter) {
    return text == null ? null : LetterCheck.printable(text, typesetter::hasGlyph);
  }

  /** Returns a text that reads the same in both languages. */
  public static Words same(String text) {
    return new Words(text, text);
  }

  static Words day(LocalDate day) {
    return text("day", Map.of("day", day));
  }

  static Words moment(Instant instant) {
    return moment("moment", instant);
  }

  private static Words moment(String key, Instant instant) {
    LocalDateTime there = LocalDateTime.ofInstant(instant, StoredJson.ZONE);
    String time = (there.getSecond() == 0 ? MINUTE : SECOND).format(there);
    return text(key, Map.of("day", there.toLocalDate(), "time", time));
  }

  /** Returns the end of a term; midnight is hour 24 of the day before. */
  static Words end(Instant due) {
    LocalDateTime there = LocalDateTime.ofInstant(due, StoredJson.ZONE);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? text("midnight", Map.of("day", there.toLocalDate().minusDays(1)))
        : moment("end", due);
  }

  /** Returns a number from 1 to 999 as headings and entries have it: 1, 一. */
  static Words number(int n) {
    return new Words(Integer.toString(n), chinese(n));
  }

  private static String chinese(int n) {
    if (n < 1 || n > 999) {
      return Integer.toString(n);
    }
    int hundreds = n / 100;
    int tens = n / 10 % 10;
    int ones = n % 10;
    StringBuilder said = new StringBuilder();
    if (hundreds > 0) {
      said.append(DIGITS[hundreds]).append('百');
    }
    if (tens > 0) {
      said.append(tens == 1 && hundreds == 0 ? "" : DIGITS[tens]).append('十');
    } else if (hundreds > 0 && ones > 0) {
      said.append('零');
    }
    return said.append(DIGITS[ones]).toString();
  }

  /** Returns the number of an entry in brackets: (1), （一）. */
  static Words reference(int n) {
    return text("reference", Map.of("number", number(n)));
  }

  static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
