package sixones.proceeding.act;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.rule.Outcome;

/**
 * Reads bodies of acts: those somebody asks for, without what the office completes, and those that
 * are kept.
 */
public final class ActReader {
  /** The largest body, in bytes. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final int DEPTH = 8;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(MOST_BYTES)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** The members of a determination as somebody asks for it, and as it is kept. */
  private static final String[] ASKED = {
    "rule",
    "pointer",
    "to",
    "reasonCode",
    "reasons",
    "citations",
    "evidence",
    "lookedAt",
    "notice",
    "expires"
  };

  private static final String[] KEPT = with(true, ASKED, "machineOutcome", "basis", "persons");
  private static final List<String> REASON_CODES =
      Stream.of(ReasonCode.values()).map(ReasonCode::id).toList();
  private static final List<String> OUTCOME_WORDS =
      Stream.of(Outcome.values()).map(Outcome::name).toList();
  private static final Map<String, Outcome> OUTCOMES =
      Stream.of(Outcome.values()).collect(Collectors.toMap(Outcome::name, Function.identity()));

  private final boolean isKept;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();

  private ActReader(boolean isKept, Instant now) {
    this.isKept = isKept;
    this.now = now;
  }

  /**
   * Reads what somebody asks for.
   *
   * @param now when it was asked for
   * @throws Refused with all faults
   */
  public static ActBody asked(ActKind kind, byte[] json, Instant now) {
    if (json.length > MOST_BYTES) {
      throw Refused.wrong("", "too-large", Map.of("most", MOST_BYTES));
    }
    ActReader reader = new ActReader(false, now);
    JsonNode tree = tree(json);
    ActBody body = reader.read(kind, tree);
    UnseenText.look(tree, "", reader.faults);
    if (!reader.faults.isEmpty()) {
      throw Refused.wrong(reader.faults);
    }
    return body;
  }

  /**
   * Reads a body as it is kept.
   *
   * @throws Refused with all faults, if no act of this release could say that
   */
  public static ActBody kept(ActKind kind, String json) {
    ActReader reader = new ActReader(true, Instant.EPOCH);
    ActBody body = reader.read(kind, tree(json.getBytes(StandardCharsets.UTF_8)));
    if (!reader.faults.isEmpty()) {
      throw Refused.wrong(reader.faults);
    }
    return body;
  }

  /**
   * Reads what an officer says she would answer: {@code {"reasons": {"zh": …, "en": …}}}.
   *
   * @throws Refused with all faults
   */
  public static GivenReasons said(byte[] json) {
    ObjectNode body = small(json);
    List<Fault> faults = new ArrayList<>();
    GivenReasons said = new BodyReader(body, "", faults).only("reasons").reasons("reasons");
    UnseenText.look(body, "", faults);
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
    return said;
  }

  /** A decision somebody asks for: which one, and its body without the member that says so. */
  public record AskedDecision(ActKind kind, byte[] json) {}

  /**
   * Reads which decision a body with a member {@code kind} asks for.
   *
   * @throws Refused if it says none
   */
  public static AskedDecision decision(byte[] json) {
    ObjectNode body = small(json);
    List<Fault> faults = new ArrayList<>();
    ActKind kind =
        new BodyReader(body, "", faults)
            .word(
                "kind",
                word -> ActKind.of(word).filter(ActKind::isDecision),
                Stream.of(ActKind.values()).filter(ActKind::isDecision).map(ActKind::id).toList());
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
    body.remove("kind");
    return new AskedDecision(kind, bytes(body));
  }

  /**
   * Returns a body with the act it is about.
   *
   * @throws Refused if it names one itself
   */
  public static byte[] about(UUID act, byte[] json) {
    ObjectNode body = small(json);
    if (body.has("of")) {
      throw Refused.wrong("/of", "unknown-member", Map.of("known", "answer, reasons, expires"));
    }
    return bytes(body.put("of", act.toString()));
  }

  private static ObjectNode small(byte[] json) {
    if (json.length > MOST_BYTES) {
      throw Refused.wrong("", "too-large", Map.of("most", MOST_BYTES));
    }
    return (ObjectNode) tree(json);
  }

