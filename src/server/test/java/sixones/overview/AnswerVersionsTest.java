package sixones.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.OFFICER;
import static sixones.submission.RoundsInTests.handed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.answer.Answer;
import sixones.answer.AnswerFormat;
import sixones.answer.AnswerFormats;
import sixones.answer.AnswerReader;
import sixones.answer.AnswerWriter;
import sixones.audit.Audit;
import sixones.casework.CaseRecords;
import sixones.evaluation.Evaluation;
import sixones.library.BundleSigner;
import sixones.library.PinnedEvaluators;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.report.Language;
import sixones.report.json.JsonReport;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * A release whose answers have a member more, of a format {@code sixones/answer/2} made up here:
 * what is kept of version 1 is explained, listed, exported and replayed as it was.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnswerVersionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AnswerFormat V2 =
      new AnswerFormat("sixones/answer/2", AnswerVersionsTest::write, AnswerVersionsTest::read);

  @Inject CaseRecords cases;
  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject PinnedEvaluators pinned;
  @Inject BundleSigner signer;
  @Inject RoundEvaluations present;

  private OfficialEvaluations later;
  private RoundEvaluations ofLater;

  @BeforeEach
  void a_later_release_runs() {
    RoundsInTests.there(transactions);
    later =
        new OfficialEvaluations(pinned, new AnswerFormats(List.of(AnswerFormat.V1, V2)), signer);
    ofLater = new RoundEvaluations(transactions, audit, later, cases);
  }

  private static byte[] write(Evaluation evaluation) {
    try {
      ObjectNode document = (ObjectNode) JSON.readTree(AnswerWriter.write(evaluation));
      return JSON.writeValueAsBytes(document.put("format", "sixones/answer/2").put("more", true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(JsonNode document) {
    ObjectNode first = document.deepCopy();
    first.remove("more");
    return AnswerReader.read(first.put("format", AnswerWriter.FORMAT));
  }

  @Test
  void what_is_kept_of_version_1_is_explained_listed_exported_and_replayed() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submission accepted = submissions.accept(CHENGDU, handed(round));
    UUID id = accepted.result().evaluation();

    Evaluation explained = ofLater.explained(AUDITOR, id);
    Slice<OfficialEvaluation> listed =
        ofLater.list(
            AUDITOR,
            new OfficialEvaluations.Filter(round.id(), null, null, null),
            Cursor.START,
            Slice.USUAL);

    assertThat(JsonReport.render(explained, Language.ZH_CN))
        .isEqualTo(JsonReport.render(present.explained(AUDITOR, id), Language.ZH_CN));
    assertThat(listed.items()).extracting(OfficialEvaluation::id).containsExactly(id);
    assertThat(ofLater.export(OFFICER, round.id(), "csv").bids().applicants()).hasSize(1);
    assertThat(ofLater.read(AUDITOR, id).body()).isEqualTo(present.read(AUDITOR, id).body());
    assertThat(ofLater.replay(AUDITOR, id).identical()).isTrue();
  }

  @Test
  void what_is_evaluated_from_then_on_is_of_version_2() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submission accepted = submissions.accept(CHENGDU, handed(round));
    Evaluation explained = present.explained(AUDITOR, accepted.result().evaluation());
    AnswerFormats formats = new AnswerFormats(List.of(AnswerFormat.V1, V2));

    byte[] document = formats.write(explained);

    assertThat(JSON.readTree(document).path("more").asBoolean()).isTrue();
    assertThat(formats.read(document).explainedBy(explained.ruleSet(), false).findings())
        .isEqualTo(explained.findings());
    assertThat(formats.write(explained)).isEqualTo(document);
  }
}
