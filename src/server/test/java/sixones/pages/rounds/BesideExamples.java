package sixones.pages.rounds;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import sixones.bid.Draft;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.bid.BidsBeside;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.bid.ReadableBid;
import sixones.pages.frame.PageAddresses;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Messages;

/** Two bids side by side: all fields, only those that differ, and two that are alike. */
@Singleton
class BesideExamples implements PageExamples {
  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    return List.of(
        new Example("beside", language -> page(language, "sample-not-met", false, true)),
        new Example("beside-only", language -> page(language, "chengdu-2022", true, true)),
        new Example("beside-alike", language -> page(language, "sample-met", true, false)));
  }

  private TemplateInstance page(Language language, String other, boolean only, boolean readable) {
    Messages messages = Messages.of(records.rules(), language);
    Bid left = records.bid("sample-met");
    Bid right = records.bid(other);
    BidsBeside fields = BidsBeside.of(read(left, messages), read(right, messages));
    return BesidePage.Templates.beside(
        frame(language, Role.OFFICER, "/rounds"),
        new BesideView(
            "Pilot cities, second call",
            "/rounds/" + RecordsInTests.ID,
            BesideView.Side.of(records.submission(left, 1), "A, 1", language),
            BesideView.Side.of(records.withdrawn(right, 2), "B, 2", language),
            only ? fields.onlyDiffering() : fields,
            only,
            "?only=yes",
            "?left",
            readable
                ? EvaluationsBeside.of(
                    left.evaluation(),
                    right.evaluation(),
                    messages,
                    rule -> PageAddresses.rule(left.evaluation(), rule))
                : null));
  }

  private static ReadableBid read(Bid bid, Messages messages) {
    return ReadableBid.of(bid.bytes(), Draft.Format.JSON, messages);
  }
}
