package sixones.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Length;
import sixones.faults.Waiting;
import sixones.http.filter.HeldActs.Act;
import sixones.http.filter.HeldActs.Asked;
import sixones.http.filter.HeldActs.Ending;
import sixones.http.strict.HeldRequest;
import sixones.http.strict.RawRequest;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Nothing is done for who was let in once the session, password, role or account has ended. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class HeldBodiesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  @Inject HeldActs acts;
  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  /** One act of each way; in the short form of the tests the others end in one way alone. */
  private static final Set<Act> ONE_OF_EACH_WAY =
      EnumSet.of(Act.MAKE_TOKEN, Act.KEEP_DRAFT, Act.HAND_IN);

  static Stream<Arguments> acts_and_endings() {
    return Arrays.stream(Act.values())
        .flatMap(
            act ->
                Arrays.stream(Ending.values())
                    .filter(act::endsBy)
                    .filter(
                        ending ->
                            Length.asked() == Length.LONG
                                || ending == Ending.CLOSED
                                || ONE_OF_EACH_WAY.contains(act))
                    .map(ending -> Arguments.of(act, ending)));
  }

  @ParameterizedTest
  @MethodSource("acts_and_endings")
  void a_held_body_does_nothing_once_what_let_its_sender_in_has_ended(Act act, Ending ending)
      throws Exception {
    Person person = acts.somebody(act);
    Asked asked = acts.ask(act, person);
    try (HeldRequest held = held(asked)) {
      acts.end(ending, person);

      assertRefused(act, held.answer());
    }
    // Whatever else ends, ends the other sessions itself.
    if (act != Act.END_SESSIONS || ending == Ending.SIGNED_OUT) {
      assertThat(asked.done().getAsBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void a_held_body_does_what_it_says_while_nothing_has_ended(Act act) throws Exception {
    Asked asked = acts.ask(act, acts.somebody(act));
    try (HeldRequest held = held(asked)) {
      assertThat(held.answer()).containsPattern("^HTTP/1\\.1 (200|201|303) ");
    }

    assertThat(asked.done().getAsBoolean()).isTrue();
  }

  @Test
  void a_held_body_reads_nothing_either() throws Exception {
    Person person = acts.somebody(Act.KEEP_DRAFT);
    String headers = "Authorization: " + acts.credentials(Act.KEEP_DRAFT, person);
    try (HeldRequest held =
        HeldRequest.begin(root, "GET /api/me", "application/json", headers, "{}")) {
      acts.end(Ending.CLOSED, person);

      assertThat(held.answer()).startsWith("HTTP/1.1 401 ");
    }
  }

  @Test
  void an_act_waits_for_the_ending_that_is_under_way() throws Exception {
    Person person = acts.somebody(Act.KEEP_DRAFT_BY_TOKEN);
    String token = acts.credentials(Act.KEEP_DRAFT_BY_TOKEN, person);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<String> act =
          transactions.as(
              PeopleInTests.ADMIN.reader(),
              () -> {
                PersonRow.<PersonRow>findById(person.name())
                    .change(null, null, new Person(person.name(), Role.APPLICANT, "510600"));
                PersonRow.flush();
                Future<String> waits = other.submit(throwAway(token));
                Waiting.until("the act waits", PATIENCE, HeldBodiesTest::anActWaits);
                return waits;
              });

      assertThat(act.get()).startsWith("HTTP/1.1 401 ");
    } finally {
      other.shutdownNow();
    }
  }

  private static boolean anActWaits() throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        ResultSet waiting =
            connection
                .createStatement()
                .executeQuery(
                    """
                    select exists (select from pg_stat_activity
                      where wait_event_type = 'Lock' and query like '%for share%')
                    """)) {
      waiting.next();
      return waiting.getBoolean(1);
    }
  }

  /** Without a body nothing but the transaction itself looks whether its person is let in still. */
  private Callable<String> throwAway(String credentials) {
    return () -> {
      try (RawRequest raw = new RawRequest(root, "127.0.0.1")) {
        return raw.send(
                "DELETE /api/drafts/"
                    + UUID.randomUUID()
                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                    + credentials
                    + "\r\n\r\n")
            .answer();
      }
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {"MAKE_TOKEN", "END_SESSIONS", "ADD_PERSON_BY_PAGE"})
  void of_many_acts_of_one_session_at_once_none_is_in_the_way_of_another(Act act) throws Exception {
    Asked asked = acts.ask(act, acts.somebody(act));
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      for (Future<String> answer :
          many.invokeAll(Collections.nCopies(8, (Callable<String>) () -> sent(asked)))) {
        assertThat(answer.get()).containsPattern("^HTTP/1\\.1 (200|303|409) ");
      }
    } finally {
      many.shutdownNow();
    }
  }

  private String sent(Asked asked) throws Exception {
    try (HeldRequest held = held(asked)) {
      return held.answer();
    }
  }

  private HeldRequest held(Asked asked) throws Exception {
    return HeldRequest.begin(root, asked.line(), asked.type(), asked.headers(), asked.body());
  }

  private static void assertRefused(Act act, String answer) {
    if (act.way == HeldActs.Way.SESSION) {
      assertThat(answer).startsWith("HTTP/1.1 303 ").containsPattern("(?i)location: .*/sign-in\r");
    } else {
      assertThat(answer).startsWith("HTTP/1.1 401 ").contains("/problems/not-signed-in");
    }
  }
}
