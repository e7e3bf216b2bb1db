package sixones.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import sixones.Fixtures;
import sixones.draft.WorkingDrafts;
import sixones.pages.Visitor;
import sixones.people.Change;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.people.session.Sessions;
import sixones.people.token.Token;
import sixones.people.token.Tokens;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;
import sixones.submission.Submissions;

/**
 * What somebody does whose request is under way when they are let in no longer, and how that is.
 */
@ApplicationScoped
public class HeldActs {
  static final String PASSWORD = PeopleInTests.PASSWORD;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @Inject People people;
  @Inject Sessions sessions;
  @Inject Tokens tokens;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @Inject Transactions transactions;

  /** By what somebody was let in. */
  enum Way {
    SESSION,
    PASSWORD,
    TOKEN
  }

  /** How that ends. */
  enum Ending {
    SIGNED_OUT,
    NEW_PASSWORD,
    ANOTHER_ROLE,
    CLOSED,
    CLOSED_AND_OPENED,
    MOVED
  }

  /** What they do. */
  enum Act {
    MAKE_TOKEN(Way.SESSION),
    END_SESSIONS(Way.SESSION),
    ADD_PERSON_BY_PAGE(Way.SESSION),
    ADD_PERSON(Way.PASSWORD),
    HAND_IN(Way.TOKEN),
    KEEP_DRAFT(Way.PASSWORD),
    KEEP_DRAFT_BY_TOKEN(Way.TOKEN);

    final Way way;

    Act(Way way) {
      this.way = way;
    }

    boolean isOfAdmin() {
      return this == ADD_PERSON || this == ADD_PERSON_BY_PAGE;
    }

    /** Nobody signs out of a password, and an administrator has no applicant to leave. */
    boolean endsBy(Ending ending) {
      return !(way == Way.PASSWORD && ending == Ending.SIGNED_OUT)
          && !(isOfAdmin() && ending == Ending.MOVED);
    }
  }

  /** A request to send, and whether it has done what it asked for. */
  record Asked(String line, String type, String headers, String body, BooleanSupplier done) {}

  /** Somebody new who may do an act. */
  Person somebody(Act act) throws Exception {
    new PeopleInTests(transactions).there(PeopleInTests.ADMIN);
    new PeopleInTests(transactions).there(RoundsInTests.OFFICER);
    Role role = act.isOfAdmin() ? Role.ADMIN : Role.APPLICANT;
    String applicant = act.isOfAdmin() ? null : "510100";
    return new PeopleInTests(transactions)
        .there(new Person("held-" + UUID.randomUUID(), role, applicant));
  }

  Asked ask(Act act, Person person) throws Exception {
    String fresh = "held-" + UUID.randomUUID();
    return switch (act) {
      case MAKE_TOKEN ->
          form(
              person,
              "/account/tokens",
              "act=make&token=x&scope=all&days=90",
              () -> !tokens.of(person).isEmpty());
      case END_SESSIONS -> {
        Asked asked = form(person, "/account/sessions", "act=end-others&confirm=yes", () -> false);
        String owner = signedIn(person);
        yield new Asked(
            asked.line(),
            asked.type(),
            asked.headers(),
            asked.body(),
            () -> sessions.resume(owner).isEmpty());
      }
      case ADD_PERSON_BY_PAGE ->
          form(person, "/people", "name=" + fresh + "&role=admin", () -> isThere(fresh));
      case ADD_PERSON ->
          call(
              act,
              person,
              "/api/people",
              "{\"name\":\"" + fresh + "\",\"role\":\"admin\"}",
              () -> isThere(fresh));
      case HAND_IN -> {
        UUID round = RoundsInTests.open(rounds, 3).id();
        yield call(
            act,
            person,
            "/api/rounds/" + round + "/submissions",
            Fixtures.compliant().toString(),
            () -> !submissions.list(person, filter(round), Cursor.START, 9).items().isEmpty());
      }
      case KEEP_DRAFT, KEEP_DRAFT_BY_TOKEN ->
          call(act, person, "/api/drafts?name=" + fresh, "{}", () -> isKept(person, fresh));
    };
  }

  private String signedIn(Person person) {
    return people.open(person.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow().ticket();
  }

  private boolean isThere(String name) {
    return people.find(name).isPresent();
  }

  private static Submissions.Filter filter(UUID round) {
    return new Submissions.Filter(round, null);
  }

  private boolean isKept(Person person, String name) {
    return drafts.list(person, Cursor.START, 100).items().stream()
        .anyMatch(draft -> draft.name().equals(name));
  }

  private Asked form(Person person, String page, String fields, BooleanSupplier done) {
    Visitor visitor = Visitor.signedIn(person, PASSWORD, "en");
    visitor.open("/account/tokens");
    String token = "&csrf-token=" + visitor.hidden("csrf-token");
    return new Asked("POST " + page, FORM, "Cookie: " + visitor.cookies(), fields + token, done);
  }

  private Asked call(Act act, Person person, String address, String body, BooleanSupplier done)
      throws Exception {
    String headers =
        "Idempotency-Key: " + UUID.randomUUID() + "\r\nAuthorization: " + credentials(act, person);
    return new Asked("POST " + address, JSON, headers, body, done);
  }

  String credentials(Act act, Person person) throws Exception {
    if (act.way == Way.PASSWORD) {
      byte[] both = (person.name() + ":" + PASSWORD).getBytes();
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }
    Token.Made made = tokens.make(person, "held", "all", "90");
    return "Bearer " + made.secret();
  }

  void end(Ending ending, Person person) throws Exception {
    switch (ending) {
      case SIGNED_OUT -> {
        // That of the held request was opened first.
        sessions.of(person).stream()
            .reduce((later, first) -> first)
            .ifPresent(first -> sessions.end(person, first.id()));
        tokens.of(person).forEach(token -> tokens.end(person, token.id()));
      }
      case NEW_PASSWORD -> change(person, new Change(null, "four quiet tigers", null, null));
      case ANOTHER_ROLE -> change(person, new Change(null, null, "auditor", null));
      case CLOSED -> change(person, new Change(true, null, null, null));
      case CLOSED_AND_OPENED -> {
        change(person, new Change(true, null, null, null));
        change(person, new Change(false, null, null, null));
      }
      case MOVED -> change(person, new Change(null, null, "applicant", "510600"));
    }
  }

  private void change(Person person, Change change) throws Exception {
    assertThat(people.change(PeopleInTests.ADMIN, person.name(), change)).isPresent();
  }
}