  private static byte[] bytes(ObjectNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode tree(byte[] json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (!tree.isObject()) {
        throw Refused.wrong("", "no-object", Map.of());
      }
      return tree;
    } catch (JsonProcessingException e) {
      String said = String.valueOf(e.getOriginalMessage());
      String kind =
          said.startsWith("Duplicate field")
              ? "member-twice"
              : said.startsWith("Trailing token")
                  ? "more-after-end"
                  : said.contains("nesting depth") ? "too-deep" : "no-json";
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw Refused.wrong("", kind, Map.of("line", line, "column", column));
    } catch (IOException e) {
      throw Refused.wrong("", "no-json", Map.of("line", 1, "column", 1));
    }
  }

  private ActBody read(ActKind kind, JsonNode tree) {
    BodyReader body = new BodyReader(tree, "", faults);
    return switch (kind) {
      case TAKE -> take(body.only());
      case DETERMINE -> determination(body);
      case NOTICE -> notice(body);
      case WIDEN -> widening(body);
      case EXTEND -> extension(body.only("notice", "term", "reasons"));
      case REPLY -> reply(body);
      case LAPSE -> new ActBody.Lapse(body.only("notice").id("notice"));
      case CLOSE -> close(body.only("notice", "reasons"));
      case ACCEPT, REFUSE, PROPOSE, DECIDE -> decision(kind, body);
      case REOPEN -> reopen(body.only("ground", "reasons"));
      case GIVE_UP -> new ActBody.GiveUp(body.only("reasons").reasonsOrNull("reasons"));
      case CONFIRM -> confirm(body.only("of", "answer", "reasons", "expires"));
      case WITHDRAW -> withdraw(body.only("of", "reasons"));
      case RECUSE -> recuse(body.only("person", "ground", "reasons"));
      case DECIDE_RECUSAL -> decideRecusal(body.only("of", "answer", "reasons"));
      case LIFT_RECUSAL -> liftRecusal(body.only("person", "reasons"));
      case GIVE_AUTHORITY -> authority(body);
      case END_AUTHORITY -> endAuthority(body.only("of", "reasons"));
      case DECLARE -> declare(body.only("except"));
    };
  }

  private static ActBody take(BodyReader body) {
    return new ActBody.Take();
  }

  private static ActBody close(BodyReader body) {
    return new ActBody.Close(body.id("notice"), body.reasons("reasons"));
  }

  private static ActBody reopen(BodyReader body) {
    return new ActBody.Reopen(body.word("ground", ActBody.Reopen.GROUNDS), body.reasons("reasons"));
  }

  private ActBody confirm(BodyReader body) {
    boolean yes = "yes".equals(body.word("answer", List.of("yes", "no")));
    if (!yes && !body.has("reasons")) {
      body.fault("reasons", "missing", Map.of());
    }
    return new ActBody.Confirm(body.id("of"), yes, body.reasonsOrNull("reasons"), expiry(body));
  }

  private Instant expiry(BodyReader body) {
    if (isKept) {
      return body.has("expires") ? body.instant("expires") : null;
    }
    return body.expiry("expires", now);
  }

  private static ActBody withdraw(BodyReader body) {
    return new ActBody.Withdraw(body.id("of"), body.reasons("reasons"));
  }

  private static ActBody recuse(BodyReader body) {
    return new ActBody.Recuse(person(body, "person"), body.text("ground"), body.reasons("reasons"));
  }

  private static long person(BodyReader body, String name) {
    return body.number(name, 1, Long.MAX_VALUE);
  }

  private static ActBody decideRecusal(BodyReader body) {
    boolean yes = "yes".equals(body.word("answer", List.of("yes", "no")));
    return new ActBody.DecideRecusal(body.id("of"), yes, body.reasons("reasons"));
  }

  private static ActBody liftRecusal(BodyReader body) {
    return new ActBody.LiftRecusal(person(body, "person"), body.reasons("reasons"));
  }

  private static ActBody authority(BodyReader body) {
    body.only("person", "acts", "round", "from", "until", "document", "onBehalfOf");
    List<Power> powers = new ArrayList<>();
    List<String> words = body.texts("acts");
    for (int i = 0; i < words.size(); i++) {
      if (Power.of(words.get(i)).isPresent()) {
        powers.add(Power.of(words.get(i)).get());
      } else {
        List<String> possible = Stream.of(Power.values()).map(Power::id).toList();
        body.fault(
            "acts/" + i,
            "word-form",
            Map.of("found", words.get(i), "possible", String.join(", ", possible)));
      }
    }
    if (words.isEmpty()) {
      body.fault("acts", "missing", Map.of());
    }
    ActBody.GiveAuthority given =
        new ActBody.GiveAuthority(
            person(body, "person"),
            powers.stream().distinct().sorted().toList(),
            body.idOrNull("round"),
            body.day("from"),
            body.dayOrNull("until"),
            body.text("document"),
            body.has("onBehalfOf") ? (Long) person(body, "onBehalfOf") : null);
    if (given.until() != null && given.from() != null && !given.until().isAfter(given.from())) {
      body.fault("until", "until-not-later", Map.of("from", given.from().toString()));
    }
    return given;
  }

