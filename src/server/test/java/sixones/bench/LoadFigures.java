package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.backup.BackedUp;
import sixones.backup.Backup;
import sixones.backup.ReplayedInTests;
import sixones.backup.Restore;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.evidence.EvidenceInBulk;
import sixones.evidence.FileStore;
import sixones.finding.Finding;
import sixones.official.BidsInBulk;
import sixones.packer.PackedProgramme;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.postgres.DatabaseAccess;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.rule.Outcome;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/**
 * What a country would bring: rounds of the made-up programme with many applicants, one a year for
 * ten years, written in bulk. Each page is measured at 100 bids and at all of them, plans are read
 * for sequential scans, and everything is backed up, restored and replayed. Run by dev/bench load.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(LoadProgramme.Alone.class)
class LoadFigures {
  /** How many times as long a page may take as at 100 bids. */
  private static final double BOUND = 3;

  private static final int ACTS = 12;

  /** Of so many bids of the round that is measured one has an evidence file. */
  private static final int WITH_EVIDENCE = 10;

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Path LOG = Path.of("target/test-database/postgresql.log");
  private static final Path RESTORED = Path.of("target/load-restored").toAbsolutePath();
  private static final Path BACKUP = Path.of("target/load-backup.zip").toAbsolutePath();

  /** Everybody who hands in, with the password of somebody who is there. */
  private static final String PEOPLE =
      """
      insert into person (name, password, role, applicant, disabled, created_at)
      select 'u' || lpad(n::text, 6, '0'), (select password from person where name = 'first-officer'),
        'applicant', 'unit:u' || lpad(n::text, 6, '0'), false, now()
      from generate_series(1, ?) n
      """;

  /** Of fifty applicants one withdraws its last version. */
  private static final String WITHDRAWALS =
      """
      insert into withdrawal (submission, applicant, withdrawn_at, withdrawn_by)
      select s.id, s.applicant, s.submitted_at + interval '1 minute', s.submitted_by
      from submission s where s.round = ? and right(s.applicant, 6)::int % 50 = 9
        and s.version = (
          select max(t.version) from submission t
          where t.round = s.round and t.applicant = s.applicant)
      """;

  @Inject Rounds rounds;
  @Inject CaseRecords records;
  @Inject Transactions transactions;
  @Inject AgroalDataSource pool;
  @Inject FileStore files;
  @Inject Clock clock;

  @ConfigProperty(name = "sixones.data")
  Path data;

  private CaseworkInTests office;
  private Connection administrator;
  private long firstPerson;

  @AfterEach
  void resets_the_clock() throws SQLException {
    MovableClock.reset();
    if (administrator != null) {
      SequentialScans.end(administrator);
      administrator.close();
    }
  }

  @Test
  void a_load_that_a_country_would_bring() throws Exception {
    administrator = TestDatabase.administrator();
    office = new CaseworkInTests();
    PeopleInTests people = new PeopleInTests(transactions);
    int all = Math.max(LoadProgramme.APPLICANTS, LoadProgramme.FEW);
    try (PreparedStatement insert = administrator.prepareStatement(PEOPLE)) {
      insert.setInt(1, all);
      insert.executeUpdate();
    }
    firstPerson = number("select number from person where name = 'u000001'");

    AskedPages few = new AskedPages(people);
    Round round = filled(LoadProgramme.FEW, 1, 0);
    analyze();
    measure(few, open(few, round));
    round = worked(round);
    measure(few, closed(few, round));

    forgetReceipts(round);
    AskedPages many = new AskedPages(people);
    for (int year = LoadProgramme.YEARS - 1; year > 0; year--) {
      round = filled(LoadProgramme.APPLICANTS, LoadProgramme.VERSIONS, year);
      close(round);
    }
    round = filled(LoadProgramme.APPLICANTS, LoadProgramme.VERSIONS, 0);
    int evidence = EvidenceInBulk.write(administrator, files, round, WITH_EVIDENCE);
    analyze();
    Map<String, HttpRequest> asked = open(many, round);
    measure(many, asked);
    plans(asked);
    round = worked(round);
    asked = closed(many, round);
    measure(many, asked);
    plans(asked);

    tell(few.took(), many.took());
    backUpAndRestore(evidence);
  }

  /** Its bids are of this year, and the first that were written: those of earlier years follow. */
  private void forgetReceipts(Round few) throws SQLException {
    try (PreparedStatement forget =
        administrator.prepareStatement(
            "delete from receipt where submission in (select id from submission where round = ?)")) {
      forget.setObject(1, few.id());
      forget.executeUpdate();
    }
  }

  private static void tell(Map<String, Double> few, Map<String, Double> many) {
    System.out.printf(
        Locale.ROOT,
        "load: milliseconds at %d bids; at %d bids of %d applicants%n",
        LoadProgramme.FEW,
        LoadProgramme.BIDS,
        LoadProgramme.APPLICANTS);
    many.forEach(
        (name, took) -> {
          double ratio = took / few.get(name);
          System.out.printf(
              Locale.ROOT,
              "load: %-52s %8.1f %8.1f, %6.1f times%s%n",
              name,
              few.get(name),
              took,
              ratio,
              ratio <= BOUND ? "" : ": DOES NOT HOLD");
        });
  }

  private static void measure(AskedPages pages, Map<String, HttpRequest> asked) throws Exception {
    for (Map.Entry<String, HttpRequest> one : asked.entrySet()) {
      pages.measure(one.getKey(), one.getValue());
    }
  }

  /** Asks once more, with every plan written to the log. */
  private void plans(Map<String, HttpRequest> asked) throws Exception {
    SequentialScans scans = SequentialScans.begin(administrator, LOG);
    pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
    System.out.println("load: scans of these count: " + scans.grown());
    for (Map.Entry<String, HttpRequest> one : asked.entrySet()) {
      scans.since();
      try {
        AskedPages.once(one.getValue());
      } catch (AskedPages.NotAnswered e) {
        System.out.println("load:   " + one.getKey() + ": " + e.getMessage());
      }
      SequentialScans.Found found = scans.since();
      assertThat(found.plans()).as("plans of " + one.getKey()).isPositive();
      found.scans().forEach(scan -> System.out.println("load: SCAN " + one.getKey() + ": " + scan));
    }
    SequentialScans.end(administrator);
    pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  /**
   * A round that is open, with bids that were handed in within a year.
   *
   * @param ago how many years ago that year ended
   */
  private Round filled(int applicants, int versions, int ago) throws Exception {
    long begun = System.nanoTime();
    Instant from = office.now().minus(YEAR.multipliedBy(ago + 1L));
    String name = ago + " years ago";
    String call =
        """
        {"name": {"en": "A load of %s", "zh": "批次 %s"}, "ruleSet": "%s", "opensAt": "%s",
         "deadline": "%s", "evaluationDay": "2024-06-01", "submissionsPerApplicant": 1000,
         "state": "open", "reason": "as called"}
        """
            .formatted(
                name, name, PackedProgramme.ID, from, office.now().plus(Duration.ofHours(1)));
    Round round = rounds.create(FIRST, call.getBytes(StandardCharsets.UTF_8));
    long step = YEAR.minusHours(1).toMillis() / ((long) applicants * versions);
    Stream<BidsInBulk.Bid> bids =
        IntStream.rangeClosed(1, versions)
            .boxed()
            .flatMap(
                version ->
                    IntStream.rangeClosed(1, applicants)
                        .mapToObj(
                            number ->
                                new BidsInBulk.Bid(
                                    LoadProgramme.applicant(number),
                                    firstPerson + number - 1,
                                    version,
                                    LoadProgramme.bid(number, version),
                                    from.plusMillis(
                                        step * ((version - 1L) * applicants + number)))));
    new BidsInBulk(administrator).write(round, bids);
    try (PreparedStatement withdraw = administrator.prepareStatement(WITHDRAWALS)) {
      withdraw.setObject(1, round.id());
      withdraw.executeUpdate();
    }
    System.out.printf(
        Locale.ROOT,
        "load: %d bids of %d applicants written in %.1f s; the database has %d MB%n",
        applicants * versions,
        applicants,
        seconds(begun),
        number("select pg_database_size('sixones')") >> 20);
    return round;
  }

  /** What the server does by itself some time after so many rows came. */
  private void analyze() throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  /** Closes a round and lets three officers declare for it. */
  private Round close(Round open) {
    office.later(Duration.ofHours(2));
    long begun = System.nanoTime();
    Round round = office.change(open, "{'state': 'closed', 'reason': 'as called'}");
    double closing = seconds(begun);
    begun = System.nanoTime();
    office.declare(round);
    System.out.printf(
        Locale.ROOT,
        "load: round closed in %.2f s, three officers declared in %.2f s%n",
        closing,
        seconds(begun));
    return round;
  }

  /** Closes a round, and lets the same be done in each of its cases. */
  private Round worked(Round open) throws Exception {
    Round round = close(open);
    analyze();
    SeenCase one = office.of(round, LoadProgramme.applicant(LoadProgramme.UNCLEAR));
    office.act(FIRST, one, ActKind.TAKE, "{}");
    int made = 0;
    for (Finding finding : records.examined(FIRST, one).evaluation().findings()) {
      for (Finding.At place : finding.places()) {
        if (made++ < ACTS) {
          Outcome to = place.outcome() == Outcome.REVIEW ? Outcome.PASS : place.outcome();
          office.act(
              FIRST,
              one,
              ActKind.DETERMINE,
              CaseworkInTests.determination(finding, place, to.name()));
        }
      }
    }
    int copied = ActsInBulk.copy(administrator, one.bidCase().id());
    analyze();
    System.out.printf(Locale.ROOT, "load: %d acts copied%n", copied);
    return round;
  }

  private Map<String, HttpRequest> open(AskedPages pages, Round round) throws Exception {
    String at = "/rounds/" + round.id();
    String code = LoadProgramme.applicant(42);
    Person applicant = new Person(LoadProgramme.person(42), Role.APPLICANT, code);
    String submission =
        text(
            "select id::text from submission where round = '%s' and applicant = '%s'"
                    .formatted(round.id(), code)
                + " order by version desc limit 1");
    String evaluation =
        text("select id::text from evaluation where submission = '" + submission + "'");
    String other =
        text(
            "select id::text from submission where round = '%s' and applicant = '%s' limit 1"
                .formatted(round.id(), LoadProgramme.applicant(7)));
    String digest = text("select digest from submission where id = '" + submission + "'");
    int version = (int) number("select version from submission where id = '" + submission + "'");
    Map<String, HttpRequest> asked = new LinkedHashMap<>();
    asked.put("open: matrix", pages.page(FIRST, at));
    asked.put("open: matrix by verdict", pages.page(FIRST, at + "?by=verdict&order=desc"));
    asked.put("open: matrix by a requirement", pages.page(FIRST, at + "?by=scale"));
    asked.put("open: matrix by time", pages.page(FIRST, at + "?by=time"));
    asked.put("open: matrix of what is not met", pages.page(FIRST, at + "?verdict=NOT_MET"));
    asked.put("open: matrix by a name", pages.page(FIRST, at + "?applicant=Unit+42"));
    asked.put("open: matrix for an auditor", pages.page(AUDITOR, at));
    asked.put("open: bid of an applicant", pages.page(FIRST, at + "/applicants/" + code));
    asked.put(
        "open: two bids beside each other",
        pages.page(FIRST, at + "/beside?left=" + submission + "&right=" + other));
    asked.put("open: rounds", pages.page(FIRST, "/rounds"));
    asked.put("open: rounds, for programs", pages.program(FIRST, "/api/rounds"));
    asked.put("open: moving the round", pages.page(FIRST, at + "/edit"));
    asked.put("open: printing the round", pages.page(FIRST, at + "/papers"));
    asked.put("open: submissions", pages.program(FIRST, "/api/submissions"));
    asked.put("open: submissions, 200", pages.program(AUDITOR, "/api/submissions?limit=200"));
    asked.put("open: submissions of the round", pages.program(FIRST, "/api" + at + "/submissions"));
    asked.put(
        "open: submissions of an applicant",
        pages.program(FIRST, "/api" + at + "/submissions?applicant=" + code));
    asked.put("open: evaluations", pages.page(FIRST, "/evaluations"));
    asked.put("open: evaluations, for programs", pages.program(FIRST, "/api/evaluations"));
    asked.put(
        "open: evaluations not met",
        pages.page(FIRST, "/evaluations?verdict=NOT_MET&round=" + round.id()));
    asked.put("open: evaluations of a name", pages.page(FIRST, "/evaluations?applicant=" + code));
    asked.put(
        "open: evaluations by a rule set",
        pages.page(FIRST, "/evaluations?ruleSet=" + PackedProgramme.ID));
    asked.put("open: an evaluation", pages.page(AUDITOR, "/evaluations/" + evaluation));
    asked.put(
        "open: replay of a bid",
        pages.doing(AUDITOR, "/api/evaluations/" + evaluation + "/replay"));
    asked.put(
        "open: search by number",
        pages.page(FIRST, "/evaluations/find?q=%d-%s-%d".formatted(round.number(), code, version)));
    asked.put(
        "open: search by id",
        pages.page(FIRST, "/evaluations/find?q=" + submission.substring(0, 8)));
    asked.put(
        "open: search by digest",
        pages.page(FIRST, "/evaluations/find?q=" + digest.substring(7, 30)));
    asked.put(
        "open: search by digest of nothing",
        pages.page(FIRST, "/evaluations/find?q=0123456789abcdef"));
    asked.put(
        "open: search by digest of the rules",
        pages.page(FIRST, "/evaluations/find?q=" + round.rules().digest().substring(0, 16)));
    asked.put(
        "open: search by person",
        pages.page(FIRST, "/evaluations/find?q=" + LoadProgramme.person(42)));
    asked.put("open: audit entries", pages.page(AUDITOR, "/audit"));
    asked.put(
        "open: audit entries of an applicant", pages.page(AUDITOR, "/audit?applicant=" + code));
    asked.put("open: audit entries of an act", pages.page(AUDITOR, "/audit?act=round-moved"));
    asked.put("open: audit entries, for programs", pages.program(AUDITOR, "/api/audit"));
    asked.put("open: people", pages.page(ADMIN, "/people"));
    asked.put("open: an applicant's pages", pages.page(applicant, "/applicant"));
    asked.put(
        "open: an applicant's round", pages.page(applicant, "/applicant/rounds/" + round.id()));
    asked.put("open: an applicant's submissions", pages.program(applicant, "/api/submissions"));
    asked.put(
        "open: an applicant's receipt",
        pages.page(applicant, "/applicant/submissions/" + submission));
    return asked;
  }

  private Map<String, HttpRequest> closed(AskedPages pages, Round round) throws Exception {
    String at = "/rounds/" + round.id();
    String code = LoadProgramme.applicant(42);
    Person applicant = new Person(LoadProgramme.person(42), Role.APPLICANT, code);
    String of = "where round = '%s' and applicant = '%s'".formatted(round.id(), code);
    String bidCase = text("select id::text from bid_case " + of);
    String evaluation = text("select evaluation::text from bid_case " + of);
    Map<String, HttpRequest> asked = new LinkedHashMap<>();
    asked.put("closed: matrix", pages.page(FIRST, at));
    asked.put("closed: matrix by verdict", pages.page(FIRST, at + "?by=verdict&order=desc"));
    asked.put("closed: matrix by a name", pages.page(FIRST, at + "?applicant=Unit+42"));
    asked.put("closed: matrix for an auditor", pages.page(AUDITOR, at));
    asked.put("closed: matrix before declaring", pages.page(IDLE, at));
    asked.put("closed: bid of an applicant", pages.page(FIRST, at + "/applicants/" + code));
    asked.put("closed: declaration", pages.page(IDLE, at + "/declaration"));
    asked.put("closed: procedure", pages.page(FIRST, at + "/procedure"));
    asked.put("closed: rounds", pages.page(FIRST, "/rounds"));
    asked.put("closed: submissions", pages.program(FIRST, "/api/submissions"));
    asked.put("closed: submissions before declaring", pages.program(IDLE, "/api/submissions"));
    asked.put("closed: evaluations", pages.page(FIRST, "/evaluations"));
    asked.put("closed: evaluations before declaring", pages.page(IDLE, "/evaluations"));
    asked.put("closed: an evaluation", pages.page(FIRST, "/evaluations/" + evaluation));
    asked.put(
        "closed: replay of a bid",
        pages.doing(FIRST, "/api/evaluations/" + evaluation + "/replay"));
    asked.put(
        "closed: search by person",
        pages.page(FIRST, "/evaluations/find?q=" + LoadProgramme.person(42)));
    asked.put("closed: desk of the round", pages.page(FIRST, "/desk?round=" + round.id()));
    asked.put(
        "closed: desk of the round, for an auditor",
        pages.page(AUDITOR, "/desk?round=" + round.id()));
    asked.put(
        "closed: cases of the round, for programs",
        pages.program(FIRST, "/api/cases?round=" + round.id()));
    asked.put("closed: a case", pages.page(FIRST, "/cases/" + bidCase));
    asked.put("closed: a case, for programs", pages.program(FIRST, "/api/cases/" + bidCase));
    asked.put("closed: an applicant's case", pages.page(applicant, "/applicant/cases/" + bidCase));
    asked.put("closed: an applicant's pages", pages.page(applicant, "/applicant"));
    asked.put("closed: export as CSV", pages.page(FIRST, at + "/overview.csv"));
    asked.put("closed: export as a workbook", pages.page(FIRST, at + "/overview.xlsx"));
    return asked;
  }

  private void backUpAndRestore(int evidence) throws Exception {
    Files.deleteIfExists(BACKUP);
    delete(RESTORED);
    long begun = System.nanoTime();
    BackedUp backup;
    try (DatabaseAccess database = TestDatabase.access()) {
      backup = new Backup(database, data, Optional.of(files), clock).writeTo(BACKUP, "load");
    }
    System.out.printf(
        Locale.ROOT,
        "load: backup of %d rows and %d evidence files in %.1f s, %d MB%n",
        backup.rows(),
        evidence,
        seconds(begun),
        Files.size(BACKUP) >> 20);
    begun = System.nanoTime();
    Restore.Restored restored =
        new Restore(RESTORED, new FileStore(RESTORED.resolve("files"))).intoFolder(BACKUP);
    System.out.printf(
        Locale.ROOT,
        "load: restored and compared in %.1f s; sample of %d evaluated again%n",
        seconds(begun),
        restored.replayed());
    assertThat(restored.differing()).isEmpty();
    assertThat(restored.filesMissing()).isZero();
    assertThat(restored.backup().rows()).isEqualTo(backup.rows());
    begun = System.nanoTime();
    int most = Integer.getInteger("load.replays", Integer.MAX_VALUE);
    ReplayedInTests replayed = ReplayedInTests.of(RESTORED, most);
    System.out.printf(
        Locale.ROOT,
        "load: %d evaluations of the restored database evaluated again in %.1f s, %d differ%n",
        replayed.evaluated(),
        seconds(begun),
        replayed.differing());
    assertThat(replayed.differing()).isZero();
    assertThat(replayed.evaluated())
        .isEqualTo(Math.min(most, LoadProgramme.FEW + LoadProgramme.BIDS));
    delete(RESTORED);
    Files.delete(BACKUP);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> below = Files.walk(folder)) {
        for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = administrator.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).as(sql).isTrue();
      return row.getString(1);
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1_000_000_000.0;
  }
}
