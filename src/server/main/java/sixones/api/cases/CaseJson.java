package sixones.api.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.casework.ApplicantCase;
import sixones.casework.DoneAct;
import sixones.casework.RoundConclusions;
import sixones.casework.SeenCase;
import sixones.casework.letter.IssuedLetter;
import sixones.evaluation.Evaluation;
import sixones.evidence.EvidenceStrength;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.KnownDecision;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.KnownProposal;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Basis;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.act.Reply;
import sixones.proceeding.conclusion.Candidate;
import sixones.proceeding.conclusion.Conclusion;
import sixones.round.Refused;

/**
 * Represents cases and their acts as JSON, with instants in UTC to the millisecond, as acts hold
 * them.
 */
public final class CaseJson {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private CaseJson() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String instant(Instant at) {
    return at == null ? null : MILLIS.format(at);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("what is kept is JSON", e);
    }
  }

  /**
   * Returns a case as one of a list.
   *
   * @param conclusion what follows in it; null if no bid stands
   */
  public static ObjectNode item(SeenCase seen, RoundConclusions.Followed conclusion) {
    ObjectNode node = head(seen);
    if (seen.isWithheld()) {
      return node;
    }
    CaseView view = seen.view();
    addState(node, view);
    node.put("verdict", seen.bid() == null ? null : seen.bid().verdict().name());
    node.put("conclusion", conclusion == null ? null : conclusion.conclusion().name());
    if (conclusion != null && conclusion.damaged()) {
      node.put("answerChanged", true);
    }
    node.put("due", instant(view.waiting().map(IssuedNotice::due).orElse(null)));
    node.put("pending", view.pending().size());
    node.put("toMakeAgain", view.toMakeAgain().size());
    return node.put("revision", view.revision());
  }

  /** Returns whose case it is and, if it is withheld, why no more is told. */
  public static ObjectNode head(SeenCase seen) {
    ObjectNode node =
        object()
            .put("id", seen.bidCase().id().toString())
            .put("round", seen.round().id().toString())
            .put("applicant", seen.bidCase().applicant());
    return seen.isWithheld() ? node.put("withheld", seen.withheld()) : node;
  }

  private static void addState(ObjectNode node, CaseView view) {
    node.put("state", view.state().id()).put("next", word(view.next()));
  }

  private static String word(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a case of an applicant as one of its list. */
  public static ObjectNode item(ApplicantCase own) {
    ObjectNode node =
        object()
            .put("id", own.id().toString())
            .put("round", own.round().id().toString())
            .put("state", own.state().id())
            .put("next", word(own.next()));
    IssuedNotice waiting = own.waiting();
    return node.put("due", waiting == null ? null : instant(waiting.due()))
        .put("revision", own.revision());
  }

  /** Returns a case as its applicant sees it. */
  public static ObjectNode of(ApplicantCase own) {
    ObjectNode node = item(own).put("evaluation", own.evaluation().toString());
    node.put("silenceMayClose", own.givesUp());
    addAll(node.putArray("notices"), own.notices().stream().map(CaseJson::told).toList());
    ArrayNode decisions = node.putArray("decisions");
    for (ApplicantCase.Told told : own.decisions()) {
      ObjectNode one = decisions.addObject().put("kind", told.kind().id());
      one.put("at", instant(told.at())).put("superseded", told.superseded());
      // Views that differed and what stood against a decision stay with the office.
      one.setAll(told.decision().json().<ObjectNode>without(List.of("views", "despite")));
    }
    addAll(node.putArray("letters"), own.letters().stream().map(CaseJson::of).toList());
    return node.put("at", instant(own.at()));
  }

  private static ObjectNode told(IssuedNotice notice) {
    ObjectNode node = object().put("id", notice.id().toString());
    node.put("issuedAt", instant(notice.issuedAt()))
        .put("due", instant(notice.due()))
        .put("progress", word(notice.progress()));
    addAll(node.putArray("items"), notice.items().stream().map(NoticeItem::json).toList());
    notice.mayChange().forEach(node.putArray("mayChange")::add);
    return node;
  }

  private static void addAll(ArrayNode list, List<ObjectNode> entries) {
    list.addAll(entries);
  }

  /**
   * What an official is told of a case beside the case itself.
   *
   * @param names of people, by number
   * @param letters the first first
   * @param possible which acts this person may do, with why not the others; null if it is not told
   * @param evidence how strong the evidence is that places of findings rest on; null if the files
   *     are withheld
   */
  public record Beside(
      Conclusion conclusion,
      Map<Long, String> names,
      List<IssuedLetter> letters,
      Map<ActKind, Optional<Refused>> possible,
      Map<String, EvidenceStrength> evidence) {}

  /** Returns a case as an official sees it. */
  public static ObjectNode of(SeenCase seen, Evaluation evaluation, Beside beside) {
    CaseView view = seen.view();
    ObjectNode node = head(seen);
    node.put("submission", view.bidCase().submission().toString())
        .put("evaluation", view.evaluation().toString());
    addState(node, view);
    node.put("openedAt", instant(view.bidCase().openedAt()));
    ObjectNode concluded = beside.conclusion().json(view.at(), view.revision());
    node.setAll(concluded.<ObjectNode>without(List.of("at", "revision")));
    addAll(
        node.putArray("determinations"),
        view.determinations().stream().map(one -> of(view, one, evaluation)).toList());
    if (beside.evidence() != null) {
      ArrayNode evidence = node.putArray("evidence");
      beside
          .evidence()
          .forEach(
              (place, strength) ->
                  evidence.addObject().put("pointer", place).put("strength", strength.id()));
    }
    addAll(node.putArray("proposals"), view.proposals().stream().map(CaseJson::of).toList());
    addAll(node.putArray("notices"), view.notices().stream().map(CaseJson::told).toList());
    addAll(node.putArray("decisions"), view.decisions().stream().map(CaseJson::of).toList());
    ids(node.putArray("pending"), view.pending());
    ids(
        node.putArray("toMakeAgain"),
        view.toMakeAgain().stream().map(KnownDetermination::id).toList());
    ObjectNode recusals = node.putObject("recusals");
    ArrayNode recused = recusals.putArray("recused");
    view.recusals()
        .recused()
        .forEach(
            (person, since) ->
                recused.addObject().put("person", person).put("since", instant(since)));
    addAll(recusals.putArray("asked"), view.recusals().asked().stream().map(CaseJson::of).toList());
    node.put("unrecordedLapse", view.unrecordedLapse());
    addAll(node.putArray("letters"), beside.letters().stream().map(CaseJson::of).toList());
    node.set("procedure", view.settings().json());
    addPossible(node, beside.possible());
    node.set("people", names(beside.names()));
    return node.put("at", instant(view.at())).put("revision", view.revision());
  }

  private static void addPossible(ObjectNode node, Map<ActKind, Optional<Refused>> possible) {
    if (possible == null) {
      return;
    }
    ArrayNode may = node.putArray("may");
    ObjectNode mayNot = node.putObject("mayNot");
    possible.forEach(
        (kind, refused) ->
            refused.ifPresentOrElse(
                why -> mayNot.put(kind.id(), why.kind()), () -> may.add(kind.id())));
  }

  private static ObjectNode names(Map<Long, String> names) {
    ObjectNode node = object();
    names.forEach((number, name) -> node.put(number.toString(), name));
    return node;
  }

  private static void ids(ArrayNode list, List<UUID> ids) {
    ids.forEach(id -> list.add(id.toString()));
  }

  /** Returns a proposal as it stands, with all that it says unless it is covered. */
  public static ObjectNode of(KnownProposal proposal) {
    ObjectNode node = of(proposal.act()).put("standing", proposal.standing().name());
    node.put("since", instant(proposal.since()));
    if (proposal.answer() != null) {
      node.set("answer", of(proposal.answer()));
    }
    return node;
  }

  private static ObjectNode of(KnownDecision decision) {
    ObjectNode node = object().put("id", decision.act().id().toString());
    node.put("kind", decision.act().kind().id())
        .put("at", instant(decision.at()))
        .put("lateGrounds", decision.lateGrounds())
        .put("superseded", decision.superseded())
        .put("by", decision.act().by())
        .put("confirmedBy", decision.confirmation() == null ? null : decision.confirmation().by());
    node.setAll(decision.decision().json());
    return node;
  }

  /** Returns an act with its body. */
  public static ObjectNode of(CaseAct act) {
    ObjectNode node = object().put("id", act.id().toString());
    node.put("kind", act.kind().id())
        .put("seq", act.seq())
        .put("at", instant(act.at()))
        .put("by", act.by());
    if (act.onBehalfOf() != null) {
      node.put("onBehalfOf", act.onBehalfOf());
    }
    if (act.authority() != null) {
      node.put("authority", act.authority().toString());
    }
    node.put("digest", act.digest());
    node.set("body", read(act.json()));
    return act.isCovered() ? node.put("covered", true) : node;
  }

  /** Returns a letter that was issued. */
  public static ObjectNode of(IssuedLetter letter) {
    return object()
        .put("of", letter.of().toString())
        .put("kind", letter.kind())
        .put("digest", letter.digest())
        .put("issuedAt", instant(letter.issuedAt()))
        .put("address", "/api/notices/" + letter.of());
  }

  /**
   * Returns an act as it is answered when it was done, without its body.
   *
   * @param isOfApplicant whether the applicant did it, who is not told how much was done before
   */
  public static ObjectNode done(DoneAct done, boolean isOfApplicant) {
    CaseAct act = done.act();
    CaseView after = done.after();
    ObjectNode node = done(act).put("case", after.bidCase().id().toString());
    if (isOfApplicant) {
      node.remove("seq");
    }
    node.put("state", (isOfApplicant ? after.state().toldToApplicant() : after.state()).id());
    node.put("revision", isOfApplicant ? after.toldRevision() : act.seq());
    after
        .proposal(act.id())
        .ifPresent(
            proposal -> {
              node.put("standing", proposal.standing().name());
              addNeeds(node, after.settings().persons(act.body()), proposal.standing());
            });
    if (act.body() instanceof Reply reply) {
      node.put("submission", reply.submission().toString())
          .put("evaluation", reply.evaluation().toString());
    }
    node.set("letter", done.letter().map(CaseJson::of).orElse(null));
    return node;
  }

  /** Returns an act of a ledger as it is answered when it was done, without its body. */
  public static ObjectNode done(CaseAct act) {
    ObjectNode node = object().put("id", act.id().toString());
    return node.put("kind", act.kind().id())
        .put("seq", act.seq())
        .put("at", instant(act.at()))
        .put("digest", act.digest());
  }

  private static void addNeeds(ObjectNode node, int persons, Standing standing) {
    boolean waits = standing == Standing.PROPOSED;
    node.putObject("needs").put("persons", persons).put("have", waits ? 1 : persons);
  }

  /**
   * Returns a determination as it is answered when it was made.
   *
   * @param evaluation what the machine found
   */
  public static ObjectNode made(CaseView view, KnownDetermination one, Evaluation evaluation) {
    ObjectNode node = object().put("id", one.id().toString());
    node.put("machineOutcome", one.made().machineOutcome().name())
        .put("state", one.standing().name());
    addNeeds(node, view.settings().persons(one.made()), one.standing());
    Basis basis = one.basis();
    node.putObject("basis")
        .put("finding", basis.finding())
        .put("rule", basis.rule())
        .put("reads", basis.reads())
        .put("lookedAt", basis.lookedAt());
    node.put("expiresAt", instant(one.expires()));
    Conclusion now = view.conclusion(evaluation);
    boolean waits = one.standing() == Standing.PROPOSED;
    Conclusion then = waits ? view.ifConfirmed(evaluation, one) : now;
    node.putObject("effect")
        .putObject("conclusion")
        .put("now", now.conclusion().name())
        .put("ifConfirmed", then.conclusion().name());
    return node;
  }

  /** Returns a determination as it stands, with all that it says. */
  public static ObjectNode of(CaseView view, KnownDetermination one, Evaluation evaluation) {
    ObjectNode node = made(view, one, evaluation);
    node.put("case", view.bidCase().id().toString())
        .put("seq", one.act().seq())
        .put("at", instant(one.act().at()))
        .put("by", one.act().by());
    if (one.act().onBehalfOf() != null) {
      node.put("onBehalfOf", one.act().onBehalfOf());
    }
    JsonNode body = read(one.act().json());
    for (String member : List.of("rule", "to", "reasonCode", "reasons", "citations", "evidence")) {
      node.set(member, body.get(member));
    }
    node.put("pointer", one.pointer());
    one.lookedAt().forEach(node.putArray("lookedAt")::add);
    if (body.has("notice")) {
      node.set("notice", body.get("notice"));
    }
    ((ObjectNode) node.get("basis"))
        .put("evaluation", one.basis().evaluation().toString())
        .put("asOf", one.basis().asOf().toString());
    node.put("since", instant(one.since())).put("wasInForce", one.wasInForce());
    if (one.cause() != null) {
      ObjectNode cause = node.putObject("cause").put("kind", one.cause());
      one.causePlaces().forEach(cause.putArray("pointers")::add);
    }
    if (one.answer() != null) {
      node.set("answer", of(one.answer()));
    }
    return node;
  }

  /** Returns what follows in a case. */
  public static ObjectNode of(Conclusion conclusion, CaseView view) {
    return conclusion.json(view.at(), view.revision()).put("at", instant(view.at()));
  }

  /** Returns what a notice would tell, as its items. */
  public static ObjectNode candidates(List<Candidate> candidates) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < candidates.size(); i++) {
      items.add(candidates.get(i).item(i + 1).json());
    }
    return object().set("items", items);
  }

  /** Returns the numbers of all people named in a case. */
  public static List<Long> people(CaseView view) {
    List<Long> people = new ArrayList<>(view.recusals().recused().keySet());
    view.determinations().forEach(one -> add(people, one.act(), one.answer()));
    view.proposals().forEach(one -> add(people, one.act(), one.answer()));
    view.recusals().asked().forEach(one -> add(people, one, null));
    return people;
  }

  private static void add(List<Long> people, CaseAct act, CaseAct answer) {
    people.add(act.by());
    if (act.onBehalfOf() != null) {
      people.add(act.onBehalfOf());
    }
    if (answer != null) {
      add(people, answer, null);
    }
  }
}