  private static ActBody endAuthority(BodyReader body) {
    return new ActBody.EndAuthority(body.id("of"), body.reasons("reasons"));
  }

  private static ActBody declare(BodyReader body) {
    return new ActBody.Declare(
        body.list(
            "except",
            one -> {
              one.only("case", "ground", "reasons");
              return new ActBody.Declare.Except(
                  one.id("case"), one.text("ground"), one.reasons("reasons"));
            }));
  }

  private static String[] with(boolean more, String[] names, String... completed) {
    return more
        ? Stream.concat(Arrays.stream(names), Arrays.stream(completed)).toArray(String[]::new)
        : names;
  }

  private Determination determination(BodyReader body) {
    body.only(isKept ? KEPT : ASKED);
    RestsOn restsOn =
        new RestsOn(
            body.texts("citations"),
            body.list("evidence", ActReader::seen),
            body.pointers("lookedAt"),
            body.idOrNull("notice"));
    return new Determination(
        body.text("rule"),
        body.pointerOrNull("pointer"),
        isKept ? outcome(body, "machineOutcome") : null,
        outcome(body, "to"),
        body.word("reasonCode", ReasonCode::of, REASON_CODES),
        body.reasons("reasons"),
        restsOn,
        isKept ? basis(body.object("basis")) : null,
        expiry(body),
        isKept ? (int) body.number("persons", 1, 9) : 0);
  }

  private static Outcome outcome(BodyReader body, String name) {
    return body.word(name, word -> Optional.ofNullable(OUTCOMES.get(word)), OUTCOME_WORDS);
  }

  private static SeenEvidence seen(BodyReader one) {
    one.only("title", "sha256", "address");
    SeenEvidence seen =
        new SeenEvidence(
            one.text("title"),
            one.has("sha256") ? one.digest("sha256") : null,
            one.textOrNull("address"));
    if (!one.has("sha256") && !one.has("address")) {
      one.fault("sha256", "missing", Map.of());
    }
    return seen;
  }

  private static Basis basis(BodyReader basis) {
    return basis == null
        ? null
        : new Basis(
            basis.id("evaluation"),
            basis.digest("finding"),
            basis.digest("rule"),
            basis.digest("reads"),
            basis.digest("lookedAt"),
            basis.day("asOf"));
  }

  private Notice notice(BodyReader body) {
    String[] asked = {"items", "dropped", "term"};
    body.only(with(isKept, asked, "evaluation", "letter"));
    List<NoticeItem> items = items(body);
    if (items.isEmpty()) {
      body.fault("items", "missing", Map.of());
    }
    return new Notice(
        isKept ? body.idOrNull("evaluation") : null,
        items,
        body.list(
            "dropped",
            one -> {
              one.only("rule", "pointer", "reasons");
              return new Notice.Dropped(
                  one.text("rule"), one.pointerOrNull("pointer"), one.reasons("reasons"));
            }),
        term(body),
        isKept && body.has("letter") ? body.digest("letter") : null);
  }

  private List<NoticeItem> items(BodyReader body) {
    int[] n = {0};
    return body.list(
        "items",
        one -> {
          one.only(
              "n",
              "kind",
              "requirement",
              "rule",
              "pointers",
              "found",
              "citation",
              "demand",
              "mend",
              "mayChange");
          // Items that widened a notice are kept with the numbers after its own.
          n[0] =
              isKept && n[0] == 0 && one.has("n")
                  ? (int) one.number("n", 1, Integer.MAX_VALUE)
                  : n[0] + 1;
          if (one.has("n") && one.number("n", 1, Integer.MAX_VALUE) != n[0]) {
            one.fault("n", "number-form", Map.of("found", "n", "least", n[0], "most", n[0]));
          }
          NoticeItem item =
              new NoticeItem(
                  n[0],
                  one.word("kind", NoticeItem.KINDS),
                  one.textOrNull("requirement"),
                  one.textOrNull("rule"),
                  one.pointers("pointers"),
                  one.textOrNull("found"),
                  one.textOrNull("citation"),
                  one.reasonsOrNull("demand"),
                  one.reasonsOrNull("mend"),
                  one.pointers("mayChange"));
          if (item.rule() == null && !one.has("demand")) {
            one.fault("demand", "missing", Map.of());
          }
          if (item.pointers().isEmpty() && !one.has("pointers")) {
            one.fault("pointers", "missing", Map.of());
          }
          return item;
        });
  }

