package sixones.api.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.bid.BidContract;
import sixones.bid.UnreadableDraft;
import sixones.casework.ApplicantCase;
import sixones.casework.Declarations;
import sixones.casework.LetterRecords;
import sixones.casework.OwnCases;
import sixones.casework.SeenCase;
import sixones.evidence.EvidenceStrength;
import sixones.evidence.FileOwner;
import sixones.evidence.NamedDocuments;
import sixones.http.ConditionalResponses;
import sixones.http.QueryParameters;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Examined;
import sixones.representation.StoredJson;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.SubmissionFiles;
import sixones.submission.Submissions;

/** The cases of the bids of closed rounds, and what is done in them. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Cases",
    description =
        "What becomes of a bid after its round closed: reviewed, returned, accepted or refused,"
            + " proposed, decided. Every act needs If-Match with the revision of the case that was"
            + " read, and an Idempotency-Key; a repeat is answered the same. What takes two"
            + " officers is proposed by one and confirmed by another. An officer who keeps away"
            + " from a case, or has declared nothing for its round, is told whose case it is and"
            + " nothing else.")
public class CaseResource extends ActResource {
  /** How many of the newest rounds are listed if none is named. */
  private static final int ROUNDS = 10;

  /** How many of its newest cases are listed to an applicant. */
  private static final int OWN = 100;

  private static final Pattern STATE =
      Pattern.compile(
          Stream.of(CaseState.values()).map(CaseState::id).collect(Collectors.joining("|")));
  private static final String DONE = "The act.";
  private static final String REPLIED =
      """
      {"id": "5d1f0c0e-6f0b-4c53-9c0e-0d9a6f5a7a10", "kind": "reply",
       "at": "2026-03-04T02:20:30.000Z",
       "digest": "sha256:48351bb81b9ef441591bbb6329fe92817f8284918407746f89f5b469b5bd031d",
       "case": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "state": "in-review", "revision": 3,
       "submission": "0f3c1c56-40b5-4f3c-8a0a-0e5f3f7c9b21",
       "evaluation": "b1a7f0de-52c1-4f0e-93a4-6f1f4c0d2a32", "letter": null}\
      """;

  @Inject OwnCases own;
  @Inject LetterRecords letters;
  @Inject Declarations declarations;
  @Inject SubmissionFiles files;

  /** Lists cases. */
  @GET
  @Operation(
      operationId = "cases",
      summary = "List the cases of a round, or of the ten newest rounds that have any",
      description =
          "For applicants their own. For officers and auditors all; withheld lists the cases that"
              + " this officer may not see, whatever is asked for. Where the stored answer of a bid"
              + " cannot be read or was changed, the conclusion is OPEN and answerChanged is true.")
  @APIResponse(responseCode = "200", description = "A page of cases; Link leads to the next.")
  public Response list(
      @QueryParam("round") String round,
      @Parameter(description = "A state of a case, e.g. in-review.") @QueryParam("state")
          String state,
      @Parameter(description = "Those whose applicant has to reply before this instant.")
          @QueryParam("due-before")
          String dueBefore,
      @Parameter(description = "true for those this officer took.") @QueryParam("mine") String mine,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Person person = person();
    Asked what =
        new Asked(
            QueryParameters.filterId("round", round, language()),
            QueryParameters.filter("state", state, STATE, language()),
            QueryParameters.filterInstant("due-before", dueBefore, language()),
            QueryParameters.yes("mine", mine, language()));
    Cursor after = QueryParameters.cursor(cursor, language());
    int most = QueryParameters.limit(limit, language());
    if (person.is(Role.APPLICANT)) {
      List<Listed> listed =
          own.newest(person, OWN).stream()
              .filter(one -> what.round() == null || what.round().equals(one.round().id()))
              .map(Listed::of)
              .toList();
      return page(
          listed,
          page -> page.stream().map(one -> CaseJson.item(one.own())).toList(),
          List.of(),
          what,
          after,
          most);
    }
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    List<SeenCase> all =
        what.round() == null
            ? records.newest(person, ROUNDS)
            : records.ofRound(person, what.round(), null);
    Set<UUID> taken = what.mine() && person.is(Role.OFFICER) ? records.taken(person) : Set.of();
    List<Listed> seen =
        all.stream()
            .filter(one -> !one.isWithheld())
            .filter(one -> !what.mine() || taken.contains(one.bidCase().id()))
            .map(Listed::of)
            .toList();
    List<SeenCase> withheld = all.stream().filter(SeenCase::isWithheld).toList();
    return page(seen, page -> items(person, page), withheld, what, after, most);
  }

  private List<ObjectNode> items(Person person, List<Listed> page) {
    return records.withBids(person, page.stream().map(Listed::seen).toList()).stream()
        .map(one -> CaseJson.item(one, records.concluded(person, one)))
        .toList();
  }

  /** What a list is to hold; null stands for everything. */
  private record Asked(UUID round, String state, Instant dueBefore, boolean mine) {
    boolean holds(Listed one) {
      return (state == null || state.equals(one.state().id()))
          && (dueBefore == null || one.due() != null && one.due().isBefore(dueBefore));
    }
  }

  /**
   * A case as a list has it.
   *
   * @param seen as an official sees it; null in an applicant's list
   * @param own as its applicant sees it; null in an official's list
   */
  private record Listed(
      Cursor place, CaseState state, Instant due, SeenCase seen, ApplicantCase own) {
    static Listed of(SeenCase seen) {
      CaseView view = seen.view();
      return new Listed(
          new Cursor(view.bidCase().openedAt(), view.bidCase().id()),
          view.state(),
          view.waiting().map(one -> one.due()).orElse(null),
          seen,
          null);
    }

    static Listed of(ApplicantCase own) {
      return new Listed(
          new Cursor(own.round().deadline(), own.id()),
          own.state(),
          own.waiting() == null ? null : own.waiting().due(),
          null,
          own);
    }
  }

  /** A cursor names the last case of the page before; the order is that of the list. */
  private Response page(
      List<Listed> all,
      Function<List<Listed>, List<ObjectNode>> items,
      List<SeenCase> withheld,
      Asked what,
      Cursor after,
      int most) {
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).place().id().equals(after.id())) {
        from = i + 1;
      }
    }
    List<Listed> rest =
        new ArrayList<>(all.subList(from, all.size())).stream().filter(what::holds).toList();
    Slice<Listed> page =
        Slice.of(rest.subList(0, Math.min(rest.size(), most + 1)), most, Listed::place);
    ObjectNode body = StoredJson.list(items.apply(page.items()), Function.identity());
    if (from == 0) {
      body.putArray("withheld").addAll(withheld.stream().map(CaseJson::head).toList());
    }
    Response.ResponseBuilder answer = fresh(body);
    return page.next() == null
        ? answer.build()
        : answer.header("Link", ConditionalResponses.next(address, page.next())).build();
  }

  /** Returns a case. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "case",
      summary = "Read a case",
      description =
          "Officers and auditors are told the machine's verdict and the conclusion side by side,"
              + " the determinations, what waits, and which acts they may do with why not the"
              + " others. An applicant is told where its case stands, who acts next, by when, and"
              + " what was issued. The ETag names the revision. evidence tells officials how strong"
              + " the evidence is that places of findings rest on: claimed (the bid names a"
              + " document), filed (a file is kept for it) or seen (an officer has recorded it)."
              + " Where the round asks a confirmer first what she would answer, what others propose"
              + " is among proposals, is covered and says only what it is about, until she opens"
              + " it.")
  @APIResponse(responseCode = "200", description = "The case.")
  public Response find(
      @PathParam("id") String id,
      @Parameter(description = "An instant in the past, with offset; officials only.")
          @QueryParam("at")
          String at) {
    Person person = person();
    Instant then = QueryParameters.filterInstant("at", at, language());
    UUID known = id(id);
    if (person.is(Role.APPLICANT)) {
      ApplicantCase one = own.find(person, known);
      return fresh(CaseJson.of(one)).tag(ConditionalResponses.tag((int) one.revision())).build();
    }
    SeenCase seen = records.find(person, known, then);
    if (seen.isWithheld()) {
      return fresh(CaseJson.head(seen)).build();
    }
    Examined examined = records.examined(person, seen);
    CaseView view = seen.view();
    CaseJson.Beside beside =
        new CaseJson.Beside(
            view.conclusion(examined.evaluation()),
            records.names(person, CaseJson.people(view)),
            letters.ofCase(person, known).stream()
                .filter(letter -> !letter.issuedAt().isAfter(view.at()))
                .toList(),
            person.is(Role.OFFICER) && then == null ? records.possible(person, seen) : null,
            evidence(person, view, examined));
    return fresh(CaseJson.of(seen, examined.evaluation(), beside))
        .tag(ConditionalResponses.tag((int) view.revision()))
        .build();
  }

  private Map<String, EvidenceStrength> evidence(Person person, CaseView view, Examined examined) {
    SubmissionFiles.HandedIn handedIn = files.look(person, examined.submission());
    BidContract contract = examined.ruleSet().contract();
    NamedDocuments named = new NamedDocuments(examined.bid(), contract);
    List<String> places =
        examined.evaluation().findings().stream()
            .flatMap(finding -> finding.places().stream())
            .map(place -> named.naming(place.pointer()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return handedIn.isWithheld()
        ? null
        : EvidenceStrength.of(
            places,
            examined.bid(),
            contract,
            handedIn.counting(view.seenDocuments()),
            view.seenDocuments());
  }

  /** Returns the acts of a case. */
  @GET
  @Path("{id}/acts")
  @Operation(
      operationId = "caseActs",
      summary = "List what was done in a case, by number",
      description =
          "For officers and auditors: who did what when, on whose behalf and by which authority,"
              + " with its body and digest. Of one that is covered the body says only what it is"
              + " about, and the digest is null.")
  @APIResponse(responseCode = "200", description = "The acts.")
  public Response acts(@PathParam("id") String id, @QueryParam("at") String at) {
    Person person = person();
    SeenCase seen = told(records.find(person, id(id), then(at)));
    return fresh(StoredJson.list(records.acts(person, seen), CaseJson::of))
        .tag(ConditionalResponses.tag((int) seen.view().revision()))
        .build();
  }

  /** Returns what follows in a case. */
  @GET
  @Path("{id}/conclusion")
  @Operation(
      operationId = "caseConclusion",
      summary = "Read verdict and conclusion side by side, at present or at an instant",
      description = "For officers and auditors.")
  @APIResponse(responseCode = "200", description = "Both, on each requirement and as a whole.")
  public Response conclusion(@PathParam("id") String id, @QueryParam("at") String at) {
    Person person = person();
    SeenCase seen = told(records.find(person, id(id), then(at)));
    Conclusion conclusion = records.conclusion(person, seen);
    return fresh(CaseJson.of(conclusion, seen.view()))
        .tag(ConditionalResponses.tag((int) seen.view().revision()))
        .build();
  }

  /** Returns what a notice would tell. */
  @GET
  @Path("{id}/candidates")
  @Operation(
      operationId = "caseCandidates",
      summary = "List what a notice has to tell, or to leave out with reasons",
      description = "For officers and auditors. Each is an item as a notice holds it.")
  @APIResponse(responseCode = "200", description = "The items.")
  public Response candidates(@PathParam("id") String id) {
    Person person = person();
    SeenCase seen = told(records.find(person, id(id), null));
    return fresh(CaseJson.candidates(records.candidates(person, seen)))
        .tag(ConditionalResponses.tag((int) seen.view().revision()))
        .build();
  }

  private Instant then(String at) {
    return QueryParameters.filterInstant("at", at, language());
  }

  /** Takes a case. */
  @POST
  @Path("{id}/take")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "takeCase",
      summary = "Take a case that was received",
      description = "For officers with the authority handle. Needs no body.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response take(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.TAKE, body);
  }

  /** Declares for the round of a case. */
  @POST
  @Path("{id}/declarations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "declareByCase",
      summary = "Declare of which cases of this case's round you keep away",
      description =
          "For officers, once a round; the same as declaring at the round. Needs no If-Match.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response declare(@PathParam("id") String id, byte[] body) {
    Person person = person();
    person.mustBe(Role.OFFICER);
    UUID round = records.roundOf(person, id(id));
    return DeclarationResource.done(
        declarations.declare(person, round, DeclarationResource.asked(body, key())), round);
  }

  /** Keeps somebody away from a case, or asks for it. */
  @POST
  @Path("{id}/recusals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recuse",
      summary = "Keep away from a case, or ask that somebody else does",
      description =
          "For officers and the applicant. A person's own word works at once, any other is decided"
              + " by somebody with the authority recuse. An officer who has declared nothing yet"
              + " sends If-Match: *.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response recuse(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.RECUSE, body);
  }

  /** Ends a recusal. */
  @POST
  @Path("{id}/recusals/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "endRecusal",
      summary = "Let a person who kept away work on a case again",
      description = "For officers with the authority recuse, never for themselves.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response endRecusal(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.LIFT_RECUSAL, body);
  }

  /** Determines a finding or a place of it. */
  @POST
  @Path("{id}/determinations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "determine",
      summary = "Determine what counts for a finding or one of its places",
      description =
          "For officers with the authority handle. The machine's finding stays as it is. What is"
              + " determined, on which ground, decides whether a second officer has to confirm.")
  @APIResponse(
      responseCode = "201",
      description = "What it rests on, who is still needed, and what it does to the conclusion.")
  public Response determine(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.DETERMINE, body);
  }

  /** Proposes a notice. */
  @POST
  @Path("{id}/notices")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "proposeNotice",
      summary = "Propose a notice with everything to correct, and by when",
      description =
          "For officers with the authority handle. Each candidate is told or dropped with reasons."
              + " It is issued when another officer confirms it.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response notice(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.NOTICE, body);
  }

  /** Proposes to widen a notice. */
  @POST
  @Path("{id}/widenings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "widenNotice",
      summary = "Propose that a reply may change more, or that a notice tells more",
      description = "For officers with the authority handle; confirmed by another officer.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response widen(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.WIDEN, body);
  }

  /** Extends the term of a notice. */
  @POST
  @Path("{id}/extensions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "extendNotice",
      summary = "Move the end of a notice's term to a later day",
      description = "For officers with the authority handle.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response extend(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.EXTEND, body);
  }

  /** Hands in a reply. */
  @POST
  @Path("{id}/replies")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "replyToNotice",
      summary = "Hand in the whole bid again, as the reply to a notice",
      description =
          "For the applicant, until the notice is due. Only what the notice lists may change. The"
              + " bid is evaluated as it is handed in; it uses up no submission. With it go the"
              + " files added to the reply, those of the bid before whose entry is still there, and"
              + " those of the draft that filesOf names.")
  @APIResponse(
      responseCode = "201",
      description = DONE,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "example", value = REPLIED)))
  public Response reply(
      @PathParam("id") String id,
      @Parameter(
              description =
                  "\"yes\" for a bid whose declaration says that it is not true; else left out.")
          @QueryParam("declaredUntruthful")
          String declaredUntruthful,
      @Parameter(
              description =
                  "The id of the draft whose evidence files are handed in with the reply; left out,"
                      + " those of no draft are.",
              example = "0c5d7a51-7e0b-4a1b-8b8e-0f6f7b9f4d11")
          @QueryParam("filesOf")
          String filesOf,
      byte[] draft)
      throws UnreadableDraft {
    Person person = person();
    person.mustBe(Role.APPLICANT);
    UUID holding = QueryParameters.filterId("filesOf", filesOf, language());
    boolean untruthful =
        QueryParameters.filter(
                "declaredUntruthful", declaredUntruthful, QueryParameters.YES, language())
            != null;
    Submissions.Handed handed =
        new Submissions.Handed(
                null, key(), draft, QueryParameters.form(headers, language()), untruthful, null)
            .withFilesOf(holding == null ? null : FileOwner.draft(holding));
    return done(person, cases.reply(person, id(id), handed, revision()));
  }

  /** Proposes a decision. */
  @POST
  @Path("{id}/decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideCase",
      summary = "Propose to accept, refuse or propose a bid, or record what the leaders decided",
      description =
          "For officers with the authority handle. kind is accept, refuse, propose or decide. It"
              + " takes effect, and its letter is issued, when another officer confirms it.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response decide(@PathParam("id") String id, byte[] body) {
    Person person = person();
    person.mustBe(Role.OFFICER);
    UUID known = id(id);
    records.roundOf(person, known);
    ActReader.AskedDecision asked = ActReader.decision(body);
    return act(known.toString(), asked.kind(), asked.json());
  }

  /** Gives up a bid. */
  @POST
  @Path("{id}/give-up")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "giveUp",
      summary = "Give up the bid",
      description = "For the applicant, before the case is decided. It cannot be undone.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response giveUp(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.GIVE_UP, body);
  }

  /** Proposes to take a decided case up again. */
  @POST
  @Path("{id}/reopenings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reopenCase",
      summary = "Propose to take a refused or not selected bid up again",
      description = "For officers with the authority handle; confirmed by another officer.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response reopen(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.REOPEN, body);
  }

  /** Proposes to close a case without a reply. */
  @POST
  @Path("{id}/close")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "closeCase",
      summary = "Propose to close a case whose applicant did not reply",
      description =
          "For officers with the authority handle, where the round's procedure lets silence close a"
              + " case; confirmed by another officer.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response close(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.CLOSE, body);
  }

  /** Records that a term passed. */
  @POST
  @Path("{id}/lapse")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recordLapse",
      summary = "Record that the term of a notice passed without a reply",
      description = "For officers. Whoever acts next in the case records it as well.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response lapse(@PathParam("id") String id, byte[] body) {
    return act(id, ActKind.LAPSE, body);
  }
}
