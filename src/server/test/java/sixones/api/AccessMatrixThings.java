package sixones.api;

import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.Fixtures;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.calendar.WorkingDays;
import sixones.casework.ActRequest;
import sixones.casework.Declarations;
import sixones.casework.OwnCases;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.FilesInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.Cursor;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Who asks in the access matrix, and what there is to ask for. */
public final class AccessMatrixThings {
  /** The columns of the matrix. */
  public enum Asker {
    NOBODY(null),
    APPLICANT_A(new Person("matrix-a", Role.APPLICANT, "510300")),
    APPLICANT_B(new Person("matrix-b", Role.APPLICANT, "510400")),
    OFFICER_(OFFICER),
    AUDITOR_(AUDITOR),
    ADMIN_(ADMIN),
    EXPIRED(new Person("matrix-a-was", Role.APPLICANT, "510300"));

    public final Person person;

    Asker(Person person) {
      this.person = person;
    }

    /** Whose things it may see as an applicant does. */
    Asker applicant() {
      return this == APPLICANT_B ? APPLICANT_B : APPLICANT_A;
    }

    /** The applicant whose things are somebody else's. */
    Asker otherApplicant() {
      return this == APPLICANT_A ? APPLICANT_B : APPLICANT_A;
    }
  }

  private static final UUID NOTHING = UUID.fromString("00000000-0000-4000-8000-000000000000");
  private static final Person OTHER_OFFICER = new Person("matrix-officer", Role.OFFICER, null);

  private final WorkingDrafts drafts;
  private final Submissions submissions;
  private final Rounds rounds;
  private final Round open;
  private final Round othersOpen;
  private final Round planned;
  private final Round closed;
  private final Map<Asker, Submission> handedIn = new EnumMap<>(Asker.class);
  private final Submission inClosed;
  private final WorkingDraft unreadable;
  private final List<String> idsOfA = new ArrayList<>();
  private final List<String> idsOfDraftsOfA = new ArrayList<>();

  public AccessMatrixThings(
      PeopleInTests test,
      People people,
      Rounds rounds,
      Submissions submissions,
      WorkingDrafts drafts)
      throws Exception {
    this.rounds = rounds;
    this.submissions = submissions;
    this.drafts = drafts;
    for (Asker asker : Asker.values()) {
      if (asker.person != null) {
        test.there(asker.person);
      }
    }
    test.there(OTHER_OFFICER);
    people.change(ADMIN, Asker.EXPIRED.person.name(), true, null);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant tomorrow = now.plus(1, ChronoUnit.DAYS);
    open = rounds.create(OFFICER, call("open", now.minusSeconds(60), tomorrow));
    othersOpen = rounds.create(OTHER_OFFICER, call("open", now.minusSeconds(60), tomorrow));
    planned = rounds.create(OFFICER, call("draft", now.minusSeconds(60), tomorrow));
    for (Asker applicant : List.of(Asker.APPLICANT_A, Asker.APPLICANT_B)) {
      handedIn.put(applicant, handIn(applicant, open));
    }
    inClosed = inAClosedRound(now);
    closed = rounds.find(OFFICER, inClosed.round());
    unreadable =
        drafts.create(Asker.APPLICANT_A.person, Canary.IN_NAME, text("{" + Canary.IN_DRAFT));
    idsOfDraftsOfA.add(unreadable.id().toString());
    Submission ofA = handedIn.get(Asker.APPLICANT_A);
    for (Submission one : List.of(ofA, inClosed)) {
      idsOfA.add(one.id().toString());
      idsOfA.add(one.result().evaluation().toString());
    }
  }

  private Submission inAClosedRound(Instant now) throws Exception {
    try {
      MovableClock.moveTo(now.minus(6, ChronoUnit.DAYS));
      Round round =
          rounds.create(
              OFFICER, call("open", now.minus(7, ChronoUnit.DAYS), now.minus(5, ChronoUnit.DAYS)));
      Submission accepted = handIn(Asker.APPLICANT_A, round);
      handIn(Asker.APPLICANT_B, round);
      MovableClock.reset();
      rounds.change(
          OFFICER, round.id(), bytes("{\"state\": \"closed\", \"reason\": \"as called\"}"), null);
      CDI.current()
          .select(Declarations.class)
          .get()
          .declare(
              OFFICER,
              round.id(),
              new ActRequest(ActKind.DECLARE, bytes("{}"), null, "matrix-" + round.id(), null));
      return accepted;
    } finally {
      MovableClock.reset();
    }
  }

  private Submission handIn(Asker applicant, Round round) throws Exception {
    return submissions.accept(
        applicant.person,
        new Submissions.Handed(
            round.id(), key(applicant), bid(applicant, Canary.HANDED_IN), Draft.Format.JSON));
  }

  /** What nobody but applicant A, officers and auditors may read: ids of what A handed in. */
  List<String> idsOfA() {
    return idsOfA;
  }