  private DueTerm term(BodyReader body) {
    BodyReader term = body.object("term");
    if (term == null) {
      return null;
    }
    String[] asked = {"start", "amount", "unit", "firstDayCounts"};
    term.only(with(isKept, asked, "calendar", "days", "due"));
    return new DueTerm(
        term.day("start"),
        (int) term.number("amount", 1, 366),
        term.word("unit", List.of("day", "working-day")),
        term.yes("firstDayCounts"),
        isKept && term.has("calendar") ? term.digest("calendar") : null,
        isKept ? term.days("days") : List.of(),
        isKept ? term.instant("due") : null);
  }

  private Widening widening(BodyReader body) {
    body.only("notice", "mayChange", "items", "term", "reasons");
    Widening widening =
        new Widening(
            body.id("notice"),
            body.pointers("mayChange"),
            items(body),
            body.has("term") ? term(body) : null,
            body.reasons("reasons"));
    if (widening.mayChange().isEmpty() && widening.items().isEmpty() && widening.term() == null) {
      body.fault("mayChange", "missing", Map.of());
    }
    return widening;
  }

  private ActBody extension(BodyReader body) {
    return new Extension(body.id("notice"), term(body), body.reasons("reasons"));
  }

  private static Reply reply(BodyReader body) {
    body.only("notice", "submission", "draft", "evaluation", "changes", "carried", "reopened");
    return new Reply(
        body.id("notice"),
        body.id("submission"),
        body.digest("draft"),
        body.id("evaluation"),
        body.list(
            "changes",
            one ->
                new Reply.Changed(
                    one.pointerOrNull("before"),
                    one.pointerOrNull("after"),
                    one.word("by", List.of("listed", "follows", "unlisted")))),
        body.list(
            "carried",
            one ->
                new Reply.Carried(
                    one.id("of"),
                    one.pointerOrNull("pointer"),
                    one.pointers("lookedAt"),
                    basis(one.object("basis")))),
        body.list(
            "reopened",
            one ->
                new Reply.Reopened(
                    one.id("of"),
                    one.word("cause", List.of("facts", "rule")),
                    one.pointers("pointers"))));
  }

  private static Decision decision(ActKind kind, BodyReader body) {
    body.only("listed", "grounds", "despite", "leaders", "views", "reasons");
    boolean lists = kind == ActKind.PROPOSE || kind == ActKind.DECIDE;
    Decision decision =
        new Decision(
            kind,
            lists ? (Boolean) body.yes("listed") : null,
            body.list(
                "grounds",
                one -> {
                  one.only("rule", "pointer", "notMendable", "late");
                  return new Decision.Ground(
                      one.text("rule"),
                      one.pointerOrNull("pointer"),
                      one.reasonsOrNull("notMendable"),
                      one.reasonsOrNull("late"));
                }),
            body.list(
                "despite",
                one -> {
                  one.only("rule", "reasons");
                  return new Decision.Despite(one.text("rule"), one.reasons("reasons"));
                }),
            kind == ActKind.DECIDE ? leaders(body.object("leaders")) : null,
            body.list("views", BodyReader::said),
            body.reasonsOrNull("reasons"));
    if (kind == ActKind.REFUSE && decision.grounds().isEmpty()) {
      body.fault("grounds", "missing", Map.of());
    }
    for (String name : List.of("grounds", "leaders", "listed")) {
      boolean fits =
          name.equals("grounds")
              ? kind == ActKind.REFUSE || decision.grounds().isEmpty()
              : name.equals("leaders") ? kind == ActKind.DECIDE : lists;
      if (!fits && body.has(name)) {
        body.fault(name, "unknown-member", Map.of("known", kind.id()));
      }
    }
    return decision;
  }

  private static Decision.Leaders leaders(BodyReader leaders) {
    return leaders == null
        ? null
        : new Decision.Leaders(
            leaders.only("body", "day", "minutes").text("body"),
            leaders.day("day"),
            leaders.text("minutes"));
  }
}
