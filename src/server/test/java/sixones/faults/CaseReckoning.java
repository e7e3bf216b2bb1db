package sixones.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import sixones.official.OfficialEvaluations;

/**
 * Holds what officers and applicants were told of their acts against what is there: in the
 * database, past the service, and at the door.
 */
final class CaseReckoning {
  /** What must be found nowhere, by what it would be. */
  private static final Map<String, String> HALVES = new TreeMap<>();

  static {
    HALVES.put(
        "numbers of a case with a gap",
        "select bid_case from act group by bid_case having count(*) <> max(seq) or min(seq) <> 1");
    HALVES.put(
        "a key twice",
        "select key from act where key is not null group by key having count(*) > 1");
    HALVES.put(
        "an answer to an act that is not there before it",
        """
        select a.id from act a where a.kind = 'confirm' and not exists (
          select from act p where p.id = (a.body::jsonb ->> 'of')::uuid
            and p.bid_case = a.bid_case and p.seq < a.seq)
        """);
    HALVES.put(
        "an act in effect without its letter",
        """
        select a.id from act a join act p on p.id = (a.body::jsonb ->> 'of')::uuid
        where a.kind = 'confirm' and a.body::jsonb ->> 'answer' = 'yes'
          and p.kind in ('notice', 'accept', 'refuse', 'decide', 'close')
          and not exists (
            select from letter l where l.issued_by = a.id and l.of_act = p.id
              and l.bid_case = a.bid_case and l.issued_at = a.at)
        """);
    HALVES.put(
        "a letter without its act in effect",
        """
        select l.digest from letter l where not exists (
          select from act a where a.id = l.issued_by and a.bid_case = l.bid_case
            and (a.kind = 'lapse' and l.of_act = a.id
              or a.kind = 'confirm' and a.body::jsonb ->> 'answer' = 'yes'
                and l.of_act = (a.body::jsonb ->> 'of')::uuid))
        """);
    HALVES.put(
        "a reply without its submission and evaluation",
        """
        select a.id from act a join bid_case c on c.id = a.bid_case
        where a.kind = 'reply' and not exists (
          select from submission s join evaluation e on e.submission = s.id
          where s.id = (a.body::jsonb ->> 'submission')::uuid
            and e.id = (a.body::jsonb ->> 'evaluation')::uuid
            and s.round = c.round and s.applicant = c.applicant and s.idempotency_key = a.key)
        """);
    HALVES.put(
        "a submission after the close without its reply",
        """
        select s.id from submission s join bid_case c using (round, applicant)
          join submission f on f.id = c.submission
        where s.version > f.version and not exists (
          select from act a where a.bid_case = c.id and a.kind = 'reply'
            and (a.body::jsonb ->> 'submission')::uuid = s.id)
        """);
    HALVES.put(
        "a submission without one evaluation",
        """
        select s.id from submission s where (
          select count(*) from evaluation e where e.submission = s.id) <> 1
        """);
    HALVES.put(
        "an evaluation that changed",
        """
        select id from evaluation
        where findings_digest <> 'sha256:' || encode(sha256(body), 'hex')
        """);
    HALVES.put(
        "an act without its audit entry, or with two",
        """
        select a.id from act a where (
          select count(*) from audit_entry e where e.kind = 'case' and e.act = 'acted-in-case'
            and e.thing = a.bid_case::text and e.after ->> 'digest' = a.digest
            and (e.after ->> 'number' = a.seq::text
              or e.after ->> 'number' is null and exists (
                select from person p where p.number = a.by and p.role = 'applicant'))) <> 1
        """);
  }

  private final CaseBook book;
  private final URI root;
  private final List<String> wrong = new ArrayList<>();

  private CaseReckoning(CaseBook book, URI root) {
    this.book = book;
    this.root = root;
  }

  /** Returns everything that is not as it was told. */
  static List<String> of(CaseBook book, URI root, Database database)
      throws SQLException, IOException {
    CaseReckoning reckoning = new CaseReckoning(book, root);
    try (Connection connection = database.administrator();
        Statement statement = connection.createStatement()) {
      reckoning.halves(statement);
      reckoning.acts(statement);
    }
    reckoning.cases();
    reckoning.evaluations();
    reckoning.wrong.addAll(
        book.told().parallelStream().flatMap(told -> reckoning.again(told).stream()).toList());
    return reckoning.wrong;
  }

  /** Returns each case as an auditor reads it, but for the instant it was read at. */
  static Map<UUID, JsonNode> cases(CaseBook book, URI root) throws IOException {
    Caller auditor = new Caller(root, "auditor");
    Map<UUID, JsonNode> cases = new TreeMap<>();
    for (CaseBook.Told last : book.last()) {
      String path = "/api/cases/" + last.sent().bidCase();
      ObjectNode seen = (ObjectNode) Receipt.json(ok(auditor.get(path)));
      seen.set("followed", Receipt.json(ok(auditor.get(path + "/conclusion"))));
      seen.set("acts", Receipt.json(ok(auditor.get(path + "/acts"))));
      seen.remove("at");
      ((ObjectNode) seen.get("followed")).remove("at");
      cases.put(last.sent().bidCase(), seen);
    }
    return cases;
  }

