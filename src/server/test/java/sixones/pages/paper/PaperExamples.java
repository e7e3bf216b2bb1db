package sixones.pages.paper;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Singleton;
import java.util.List;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.people.Role;
import sixones.report.Language;

/** Finding a submission, what is not printed, and the printing of a round. */
@Singleton
class PaperExamples implements PageExamples {
  private static final String LONG_FILE = "3-510100-2 " + "成都市试点城市第二批".repeat(12) + ".pdf";

  @Override
  public List<Example> all() {
    return List.of(
        new Example(
            "paper-find", language -> PaperPages.Templates.find(officer(language), "", false)),
        new Example(
            "paper-find-none",
            language -> PaperPages.Templates.find(officer(language), "3-510100-9", true)),
        new Example(
            "paper-busy",
            language -> PaperPages.Templates.refused(officer(language), "paper.busy")),
        new Example(
            "paper-large",
            language -> PaperPages.Templates.refused(officer(language), "paper.large")),
        round("paper-round", null, List.of()),
        round("paper-round-waiting", "waiting", List.of()),
        round("paper-round-running", "running", List.of()),
        round("paper-round-done", "done", List.of()),
        round("paper-round-missing", "done", List.of(LONG_FILE, "x.pdf")),
        round("paper-round-failed", "failed", List.of()));
  }

  private static PageFrame officer(Language language) {
    return frame(language, Role.OFFICER, "/rounds");
  }

  private static Example round(String name, String state, List<String> missing) {
    return new Example(
        name,
        language -> {
          PageWords words = PageWords.in(language);
          RoundPaperView.Job job =
              state == null
                  ? null
                  : new RoundPaperView.Job(
                      state, 7, 42, words.text("paper.round.progress", DONE), missing);
          return RoundPaperPages.Templates.round(
              officer(language),
              new RoundPaperView(
                  "/rounds/x",
                  "Pilot cities",
                  words.text("paper.round.count", java.util.Map.of("count", 21)),
                  true,
                  job));
        });
  }

  private static final java.util.Map<String, Integer> DONE =
      java.util.Map.of("done", 7, "total", 42);
}
