package sixones.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import sixones.text.Text;

/** Message patterns (ICU MessageFormat) of one properties file in one language. */
public final class Phrases {
  /** Chooses among texts; a value that is not given is chosen as {@code undefined}. */
  private static final String SELECT = "select";

  private final Language language;
  private final Properties patterns = new Properties();

  /**
   * Parses message patterns.
   *
   * @param properties the content of a properties file
   */
  public Phrases(Language language, String properties) {
    this.language = language;
    try {
      patterns.load(new StringReader(properties));
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  /** Returns the patterns of the keys {@code id.suffix}, by suffix. */
  Map<String, String> below(String id) {
    Map<String, String> below = new TreeMap<>();
    for (String key : patterns.stringPropertyNames()) {
      if (key.startsWith(id + ".")) {
        below.put(key.substring(id.length() + 1), patterns.getProperty(key));
      }
    }
    return below;
  }

  /** Returns whether there is a message with this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * Formats a message.
   *
   * @param values the arguments by name
   * @throws IllegalArgumentException if there is no message with this key
   */
  public String text(String key, Map<String, ?> values) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no sentence " + key + " in " + language.tag());
    }
    if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    MessageFormat format = new MessageFormat(pattern, language.locale());
    // Arguments hold days as midnight UTC: format them in UTC, not in the default time zone.
    for (Object part : format.getFormats()) {
      if (part instanceof DateFormat date) {
        date.setTimeZone(TimeZone.GMT_ZONE);
      }
    }
    Map<String, String> types = argumentTypes(pattern);
    Map<String, Object> arguments = new HashMap<>();
    values.forEach((name, value) -> arguments.put(name, argument(value, types.get(name))));
    types.forEach(
        (name, type) -> {
          if (type.equals(SELECT)) {
            arguments.putIfAbsent(name, "undefined");
          }
        });
    return format.format(arguments);
  }

  private static Map<String, String> argumentTypes(String pattern) {
    Map<String, String> types = new HashMap<>();
    MessagePattern parsed = new MessagePattern(pattern);
    String name = null;
    MessagePattern.ArgType kind = MessagePattern.ArgType.NONE;
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START) {
        kind = part.getArgType();
      } else if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
        name = parsed.getSubstring(part);
        if (kind == MessagePattern.ArgType.PLURAL) {
          types.put(name, "plural");
        } else if (kind == MessagePattern.ArgType.SELECT) {
          types.put(name, SELECT);
        }
      } else if (part.getType() == MessagePattern.Part.Type.ARG_TYPE) {
        types.put(name, parsed.getSubstring(part));
      }
    }
    return types;
  }

  private Object argument(Object value, String type) {
    if (value instanceof List<?> list) {
      return joined(list.stream().map(String::valueOf).toList());
    }
    if (!(value instanceof JsonNode node)) {
      // Without a format type, a line number or year is printed without grouping separators.
      return type == null ? value.toString() : value;
    }
    if ("number".equals(type)) {
      return new BigDecimal(narrow(node.asText()));
    }
    if ("date".equals(type)) {
      LocalDate day = LocalDate.parse(narrow(node.asText()));
      return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    return value(node);
  }

  private static String narrow(String text) {
    return Text.width(text);
  }

  /** Formats a value for the reader. */
  String value(JsonNode value) {
    if (value.isArray()) {
      List<String> words = new ArrayList<>();
      value.forEach(word -> words.add(value(word)));
      return joined(words);
    }
    if (value.isObject()) {
      return name(value);
    }
    String text = value.asText();
    return patterns.getProperty("value." + text, text);
  }

  private String name(JsonNode names) {
    String en = names.path("en").asText("");
    String zh = names.path("zh").asText("");
    boolean chinese = language == Language.ZH_CN;
    String first = chinese ? zh : en;
    return Text.isBlank(first) ? (chinese ? en : zh) : first;
  }

  private String joined(List<String> words) {
    return ListFormatter.getInstance(language.locale()).format(words);
  }
}
