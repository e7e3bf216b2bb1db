package sixones.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.OFFICER;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.backup.BackupRefused;
import sixones.evidence.FileStore;
import sixones.overview.RoundEvaluations;
import sixones.pages.rounds.OverviewInTests;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submissions;

/** A decided round is archived and erased, whole, and says so wherever it is asked for. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class RoundErasureTest {
  private static final RoundErasure.Basis BASIS =
      new RoundErasure.Basis("tester", "rule 7 of the made-up regulation");
  private static final String RELEASE = "Six Ones in tests";

  /** Tables that refer to a round and stay, with the reason. */
  private static final Set<String> STAY =
      Set.of(
          "erasure", // the record of it
          "erased_thing", // what is left of each thing
          "round_archive", // the record of the archive
          "working_draft", // the applicant's own
          "earlier_saving"); // of it

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject Clock clock;
  @TempDir Path folder;

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private static FileStore files() {
    return new FileStore(
        ConfigProvider.getConfig().getValue("sixones.data", Path.class).resolve("files"));
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  private Instant now() {
    return clock.instant();
  }

  private Instant later() {
    return now().plus(Duration.ofDays(2));
  }

  private RoundArchive.Archived archive(DecidedRound there, Path file) {
    return new RoundArchive(DecidedRound.owner(), files(), Optional.of(new byte[] {1}), at(now()))
        .writeTo(file, String.valueOf(there.round.number()), RELEASE);
  }

  private static RoundErasure erasure(SetTime time, Instant now) {
    return new RoundErasure(DecidedRound.owner(), files(), time, at(now));
  }

  private static String refusal(
      RoundErasure erasure, DecidedRound there, Path file, boolean confirmed) {
    RetentionRefused refused =
        catchThrowableOfType(
            RetentionRefused.class,
            () -> erasure.erase(there.round.id().toString(), file, BASIS, planned -> confirmed));
    assertThat(refused).isNotNull();
    return refused.kind();
  }

  private static List<String> texts(String sql) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_round_is_archived_and_erased_and_says_so() throws Exception {
    DecidedRound there = new DecidedRound();
    Path file = folder.resolve("round.zip");

    RoundArchive.Archived archived = archive(there, file);

    assertThat(RoundArchive.read(file)).isEqualTo(archived);
    assertThat(archived.counts())
        .containsEntry("submission", 3L)
        .containsEntry("evaluation", 3L)
        .containsEntry("withdrawal", 1L)
        .containsEntry("bid_case", 2L)
        .containsEntry("letter", 1L)
        .containsEntry("declaration", 3L)
        .containsEntry("evidence_file", 2L);
    assertThat(archived.files()).isEqualTo(2);
    assertHolds(there, file);
    assertErasedOnlyWhenItMay(there, file);
    // It was archived once more meanwhile.
    String last = RoundArchive.read(file).sha256();

    RoundErasure.Erased erased =
        erasure(DecidedRound.oneDay(), later())
            .erase(String.valueOf(there.round.number()), file, BASIS, planned -> true);

    assertThat(erased.counts())
        .containsEntry("submission", 3L)
        .containsEntry("bid_case", 2L)
        .containsEntry("evidence_file", 1L);
    assertThat(erased.files()).isOne();
    assertGone(there);
    assertToldByRest(there, last);
    assertToldOnPages(there, last);
    assertOthersStay(there);
    assertThat(refusal(erasure(DecidedRound.oneDay(), later()), there, file, true))
        .isEqualTo("erased-before");
    assertThatThrownBy(() -> archive(there, folder.resolve("again.zip")))
        .hasMessageContaining("erased-before");
    assertThat(folder.resolve("again.zip")).doesNotExist();
  }

  /** The archive has everything byte for byte, and is read as a whole or not at all. */
  private void assertHolds(DecidedRound there, Path file) throws Exception {
    byte[] answer = evaluations.read(AUDITOR, there.bidCase.bidCase().evaluation()).body();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> names = zip.stream().map(entry -> entry.getName()).toList();
      assertThat(names)
          .contains(
              "manifest.json",
              "people.jsonl",
              "audit.jsonl",
              "read-me.txt",
              "public-key.der",
              "rows/act.jsonl",
              "evidence/" + there.shared.substring(7),
              "evidence/" + there.own.substring(7),
              "bids/" + there.withdrawn.id() + ".json",
              "bundles/" + there.round.rules().bundle(),
              "engines/" + there.round.pin().engine())
          .noneMatch(name -> name.contains(there.elsewhere.id().toString()))
          .filteredOn(name -> name.startsWith("letters/"))
          .hasSize(1);
      assertThat(
              zip.getInputStream(
                      zip.getEntry("answers/" + there.bidCase.bidCase().evaluation() + ".json"))
                  .readAllBytes())
          .isEqualTo(answer);
      assertThat(new String(zip.getInputStream(zip.getEntry("people.jsonl")).readAllBytes()))
          .contains("first-officer", CHENGDU.name());
    }
    byte[] bytes = Files.readAllBytes(file);
    Path other = folder.resolve("other.zip");
    bytes[bytes.length / 2] ^= 1;
    Files.write(other, bytes);
    assertThatThrownBy(() -> RoundArchive.read(other)).isInstanceOf(BackupRefused.class);
    Files.write(other, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> RoundArchive.read(other)).isInstanceOf(BackupRefused.class);
  }

  private void assertErasedOnlyWhenItMay(DecidedRound there, Path file) throws Exception {
    Path unknown = Files.copy(file, folder.resolve("unknown.zip"));
    Files.write(unknown, new byte[0], StandardOpenOption.APPEND);
    long before = count("submission");
    assertThat(
            refusal(
                erasure(new SetTime("a.setting", Optional.empty()), later()), there, file, true))
        .isEqualTo("nothing-set");
    assertThat(
            refusal(
                erasure(new SetTime("a.setting", Optional.of("ten")), later()), there, file, true))
        .isEqualTo("unfit-period");
    assertThat(
            refusal(
                erasure(new SetTime("a.setting", Optional.of("P0D")), later()), there, file, true))
        .isEqualTo("unfit-period");
    assertThat(refusal(erasure(DecidedRound.oneDay(), now()), there, file, true))
        .isEqualTo("too-early");
    assertThat(refusal(erasure(DecidedRound.oneDay(), later()), there, file, false))
        .isEqualTo("not-confirmed");
    run(
        "update round_archive set contents = 'sha256:' || repeat('0', 64) where round = '%s'"
            .formatted(there.round.id()));
    assertThat(refusal(erasure(DecidedRound.oneDay(), later()), there, file, true))
        .isEqualTo("changed-since");
    run("delete from round_archive where round = '%s'".formatted(there.round.id()));
    assertThat(refusal(erasure(DecidedRound.oneDay(), later()), there, file, true))
        .isEqualTo("unknown-archive");
    Files.delete(file);
    archive(there, file);
    assertThat(count("submission")).isEqualTo(before);
    assertThat(
            catchThrowableOfType(
                    RetentionRefused.class,
                    () ->
                        erasure(DecidedRound.oneDay(), later())
                            .erase(
                                there.elsewhere.round().toString(), file, BASIS, planned -> true))
                .kind())
        .isEqualTo("not-decided");
  }

  private static long count(String table) throws SQLException {
    return Long.parseLong(texts("select count(*) from " + table).get(0));
  }

  private void assertGone(DecidedRound there) throws Exception {
    UUID round = there.round.id();
    for (RoundTable table : RoundTable.values()) {
      long left = count(table.of(round));
      if (table.fate() == RoundTable.Fate.STAYS) {
        assertThat(left).as(table.table()).isPositive();
      } else {
        assertThat(left).as(table.table()).isZero();
      }
    }
    assertThat(files().isInPlace(there.own, sizeOf(there))).isFalse();
    assertThat(files().intact(there.shared)).exists();
    assertThat(texts("select kind from erased_thing where round = '" + round + "' order by 1"))
        .contains("act", "case", "evaluation", "file", "letter", "submission");
    assertThat(texts("select digest from erased_thing where id = '" + there.chengdu.id() + "'"))
        .containsExactly(there.chengdu.content().digest());
    assertThat(texts("select act from audit_entry where thing = '" + round + "'"))
        .contains("archived", "erased");
    assertThat(
            texts(
                "select by_user || ': ' || reason || ', ' || period from erasure where round = '"
                    + round
                    + "'"))
        .containsExactly("tester: rule 7 of the made-up regulation, P1D");
  }

  /** Any size will do where nothing is. */
  private static long sizeOf(DecidedRound there) {
    return there.own.length();
  }

  private void assertToldByRest(DecidedRound there, String archive) {
    PeopleInTests people = new PeopleInTests(transactions);
    String round = "/api/rounds/" + there.round.id();
    for (Person person :
        List.of(PeopleInTests.OFFICER, PeopleInTests.AUDITOR, PeopleInTests.CHENGDU)) {
      Response told = people.as(person).get(round);
      told.then()
          .statusCode(200)
          .body("state", equalTo("decided"))
          .body("erased.archive", equalTo(archive))
          .body("erased.counts.submission", equalTo(3));
      people
          .as(person)
          .header("Accept-Language", "zh-CN")
          .get(round + "/submissions")
          .then()
          .statusCode(410)
          .contentType("application/problem+json")
          .body("title", equalTo("本批次的内容已清除"))
          .body("detail", containsString(archive));
      for (String address :
          List.of(
              "/api/submissions/" + there.chengdu.id(),
              "/api/evaluations/" + there.bidCase.bidCase().evaluation(),
              "/api/cases/" + there.bidCase.bidCase().id())) {
        people
            .as(person)
            .get(address)
            .then()
            .statusCode(410)
            .body("title", equalTo("This was erased"))
            .body("detail", containsString("round " + there.round.number()));
      }
      people
          .as(person)
          .get(round + "/moves")
          .then()
          .statusCode(200)
          .body("items.size()", equalTo(3));
    }
    people
        .as(PeopleInTests.AUDITOR)
        .post("/api/evaluations/" + there.bidCase.bidCase().evaluation() + "/replay")
        .then()
        .statusCode(410)
        .body("detail", containsString("cannot be shown or evaluated again"));
    people
        .as(PeopleInTests.DEYANG)
        .get("/api/submissions/" + there.chengdu.id())
        .then()
        .statusCode(404);
    people
        .as(PeopleInTests.OFFICER)
        .get("/api/submissions/" + UUID.randomUUID())
        .then()
        .statusCode(404);
    people
        .as(PeopleInTests.AUDITOR)
        .get("/api/evaluations?round=" + there.round.id())
        .then()
        .statusCode(410);
  }

  /** Returns all pages of the list: what other tests opened since may fill the first. */
  private static String listOfRounds(RequestSpecification reader) {
    StringBuilder all = new StringBuilder();
    String page = "/rounds";
    while (page != null) {
      String html =
          given(reader)
              .urlEncodingEnabled(false)
              .get(page)
              .then()
              .statusCode(200)
              .extract()
              .asString();
      all.append(html);
      Matcher next = Pattern.compile("href=\"(/rounds\\?cursor=[^\"&]+)\"").matcher(html);
      page = next.find() ? next.group(1) : null;
    }
    return all.toString();
  }

  private void assertToldOnPages(DecidedRound there, String archive) {
    OverviewInTests pages = new OverviewInTests(rounds, submissions, transactions);
    RequestSpecification auditor = pages.as(PeopleInTests.AUDITOR, "zh-CN");
    for (String address :
        List.of(
            "/rounds/" + there.round.id(),
            "/evaluations/" + there.bidCase.bidCase().evaluation())) {
      given(auditor)
          .get(address)
          .then()
          .statusCode(410)
          .body(containsString("该内容已清除"))
          .body(containsString("第" + there.round.number() + "号批次"));
    }
    assertThat(listOfRounds(auditor)).contains(archive);
    for (String text :
        List.of(
            there.round.number() + "-510100-2", there.own.substring(0, 30), id(there).toString())) {
      given(auditor)
          .queryParam("q", text)
          .get("/evaluations/find")
          .then()
          .statusCode(200)
          .body(containsString("随第" + there.round.number() + "号批次清除"));
    }
    RequestSpecification applicant = pages.as(PeopleInTests.CHENGDU, "en");
    given(applicant)
        .get("/applicant")
        .then()
        .statusCode(200)
        .body(containsString("after the time it had to be kept"));
    given(applicant).get("/applicant/rounds/" + there.round.id()).then().statusCode(410);
  }

  private static UUID id(DecidedRound there) {
    return there.chengdu.id();
  }

  private void assertOthersStay(DecidedRound there) {
    UUID evaluation = there.elsewhere.result().evaluation();
    assertThat(evaluations.replay(CHENGDU, evaluation).identical()).isTrue();
    new PeopleInTests(transactions)
        .as(CHENGDU)
        .get("/api/submissions/" + there.elsewhere.id() + "/files")
        .then()
        .statusCode(200);
  }

  /** Every table that refers to a round, or to what refers to one, is erased or named here. */
  @Test
  void every_table_that_refers_to_a_round_has_its_fate() throws Exception {
    Set<String> known = new TreeSet<>(STAY);
    for (RoundTable table : RoundTable.values()) {
      known.add(table.table());
    }
    assertThat(
            texts(
                """
                with recursive of_round (name) as (
                  select 'round'::name
                  union
                  select r.relname from of_round o
                    join pg_class f on f.relname = o.name and f.relnamespace = 'public'::regnamespace
                    join pg_constraint c on c.confrelid = f.oid and c.contype = 'f'
                    join pg_class r on r.oid = c.conrelid)
                select name::text from of_round
                union select table_name::text from information_schema.columns
                  where table_schema = 'public' and column_name = 'round'
                -- Files hang on a bid by a row between them.
                union values ('evidence_file'), ('evidence_removal')
                """))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  /** Only the owner deletes, and only what is of a decided round with an archive. */
  @Test
  void nobody_else_deletes_and_the_owner_only_with_an_archive() throws Exception {
    DecidedRound there = new DecidedRound();
    String says =
        "select set_config('sixones.role', 'owner', true),"
            + " set_config('sixones.erasing', '%s', true)".formatted(there.round.id());
    transactions.as(
        OFFICER.reader(),
        () -> {
          Panache.getSession().createNativeQuery(says, Object[].class).getSingleResult();
          assertThat(
                  Panache.getSession()
                      .createNativeQuery("select count(*) from submission", Long.class)
                      .getSingleResult())
              .isZero();
          return null;
        });
    assertThatThrownBy(
            () ->
                transactions.as(
                    OFFICER.reader(),
                    () ->
                        Panache.getSession()
                            .createNativeQuery("delete from submission")
                            .executeUpdate()))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(
            () ->
                transactions.as(
                    OFFICER.reader(),
                    () ->
                        Panache.getSession()
                            .createNativeQuery("update round set erased_at = now()")
                            .executeUpdate()))
        .hasStackTraceContaining("only the owner erases");
    try (OwnerTransaction owner = OwnerTransaction.begin(DecidedRound.owner())) {
      owner.set("erasing", there.round.id().toString());
      assertThat(owner.update("delete from finding")).isZero();
      assertThat(owner.update("delete from submission")).isZero();
      assertThatThrownBy(() -> owner.update("update round set erased_at = null"))
          .hasMessageContaining("row-level security");
    }
    archive(there, folder.resolve("round.zip"));
    try (OwnerTransaction owner = OwnerTransaction.begin(DecidedRound.owner())) {
      owner.set("erasing", there.round.id().toString());
      assertThat(owner.update("delete from letter")).isOne();
      assertThat(owner.update("delete from declaration")).isEqualTo(3);
      owner.set("erasing", there.elsewhere.round().toString());
      assertThat(owner.update("delete from finding")).isZero();
    }
  }
}
