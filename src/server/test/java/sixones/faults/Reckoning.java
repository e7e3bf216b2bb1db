package sixones.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sixones.official.OfficialEvaluations;

/**
 * Holds what clients were told against what is there: in the database, past the service, and at the
 * door.
 */
final class Reckoning {
  /** Of so many receipts one is run again. */
  private static final int SAMPLE = 20;

  private final Book book;
  private final List<Kept> kept = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private Reckoning(Book book) {
    this.book = book;
  }

  /** A row of the submissions, with how many evaluations it has. */
  private record Kept(
      String id,
      String round,
      String applicant,
      int version,
      String digest,
      String key,
      int evaluated) {}

  /** What came of it all. */
  record Result(int accepted, int lost, int twice, int withoutEvaluation, List<String> wrong) {}

  static Result of(Book book, URI root, Database database) throws SQLException {
    Reckoning reckoning = new Reckoning(book);
    reckoning.read(database);
    Set<String> there = reckoning.kept.stream().map(Kept::id).collect(Collectors.toSet());
    List<Receipt> lost =
        book.receipts().stream().filter(each -> !there.contains(each.submission())).toList();
    List<Receipt> held =
        book.receipts().stream().filter(each -> there.contains(each.submission())).toList();
    int twice =
        Math.max(reckoning.repeated(Kept::digest), reckoning.repeated(k -> k.applicant + k.key));
    long without = reckoning.kept.stream().filter(each -> each.evaluated != 1).count();
    reckoning.foreign();
    reckoning.versions();
    reckoning.atTheDoor(held, root);
    return new Result(
        book.accepted(), lost.size(), twice, (int) without, List.copyOf(reckoning.wrong));
  }

  private void read(Database database) throws SQLException {
    try (Connection connection = database.administrator();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select s.id, s.round, s.applicant, s.version, s.idempotency_key,
                  'sha256:' || encode(sha256(s.bytes), 'hex'),
                  (select count(*) from evaluation e where e.submission = s.id
                    and e.findings_digest = 'sha256:' || encode(sha256(e.body), 'hex'))
                from submission s
                """)) {
      while (rows.next()) {
        if (!book.isOfItsRounds(rows.getString(2))) {
          continue;
        }
        kept.add(
            new Kept(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getInt(4),
                rows.getString(6),
                rows.getString(5),
                rows.getInt(7)));
      }
    }
  }

  private int repeated(java.util.function.Function<Kept, String> mark) {
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    kept.stream().map(mark).filter(each -> !seen.add(each)).forEach(again::add);
    return again.size();
  }

  /** Nothing is there that no client wanted to be there, and nobody is left without an answer. */
  private void foreign() {
    Set<String> wanted = book.begun().stream().map(Act::digest).collect(Collectors.toSet());
    kept.stream()
        .filter(each -> !wanted.contains(each.digest))
        .forEach(each -> wrong.add("nobody sent " + each));
    Set<String> told =
        book.receipts().stream().map(each -> each.act().key()).collect(Collectors.toSet());
    book.begun().stream()
        .filter(act -> !told.contains(act.key()))
        .forEach(act -> wrong.add("never answered: " + act.key()));
  }

  private void versions() {
    Map<String, Set<Integer>> versions = new TreeMap<>();
    Map<String, Integer> most = new HashMap<>();
    for (Kept each : kept) {
      String where = each.round + " " + each.applicant;
      if (!versions.computeIfAbsent(where, w -> new HashSet<>()).add(each.version)) {
        wrong.add("version " + each.version + " twice in " + where);
      }
      most.merge(where, each.version, Math::max);
    }
    versions.forEach(
        (where, all) -> {
          if (all.size() != most.get(where)) {
            wrong.add("versions of " + where + " have gaps: " + new java.util.TreeSet<>(all));
          }
        });
  }

  private void atTheDoor(List<Receipt> held, URI root) {
    List<String> found =
        held.parallelStream()
            .flatMap(receipt -> atTheDoor(receipt, root, held.indexOf(receipt)).stream())
            .toList();
    wrong.addAll(found);
  }

  private static List<String> atTheDoor(Receipt receipt, URI root, int place) {
    Caller applicant = new Caller(root, receipt.act().person());
    JsonNode told = receipt.json();
    List<String> wrong = new ArrayList<>();
    try {
      ObjectNode now =
          (ObjectNode) Receipt.json(ok(applicant.get("/api/submissions/" + receipt.submission())));
      now.remove(List.of("withdrawnAt", "withdrawnBy"));
      if (!now.equals(told)) {
        wrong.add("a receipt changed: " + told + " is now " + now);
      }
      byte[] draft = ok(applicant.get("/api/submissions/" + receipt.submission() + "/draft"));
      String digest = OfficialEvaluations.digest(draft);
      if (!digest.equals(receipt.act().digest())
          || !digest.equals(told.at("/draft/digest").asText())) {
        wrong.add("the bytes changed of " + told);
      }
      String evaluation = "/api/evaluations/" + told.at("/evaluation/id").asText();
      if (!OfficialEvaluations.digest(ok(applicant.get(evaluation)))
          .equals(told.at("/evaluation/digest").asText())) {
        wrong.add("the evaluation changed of " + told);
      }
      if (place % SAMPLE == 0
          && !Receipt.json(ok(applicant.post(evaluation + "/replay", "")))
              .path("identical")
              .asBoolean()) {
        wrong.add("run again, it comes out otherwise: " + told);
      }
    } catch (IOException e) {
      wrong.add("cannot be read: " + told + ": " + e);
    }
    return wrong;
  }

  private static byte[] ok(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + Caller.text(answer));
    }
    return answer.body();
  }
}
