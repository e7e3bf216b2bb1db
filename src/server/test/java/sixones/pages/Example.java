package sixones.pages;

import io.quarkus.qute.TemplateInstance;
import java.util.function.Function;
import sixones.report.Language;

/**
 * A state a page can be in, under a name of its own, made without a request or a database.
 *
 * @param page makes the page in a language
 */
public record Example(String name, Function<Language, TemplateInstance> page) {
  @Override
  public String toString() {
    return name;
  }
}
