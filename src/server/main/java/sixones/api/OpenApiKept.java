package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import sixones.audit.AuditEntry;
import sixones.bid.Draft;
import sixones.calendar.AskedTerm;
import sixones.calendar.UnfitTerm;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.CalendarState;
import sixones.calendar.adoption.ProposedCalendar;
import sixones.draft.WorkingDraft;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;
import sixones.representation.AuditEntryJson;
import sixones.representation.StoredJson;
import sixones.representation.TermJson;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.submission.Submission;

/**
 * Adds examples of stored resources to the OpenAPI document, written by the same code as real
 * responses.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiKept implements OASFilter {
  private static final String JSON = "application/json";
  private static final Instant OPENS = Instant.parse("2022-06-13T01:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2022-06-30T10:00:00Z");
  private static final Instant SENT = Instant.parse("2022-06-17T02:30:00Z");
  private static final UUID ROUND = UUID.fromString("0b6f3a52-6c1e-4b57-9a1e-3f1d5c7a9e10");
  private static final UUID SENT_IN = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");
  private static final UUID EVALUATION = UUID.fromString("9f1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d");
  private static final String SHA = "3f9c0d5e".repeat(8);

  private static final RuleSet SET = RuleSets.bundled().newest().get(0);
  private static final String APPLICANT = SET.applicants().get(0).id();
  private static final Round CALLED =
      new Round(
          ROUND,
          3,
          SET.title().en(),
          SET.title().zh(),
          new Pin(new RuleSetVersion(SET.id(), SET.version(), SHA, SHA), SHA),
          OPENS,
          DEADLINE,
          LocalDate.of(2022, 6, 30),
          3,
          RoundState.OPEN,
          2,
          OPENS);
  private static final Submission RECEIVED =
      new Submission(
          SENT_IN,
          ROUND,
          3,
          APPLICANT,
          1,
          new Submission.Content(Draft.Format.JSON, 6451, "sha256:" + SHA, false, null),
          SENT,
          "li.wei",
          null,
          null,
          new Submission.Result(EVALUATION, "sha256:" + SHA, Verdict.OPEN, new Remaining(0, 9, 0)));
  private static final WorkingDraft DRAFT =
      new WorkingDraft(
          SENT_IN,
          APPLICANT,
          "初稿",
          Draft.Format.JSON,
          "sha256:" + SHA,
          6451,
          null,
          ROUND,
          1,
          SENT,
          "li.wei");
  private static final AuditEntry MOVED =
      new AuditEntry(
          1204,
          SENT,
          "round-moved",
          17L,
          "wang.fang",
          "officer",
          "192.0.2.17",
          "round",
          ROUND.toString(),
          null,
          "{\"deadline\": \"2022-06-30T10:00:00Z\", \"state\": \"open\"}",
          "{\"deadline\": \"2022-07-08T10:00:00Z\", \"state\": \"open\"}");
  private static final String CALL =
      """
      {"name": {"en": "%s", "zh": "%s"}, "ruleSet": "%s",
       "opensAt": "2022-06-13T09:00:00+08:00", "deadline": "2022-06-30T18:00:00+08:00",
       "evaluationDay": "2022-06-30", "submissionsPerApplicant": 3}
      """
          .formatted(SET.title().en(), SET.title().zh(), SET.id());

  @Override
  public void filterOpenAPI(OpenAPI api) {
    try {
      Function<String, PathItem> at = path -> api.getPaths().getPathItem("/api/" + path);
      PathItem rounds = at.apply("rounds");
      body(rounds.getPOST(), "call", CALL);
      answer(rounds.getPOST(), "201", StoredJson.of(CALLED, null, null));
      answer(rounds.getGET(), "200", list(CALLED, round -> StoredJson.of(round, null, null)));
      PathItem round = at.apply("rounds/{id}");
      answer(round.getGET(), "200", StoredJson.of(CALLED, null, null));
      answer(round.getPATCH(), "200", StoredJson.of(CALLED, null, null));
      body(round.getPATCH(), "open", "{\"state\": \"open\"}");
      PathItem handedIn = at.apply("rounds/{id}/submissions");
      answer(handedIn.getPOST(), "201", StoredJson.receipt(RECEIVED));
      answer(handedIn.getGET(), "200", list(RECEIVED, StoredJson::of));
      answer(at.apply("submissions").getGET(), "200", list(RECEIVED, StoredJson::of));
      answer(at.apply("submissions/{id}").getGET(), "200", StoredJson.of(RECEIVED));
      answer(at.apply("drafts").getPOST(), "201", StoredJson.of(DRAFT));
      answer(at.apply("drafts").getGET(), "200", list(DRAFT, StoredJson::of));
      answer(at.apply("drafts/{id}").getPUT(), "200", StoredJson.of(DRAFT));
      answer(at.apply("audit").getGET(), "200", list(MOVED, AuditEntryJson::of));
      answer(at.apply("terms/preview").getGET(), "200", counted());
      answer(at.apply("calendars").getGET(), "200", list(proposed(), TermJson::of));
      answer(at.apply("calendars").getPOST(), "201", TermJson.of(proposed()));
      answer(at.apply("calendars/{digest}/confirmation").getPOST(), "200", TermJson.of(proposed()));
      String yes = "{\"answer\": \"yes\", \"reason\": \"compared with the notice\"}";
      body(at.apply("calendars/{digest}/confirmation").getPOST(), "accept", yes);
    } catch (IOException e) {
      throw new IllegalStateException("the examples are part of the application", e);
    }
  }

  private static JsonNode counted() {
    try {
      WorkingDays calendar = WorkingDays.bundled();
      AskedTerm term = AskedTerm.read("2024-09-25", "5", "working-day", "false");
      return TermJson.of(term.by(calendar), calendar);
    } catch (UnfitTerm e) {
      throw new IllegalStateException("the example lies in the calendar", e);
    }
  }

  private static ProposedCalendar proposed() {
    WorkingDays calendar = WorkingDays.bundled();
    return new ProposedCalendar(
        calendar.digest(),
        calendar.from(),
        calendar.to(),
        CalendarState.IN_USE,
        new ProposedCalendar.Step(OPENS, "wang.fang", null),
        new ProposedCalendar.Step(SENT, "liu.yang", "compared with the notice"),
        SENT);
  }

  private static <K> JsonNode list(K item, Function<K, ObjectNode> told) {
    return StoredJson.list(List.of(item), told);
  }

  private static void body(Operation operation, String name, String json) throws IOException {
    operation.setRequestBody(
        OASFactory.createRequestBody()
            .required(true)
            .content(content(name, new ObjectMapper().readTree(json))));
  }

  private static void answer(Operation operation, String status, JsonNode value) {
    operation.getResponses().getAPIResponse(status).setContent(content("example", value));
  }

  private static Content content(String name, JsonNode value) {
    return OASFactory.createContent()
        .addMediaType(
            JSON,
            OASFactory.createMediaType()
                .examples(Map.of(name, OASFactory.createExample().value(value))));
  }
}