  /** What nobody but applicant A may read: ids of its drafts. */
  List<String> idsOfDraftsOfA() {
    return idsOfDraftsOfA;
  }

  /** The address of a thing of the kind, as the row of the matrix names it, for who asks. */
  String address(String path, String kind, String row, Asker asker) {
    return switch (kind) {
      case "round" -> path.replace("{id}", round(row, asker).toString());
      case "submission" -> path.replace("{id}", submission(row, asker, false).toString());
      case "evaluation" -> path.replace("{id}", submission(row, asker, true).toString());
      case "draft" ->
          path.replace("{id}", draft(row, asker).toString()).replace("{file}", NOTHING.toString());
      case "file" -> path.replace("{digest}", "sha256:" + "0".repeat(64));
      case "new draft" ->
          path + "?name=" + (asker == Asker.APPLICANT_A ? Canary.IN_NAME : "a-name");
      case "case" ->
          path.replace("{id}", bidCase(row, asker).toString())
              .replace("{file}", NOTHING.toString())
              .replace("{act}", NOTHING.toString());
      case "act" -> path.replace("{id}", NOTHING.toString());
      case "filtered list" -> path + filter(row, asker);
      case "entries" -> path + entries(row, asker);
      case "person" -> path.replace("{name}", person(row, asker));
      case "changes" ->
          path.replace("{id}", Fixtures.RULE_SET)
              .replace(
                  "{version}", row.equals("none") ? "1900.1" : RuleSetsInTests.SICHUAN.version())
              .concat("?from=" + RuleSetsInTests.SICHUAN.version());
      case "rule set", "rule", "member" ->
          path.replace("{id}", Fixtures.RULE_SET)
              .replace(
                  "{version}", row.equals("none") ? "1900.1" : RuleSetsInTests.SICHUAN.version())
              .replace("{rule}", "park-level")
              .replace("{pointer}", "parks/0/level");
      case "letter" -> path.replace("{id}", NOTHING.toString());
      case "calendar" ->
          path.replace(
              "{digest}",
              row.equals("none") ? "sha256:" + "0".repeat(64) : WorkingDays.bundled().digest());
      case "term" -> path + "?start=2024-09-25&amount=5&unit=working-day&firstDayCounts=false";
      default -> path;
    };
  }

  private UUID round(String row, Asker asker) {
    return switch (row) {
      case "own" -> open.id();
      case "others" -> othersOpen.id();
      case "draft" -> planned.id();
      case "submitted" -> closed.id();
      default -> NOTHING;
    };
  }

  /** A case that was received, for whose round the officer declared; she has no authority. */
  private UUID bidCase(String row, Asker asker) {
    Asker applicant = row.equals("own") ? asker.applicant() : asker.otherApplicant();
    return row.equals("none")
        ? NOTHING
        : CDI.current()
            .select(OwnCases.class)
            .get()
            .ofRound(applicant.person, closed.id())
            .orElseThrow()
            .id();
  }

  private UUID submission(String row, Asker asker, boolean itsEvaluation) {
    Submission found =
        switch (row) {
          case "own" -> handedIn.get(asker.applicant());
          case "others" -> handedIn.get(asker.otherApplicant());
          case "submitted" -> inClosed;
          default -> null;
        };
    if (found == null) {
      return row.equals("draft") ? unreadable.id() : NOTHING;
    }
    return itsEvaluation ? found.result().evaluation() : found.id();
  }

  /** A new one each time, for some are thrown away; {@link #tidy} sees to the rest. */
  private UUID draft(String row, Asker asker) {
    return switch (row) {
      case "own" -> newDraft(asker.applicant(), bid(asker.applicant(), Canary.IN_DRAFT));
      case "others" ->
          newDraft(asker.otherApplicant(), bid(asker.otherApplicant(), Canary.IN_DRAFT));
      case "draft" -> newDraft(Asker.APPLICANT_A, bytes("{" + Canary.IN_DRAFT));
      case "submitted" -> inClosed.id();
      default -> NOTHING;
    };
  }

  private UUID newDraft(Asker applicant, byte[] bytes) {
    String name = applicant == Asker.APPLICANT_A ? Canary.IN_NAME : "a draft";
    UUID id =
        drafts
            .create(applicant.person, name, new WorkingDrafts.Text(Draft.Format.JSON, bytes))
            .id();
    if (applicant == Asker.APPLICANT_A) {
      idsOfDraftsOfA.add(id.toString());
    }
    return id;
  }

  private static WorkingDrafts.Text text(String text) {
    return new WorkingDrafts.Text(Draft.Format.JSON, bytes(text));
  }

  /** Throws away what drafts were made on the way. */
  void tidy() {
    for (Asker applicant : List.of(Asker.APPLICANT_A, Asker.APPLICANT_B)) {
      for (WorkingDraft draft : drafts.list(applicant.person, Cursor.START, 200).items()) {
        if (!draft.id().equals(unreadable.id())) {
          drafts.delete(applicant.person, draft.id(), draft.revision());
        }
      }
    }
  }

