package sixones.pages.help;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import sixones.pages.Example;
import sixones.pages.PageExamples;

/** The help for each kind of reader. */
@Singleton
class HelpExamples implements PageExamples {
  @Override
  public List<Example> all() {
    return Stream.of("applicant", "officer", "auditor", "admin").map(HelpExamples::help).toList();
  }

  private static Example help(String reader) {
    return new Example(
        "help-" + reader,
        language -> HelpPage.Templates.help(frame(language, null, "/help/" + reader), reader));
  }
}
