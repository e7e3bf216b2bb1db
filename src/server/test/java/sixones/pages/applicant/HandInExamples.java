package sixones.pages.applicant;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceType;
import sixones.evidence.FileOwner;
import sixones.evidence.FilesInTests;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.bid.KeptFile;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.TimeLeft;
import sixones.people.Role;
import sixones.report.Language;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;

/** The last look before a draft is handed in, and why it is not. */
@Singleton
class HandInExamples implements PageExamples {
  private static final HandInView.Ticks NONE = new HandInView.Ticks(false, false, false, false);
  private static final HandInView.Ticks UNCONFIRMED =
      new HandInView.Ticks(true, false, false, false);
  private static final ErrorSummary.Link BACK = new ErrorSummary.Link("/applicant", "Draft 草稿");

  private static final Function<Language, ErrorSummary> CHANGED =
      language -> told("applicant.hand-in.changed", language);

  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    return List.of(
        look("hand-in", "sample-met", NONE, language -> null),
        look("hand-in-unconfirmed", "chengdu-2022", UNCONFIRMED, language -> null),
        look("hand-in-untruthful", null, UNCONFIRMED, language -> null),
        look("hand-in-changed", "chengdu-2022", NONE, CHANGED),
        refused("hand-in-no-round", language -> told("applicant.hand-in.no-round", language)),
        refused(
            "hand-in-other-applicant",
            language ->
                problem(
                    Refused.wrong("/city/code", "other-applicant", Map.of("applicant", "Chengdu")),
                    language)),
        refused(
            "hand-in-late",
            language ->
                problem(
                    new Refused(
                        Refused.Why.CONFLICT,
                        "too-late",
                        Map.of("deadline", RecordsInTests.DEADLINE)),
                    language)),
        new Example(
            "hand-in-which",
            language ->
                page(language, new HandInView(RecordsInTests.ID, "示例", null, choices(), null))));
  }

  private static TemplateInstance page(Language language, HandInView view) {
    return HandInPage.Templates.handIn(frame(language, Role.APPLICANT, "/applicant"), view);
  }

  private static List<HandInView.Choice> choices() {
    HandInView.Choice choice =
        new HandInView.Choice(
            RecordsInTests.ID, "Second call 第二批", "sichuan-2022-cities", "2 days 2 天");
    return List.of(choice, choice);
  }

  private static Example refused(String name, Function<Language, ErrorSummary> why) {
    return new Example(
        name,
        language ->
            page(
                language,
                new HandInView(RecordsInTests.ID, "示例", why.apply(language), List.of(), null)));
  }

  private static ErrorSummary problem(Refused refused, Language language) {
    return ErrorSummary.of(RefusedProblem.of(refused, language), BACK);
  }

  private static ErrorSummary told(String key, Language language) {
    PageFrame frame = frame(language, Role.APPLICANT, "/applicant");
    return new ErrorSummary(frame.text(key), frame.how(key), List.of(BACK));
  }

  /** The last look at a bid, or at one that declares itself untrue if none is named. */
  private Example look(
      String name, String bid, HandInView.Ticks ticks, Function<Language, ErrorSummary> trouble) {
    return new Example(
        name,
        language -> {
          Bid shown = bid == null ? records.untruthful() : records.bid(bid);
          Round round = records.round(RoundState.OPEN);
          HandInView.Look look =
              new HandInView.Look(
                  round.id(),
                  ApplicantView.nameOf(round, language),
                  TimeLeft.of(round, RecordsInTests.DEADLINE.minusSeconds(90), language),
                  "Chengdu 成都市",
                  2,
                  "1 / 3",
                  "key",
                  new HandInView.File(
                      "1,234 bytes", shown.evaluation().draft().digest(), DigestOf.BID),
                  ticks,
                  bid == null ? 1 : null,
                  bid == null ? List.of() : files(language),
                  records.shortReport(shown, language));
          return page(
              language,
              new HandInView(RecordsInTests.ID, "示例", trouble.apply(language), List.of(), look));
        });
  }

  /** One that goes along, and one whose document is gone. */
  private static List<KeptFile> files(Language language) {
    FileOwner draft = FileOwner.draft(RecordsInTests.ID);
    return List.of(
        KeptFile.of(
            FilesInTests.onRecord(draft, "/evidence/0", "e1", "批复 <b>&.pdf", EvidenceType.PDF),
            Optional.of(new BidEntries.Entry("/evidence/0", "e1", "示例园区批复（虚构）")),
            language),
        KeptFile.of(
            FilesInTests.onRecord(draft, "/evidence/1", "e2", "photo.jpg", EvidenceType.JPEG),
            Optional.empty(),
            language));
  }
}
