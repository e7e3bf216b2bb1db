package sixones.pages.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sixones.report.Language;
import sixones.report.Phrases;

/**
 * The messages of pages in one language, beside those of reports. Each room of pages has a file of
 * its own; keys are unique across them.
 */
public final class PageWords {
  private static final List<String> ROOMS =
      List.of(
          "frame",
          "form",
          "bid",
          "report",
          "workbook",
          "account",
          "audit",
          "authorities",
          "casework",
          "check",
          "applicant",
          "draft",
          "evaluations",
          "help",
          "mycase",
          "people",
          "rounds",
          "rules",
          "notices",
          "terms",
          "paper");
  private static final Map<Language, PageWords> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new PageWords(read(language)));
    }
  }

  private final Phrases phrases;

  private PageWords(Phrases phrases) {
    this.phrases = phrases;
  }

  public static PageWords in(Language language) {
    return ALL.get(language);
  }

  private static Phrases read(Language language) {
    StringBuilder all = new StringBuilder();
    for (String room : ROOMS) {
      String path = "/sixones/pages/" + room + "/words." + language.tag() + ".properties";
      try (InputStream in = PageWords.class.getResourceAsStream(path)) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      } catch (IOException e) {
        throw new IllegalStateException(path + " is part of the application", e);
      }
    }
    return new Phrases(language, all.toString());
  }

  /** Returns the message with the given key. */
  public String text(String key) {
    return phrases.text(key, Map.of());
  }

  /** Returns the message with the given key, its placeholders filled in. */
  public String text(String key, Map<String, ?> values) {
    return phrases.text(key, values);
  }

  /** Returns whether there is a message with the given key. */
  public boolean has(String key) {
    return phrases.has(key);
  }
}