  private void halves(Statement statement) throws SQLException {
    for (Map.Entry<String, String> half : HALVES.entrySet()) {
      try (ResultSet rows = statement.executeQuery(half.getValue())) {
        while (rows.next()) {
          wrong.add(half.getKey() + ": " + rows.getString(1));
        }
      }
    }
  }

  /** An act as it is kept. */
  private record Kept(String id, String bidCase, long seq, String kind, String digest) {}

  /** Every act that was answered is there once, and no other. */
  private void acts(Statement statement) throws SQLException {
    Map<String, Kept> kept = new HashMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select a.key, a.id, a.bid_case, a.seq, a.kind, a.digest, c.round"
                + " from act a join bid_case c on c.id = a.bid_case")) {
      while (rows.next()) {
        if (book.rounds().contains(rows.getObject(7, UUID.class))) {
          kept.put(
              String.valueOf(rows.getString(1)),
              new Kept(
                  rows.getString(2),
                  rows.getString(3),
                  rows.getLong(4),
                  rows.getString(5),
                  rows.getString(6)));
        }
      }
    }
    for (CaseBook.Told told : book.told()) {
      CaseBook.Sent sent = told.sent();
      Kept act = kept.remove(sent.key());
      JsonNode said = Receipt.json(told.body());
      if (act == null) {
        wrong.add("lost: " + said);
      } else if (!act.id.equals(told.id())
          || !act.bidCase.equals(sent.bidCase().toString())
          || act.seq != sent.seq()
          || !act.kind.equals(sent.kind())
          || said.has("digest") && !said.path("digest").asText().equals(act.digest)) {
        wrong.add(said + " is now " + act);
      }
    }
    kept.values().forEach(act -> wrong.add("nobody was told of " + act));
    if (book.accepted() != book.sent()) {
      wrong.add(book.sent() - book.accepted() + " acts were never answered");
    }
  }

  /** Each case stands where its clients left it. */
  private void cases() throws IOException {
    Map<UUID, JsonNode> cases = cases(book, root);
    for (CaseBook.Told last : book.last()) {
      JsonNode now = cases.get(last.sent().bidCase());
      JsonNode said = Receipt.json(last.body());
      String state = said.path("case").isMissingNode() ? null : said.path("state").asText();
      if (now.path("revision").asLong() != last.sent().seq()
          || state != null && !state.equals(now.path("state").asText())) {
        wrong.add("a case stood at " + said + " and is now " + now);
      }
    }
  }

  private void evaluations() throws IOException {
    Caller auditor = new Caller(root, "auditor");
    for (Map.Entry<String, String> each : book.evaluations().entrySet()) {
      byte[] now = ok(auditor.get("/api/evaluations/" + each.getKey()));
      if (!OfficialEvaluations.digest(now).equals(each.getValue())) {
        wrong.add("the evaluation changed: " + each.getKey());
      }
    }
  }

  /** The same again is answered the same, and something else under the same key is refused. */
  private List<String> again(CaseBook.Told told) {
    CaseBook.Sent sent = told.sent();
    Caller caller = new Caller(root, sent.person());
    try {
      HttpResponse<byte[]> now = Caller.send(sent.request(caller));
      if (now.statusCode() != 201
          || !now.headers().firstValue("ETag").orElse("").equals(told.tag())
          || !Arrays.equals(now.body(), told.body())) {
        return List.of(
            Receipt.json(told.body())
                + " is answered "
                + now.statusCode()
                + " "
                + Caller.text(now));
      }
      byte[] other = other(sent);
      HttpRequest changed = caller.acting(sent.path(), sent.over(), sent.key(), other);
      HttpResponse<byte[]> refused = Caller.send(changed);
      return Problems.type(refused).equals("key-reused")
          ? List.of()
          : List.of(
              "another body under its key: " + refused.statusCode() + " " + Caller.text(refused));
    } catch (IOException e) {
      return List.of("cannot be sent again: " + sent + ": " + e);
    }
  }

  /** What says something else: another member, or other bytes where they are what is sent. */
  private static byte[] other(CaseBook.Sent sent) {
    String body = new String(sent.body(), StandardCharsets.UTF_8);
    if (sent.kind().equals("reply")) {
      return (body + " ").getBytes(StandardCharsets.UTF_8);
    }
    ObjectNode json =
        (ObjectNode) Receipt.json((body.isEmpty() ? "{}" : body).getBytes(StandardCharsets.UTF_8));
    return json.put("more", 1).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ok(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + Caller.text(answer));
    }
    return answer.body();
  }
}