  private String entries(String row, Asker asker) {
    return switch (row) {
      case "others" -> "?applicant=" + asker.otherApplicant().person.applicant();
      case "own" -> "";
      default -> "?on=" + submission(row, asker, false);
    };
  }

  private String filter(String row, Asker asker) {
    return switch (row) {
      case "others" -> "?applicant=" + asker.otherApplicant().person.applicant();
      case "own" -> "";
      default -> "?round=" + round(row, asker);
    };
  }

  private static String person(String row, Asker asker) {
    return switch (row) {
      case "own" -> asker.person.name();
      case "others" -> Asker.EXPIRED.person.name();
      default -> "nobody-of-this-name";
    };
  }

  /** The body to send along. */
  byte[] body(String kind, String row, Asker asker) {
    Asker applicant = asker == Asker.APPLICANT_A ? Asker.APPLICANT_A : Asker.APPLICANT_B;
    return switch (kind) {
      case "bid" -> bid(applicant, Canary.IN_DRAFT);
      case "anybody's bid" ->
          row.equals("own")
              ? bid(applicant, Canary.IN_DRAFT)
              : bytes(Fixtures.compliant().toString());
      case "call" -> call("draft", Instant.now().truncatedTo(ChronoUnit.SECONDS), null);
      case "change" -> bytes("{\"name\": {\"en\": \"Another name\"}}");
      case "person" ->
          bytes("{\"name\": \"p-%s\", \"role\": \"auditor\"}".formatted(UUID.randomUUID()));
      case "calendar" -> WorkingDays.bundledBytes();
      case "answer" -> bytes("{\"answer\": \"yes\"}");
      case "decision" -> bytes("{\"kind\": \"accept\"}");
      case "said" -> bytes("{\"reasons\": {\"en\": \"I would let it pass, too\"}}");
      case "file" -> form();
      case "access" -> bytes("{\"disabled\": " + row.equals("others") + "}");
      default -> new byte[0];
    };
  }

  /** The headers to send along. */
  List<String> headers(String kind, Asker asker) {
    return switch (kind) {
      case "key" -> List.of("Idempotency-Key: " + key(asker));
      case "revision" -> List.of("If-Match: \"1\"");
      case "act" -> List.of("If-Match: \"0\"", "Idempotency-Key: " + key(asker));
      case "form" ->
          List.of(
              "Idempotency-Key: " + key(asker),
              "Content-Type: multipart/form-data; boundary=matrix");
      default -> List.of();
    };
  }

  /** A file for the first document of a bid, as a form. */
  private static byte[] form() {
    String head = "--matrix\r\nContent-Disposition: form-data; name=";
    return bytes(
        head
            + "\"entry\"\r\n\r\n/evidence/0\r\n"
            + head
            + "\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
            + new String(FilesInTests.pdf("matrix"), StandardCharsets.ISO_8859_1)
            + "\r\n--matrix--\r\n");
  }

  private static String key(Asker asker) {
    return (asker == Asker.APPLICANT_A ? Canary.IN_KEY : "key") + UUID.randomUUID();
  }

  /**
   * A whole bid of an applicant that states nothing an auditor may not see; that of applicant A has
   * a canary where an evaluation quotes it.
   */
  static byte[] bid(Asker applicant, String canary) {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/coreTechnologies/0").putNull("externalRisk");
    Fixtures.change(bid, "/city/code", TextNode.valueOf(applicant.person.applicant()));
    if (applicant == Asker.APPLICANT_A) {
      for (String place : List.of("/city/name/en", "/parks/0/name/en", "/parks/0/name/zh")) {
        Fixtures.change(bid, place, TextNode.valueOf(canary));
      }
    }
    return bytes(bid.toString());
  }

  private static byte[] call(String state, Instant opensAt, Instant deadline) {
    Instant ends = deadline == null ? opensAt.plus(1, ChronoUnit.DAYS) : deadline;
    return bytes(
        """
        {"name": {"en": "A round"}, "ruleSet": "sichuan-2022-cities", "opensAt": "%s",
         "deadline": "%s", "evaluationDay": "2022-06-13", "submissionsPerApplicant": 900,
         "state": "%s", "reason": "as called"}
        """
            .formatted(opensAt, ends, state));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A draft of applicant A's whose text has a canary. */
  public WorkingDraft draftOfA() {
    return unreadable;
  }

  /** The id of every kind of thing applicant A has, and of the rounds. */
  public List<String> everyId() {
    List<String> ids = new ArrayList<>(idsOfA);
    ids.addAll(idsOfDraftsOfA);
    List.of(open, othersOpen, planned, closed).forEach(round -> ids.add(round.id().toString()));
    ids.add(NOTHING.toString());
    return ids;
  }

  public Submission handedIn(Asker applicant) {
    return handedIn.get(applicant);
  }

  Round open() {
    return open;
  }
}
