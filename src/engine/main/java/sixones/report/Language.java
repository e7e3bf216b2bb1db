package sixones.report;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;

/** The languages of reports. */
public enum Language {
  EN("en", ULocale.UK),
  ZH_CN("zh-CN", ULocale.SIMPLIFIED_CHINESE);

  private final String tag;
  private final ULocale locale;

  Language(String tag, ULocale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /** Returns the BCP 47 language tag. */
  public String tag() {
    return tag;
  }

  ULocale locale() {
    return locale;
  }

  /**
   * Returns the language of a tag such as {@code en}, {@code zh}, {@code zh-Hans-CN} or {@code
   * zh_CN}.
   */
  public static Optional<Language> of(String tag) {
    String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    return switch (language) {
      case "en" -> Optional.of(EN);
      case "zh" -> Optional.of(ZH_CN);
      default -> Optional.empty();
    };
  }
}
