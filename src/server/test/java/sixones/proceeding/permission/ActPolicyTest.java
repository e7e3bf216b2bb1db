package sixones.proceeding.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.proceeding.CaseInTests.REASONS;
import static sixones.proceeding.CaseInTests.SEEN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Power;
import sixones.proceeding.conclusion.Examined;

class ActPolicyTest {
  private static final Examined BLANK = EvaluatedInTests.changed("/parks/0/manufacturing", null);
  private static final Examined MET = EvaluatedInTests.changed();
  private static final String LEADERS =
      "'leaders':{'body':'the leaders','day':'2026-03-01','minutes':'3'}";
  private static final CaseSettings OPEN =
      CaseSettings.read(
          ("{\"judgementsBeforeProposal\":{\"value\":false,\"citation\":\"a test\"},"
                  + "\"noReply\":{\"value\":\"give-up\",\"citation\":\"a test\"}}")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));

  /** A case in each state, each with nothing pending. */
  private static Map<CaseState, CaseInTests> inEachState() {
    Map<CaseState, CaseInTests> cases = new EnumMap<>(CaseState.class);
    for (CaseState state : CaseState.values()) {
      CaseInTests one = CaseInTests.of(state == CaseState.REFUSED ? failing() : MET, OPEN);
      to(one, state);
      assertThat(one.view().state()).isEqualTo(state);
      cases.put(state, one);
    }
    return cases;
  }

  private static Examined failing() {
    return EvaluatedInTests.changed("/parks/0/manufacturing", false);
  }

  private static void to(CaseInTests one, CaseState state) {
    if (state == CaseState.CLOSED_WITHDRAWN) {
      one.act(one.applicant(), new ActBody.GiveUp(null));
      return;
    }
    if (state == CaseState.RECEIVED) {
      return;
    }
    one.take(1);
    switch (state) {
      case RETURNED -> one.returned(10);
      case CLOSED_GIVEN_UP -> {
        UUID notice = one.returned(10);
        one.later(Duration.ofDays(20));
        one.confirm(2, one.act(1, new ActBody.Close(notice, REASONS)));
      }
      case REFUSED ->
          one.confirm(
              2,
              one.act(
                  1,
                  ActKind.REFUSE,
                  "{'grounds':[{'rule':'park-for-manufacturing',"
                      + "'notMendable':{'en':'the park is what it is'}}]}"));
      case ACCEPTED, PROPOSED, NOT_PROPOSED, SELECTED, NOT_SELECTED -> {
        one.confirm(2, one.act(1, ActKind.ACCEPT, "{}"));
        if (state != CaseState.ACCEPTED) {
          boolean listed = state != CaseState.NOT_PROPOSED;
          one.confirm(2, one.act(1, ActKind.PROPOSE, "{'listed':" + listed + "}"));
        }
        if (state == CaseState.SELECTED || state == CaseState.NOT_SELECTED) {
          boolean listed = state == CaseState.SELECTED;
          String json = "{'listed':" + listed + "," + LEADERS + "}";
          one.confirm(2, one.act(1, ActKind.DECIDE, json));
        }
      }
      default -> {}
    }
  }

  /** What the table does not have is refused, in each state, by each role and authority. */
  @Test
  void what_the_table_does_not_have_is_refused() {
    int possible = 0;
    for (Map.Entry<CaseState, CaseInTests> in : inEachState().entrySet()) {
      CaseInTests one = in.getValue();
      for (ActKind kind : ActKind.values()) {
        for (Role role : Role.values()) {
          for (Set<Power> powers : powers()) {
            Asking asking = asking(one, role, powers);
            Optional<Refusal> refusal =
                ActPolicy.mayAct(one.view(), asking, new Intended(kind, null, null));
            boolean listed = isListed(kind, in.getKey(), role, powers);
            boolean own =
                Set.of("no-lapse", "pending", "to-make-again", "recusal-pending")
                    .contains(refusal.map(Refusal::code).orElse(""));
            assertThat(refusal.isEmpty() || own)
                .as(kind + " in " + in.getKey() + " by " + role + " " + powers + " " + refusal)
                .isEqualTo(listed);
            possible += listed ? 1 : 0;
          }
        }
      }
    }
    assertThat(possible).isGreaterThan(100);
  }

  private static List<Set<Power>> powers() {
    return List.of(
        Set.of(),
        Set.of(Power.HANDLE),
        Set.of(Power.CONFIRM),
        Set.of(Power.RECUSE),
        Set.of(Power.values()));
  }

  /** Reads the published table, not the one in code. */
  private static boolean isListed(ActKind kind, CaseState state, Role role, Set<Power> powers) {
    return StreamSupport.stream(Permission.json().spliterator(), false)
        .filter(row -> row.path("act").asText().equals(kind.id()))
        .filter(row -> row.path("role").asText().equals(role.id()))
        .filter(row -> contains(row.path("states"), state.id()))
        .anyMatch(
            row ->
                !row.has("authority")
                    || powers.stream()
                        .anyMatch(p -> p.id().equals(row.path("authority").asText())));
  }

  private static boolean contains(JsonNode list, String word) {
    return StreamSupport.stream(list.spliterator(), false)
        .anyMatch(one -> one.asText().equals(word));
  }

  private static Asking asking(CaseInTests one, Role role, Set<Power> powers) {
    CaseInTests other = new CaseInTests(MET, OPEN);
    if (!powers.isEmpty()) {
      UUID given = other.give(1, null);
      assertThat(given).isNotNull();
    }
    List<sixones.proceeding.act.CaseAct> ledger = new ArrayList<>();
    for (sixones.proceeding.act.CaseAct act : other.authorities) {
      ledger.add(
          act.body() instanceof ActBody.GiveAuthority was
              ? sixones.proceeding.act.CaseAct.of(
                  act.seq(),
                  act.id(),
                  new ActBody.GiveAuthority(
                      1, List.copyOf(powers), null, was.from(), null, "document 1", null),
                  act.by(),
                  null,
                  null,
                  act.at(),
                  null)
              : act);
    }
    return new Asking(
        role == Role.OFFICER ? 1 : CaseInTests.APPLICANT,
        role,
        role == Role.APPLICANT ? one.bidCase.applicant() : null,
        null,
        Authorities.at(ledger, one.now));
  }

  @Test
  void another_applicant_does_not_learn_that_there_is_a_case() {
    CaseInTests one = CaseInTests.of(MET);
    for (ActKind kind : ActKind.values()) {
      Asking other =
          new Asking(91, Role.APPLICANT, "510200", null, Authorities.at(List.of(), one.now));
      assertThat(ActPolicy.mayAct(one.view(), other, new Intended(kind, null, null)))
          .get()
          .extracting(Refusal::status)
          .isEqualTo(404);
    }
  }

  /** No act of two takes effect by one natural person: each pair, with those they act for. */
  @Test
  void nothing_that_takes_two_takes_effect_by_one() {
    int effects = 0;
    for (long proposer = 1; proposer <= 4; proposer++) {
      for (Long principal : new Long[] {null, 1L, 2L, 3L}) {
        for (long confirmer = 1; confirmer <= 4; confirmer++) {
          for (Long second : new Long[] {null, 1L, 2L, 3L}) {
            for (String kind : List.of("determine", "notice", "accept", "refuse")) {
              CaseInTests one =
                  CaseInTests.of(
                      kind.equals("accept") ? MET : kind.equals("refuse") ? failing() : BLANK);
              delegations(one);
              one.take(4);
              ActBody body = proposal(one, kind);
              if (one.attempt(one.officer(proposer, principal), body) != null) {
                continue;
              }
              UUID of = one.acts.get(one.acts.size() - 1).id();
              CaseView before = one.view();
              assertThat(before.pending()).containsExactly(of);
              String why =
                  one.attempt(
                      one.officer(confirmer, second), new ActBody.Confirm(of, true, null, null));
              Set<Long> first = new TreeSet<>(Set.of(proposer));
              Optional.ofNullable(principal).ifPresent(first::add);
              boolean same = first.contains(confirmer) || second != null && first.contains(second);
              if (same) {
                assertThat(why).isIn("same-person", "no-authority");
                assertThat(one.view().pending()).containsExactly(of);
                assertThat(one.view().state()).isEqualTo(CaseState.IN_REVIEW);
              } else if (why == null) {
                assertThat(one.view().pending()).isEmpty();
                effects++;
              } else {
                assertThat(why).isEqualTo("no-authority");
              }
            }
          }
        }
      }
    }
    assertThat(effects).isGreaterThan(100);
  }

  /** Officer n acts for officer n - 1. */
  private static void delegations(CaseInTests one) {
    for (long person = 2; person <= 4; person++) {
      one.give(person, person - 1);
    }
  }

  private static ActBody proposal(CaseInTests one, String kind) {
    return switch (kind) {
      case "determine" ->
          one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN);
      case "notice" -> one.notice(10);
      case "accept" -> one.asked(ActKind.ACCEPT, "{}");
      default ->
          one.asked(
              ActKind.REFUSE,
              "{'grounds':[{'rule':'park-for-manufacturing',"
                  + "'notMendable':{'en':'the park is what it is'}}]}");
    };
  }

  @Test
  void a_delegation_ends_with_its_givers_authority_day_or_recusal() {
    CaseInTests one = CaseInTests.of(MET);
    UUID delegated = one.give(2, 1L);
    assertThat(one.mayAct(one.officer(2, 1L), new ActBody.Take())).isEmpty();
    assertThat(one.mayAct(one.officer(3, 1L), new ActBody.Take()))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("no-authority");
    one.act(1, new ActBody.Recuse(1, "kin", REASONS));
    assertThat(one.mayAct(one.officer(2, 1L), new ActBody.Take()))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("recused");

    CaseInTests other = CaseInTests.of(MET);
    other.give(2, 1L);
    UUID own = other.authorities.get(0).id();
    other.authorities.add(
        sixones.proceeding.act.CaseAct.of(
            99,
            other.id(),
            new ActBody.EndAuthority(own, REASONS),
            3,
            null,
            null,
            other.now,
            null));
    assertThat(other.mayAct(other.officer(2, 1L), new ActBody.Take()))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("no-authority");
    assertThat(delegated).isNotNull();
  }

  @Test
  void who_has_not_declared_herself_may_only_keep_away() {
    CaseInTests one = new CaseInTests(MET, OPEN);
    one.give(1, null);

    for (ActKind kind : ActKind.values()) {
      Optional<Refusal> refusal =
          ActPolicy.mayAct(one.view(), one.officer(1), new Intended(kind, null, null));
      if (kind == ActKind.RECUSE) {
        assertThat(refusal).isEmpty();
      } else {
        assertThat(refusal.map(Refusal::code).orElse(null)).isIn("undeclared", "no-authority");
      }
    }
  }

  /** Decisions wait for replies, second persons, recusals, and what has to be made again. */
  @Test
  void nothing_is_decided_while_something_is_open() {
    Map<String, String> why = new java.util.TreeMap<>();
    for (ActKind kind : List.of(ActKind.ACCEPT, ActKind.REFUSE, ActKind.PROPOSE)) {
      CaseState from = kind == ActKind.PROPOSE ? CaseState.ACCEPTED : CaseState.IN_REVIEW;
      for (String open : List.of("returned", "pending", "recusal-pending", "to-make-again")) {
        CaseInTests one = CaseInTests.of(MET, OPEN);
        to(one, open.equals("returned") ? CaseState.RETURNED : from);
        ActBody fail =
            one.determination("park-for-manufacturing", "/parks/0/manufacturing", "FAIL", SEEN);
        if (open.equals("pending")) {
          one.act(1, fail);
        } else if (open.equals("recusal-pending")) {
          one.act(one.applicant(), new ActBody.Recuse(3, "kin", REASONS));
        } else if (open.equals("to-make-again")) {
          one.confirm(2, one.act(3, fail));
          one.act(3, new ActBody.Recuse(3, "kin", REASONS));
        }
        Optional<Refusal> refusal =
            ActPolicy.mayAct(one.view(), one.officer(1), new Intended(kind, null, null));
        why.put(kind + " " + open, refusal.map(Refusal::code).orElse(""));
      }
    }

    why.forEach((what, code) -> assertThat(what).endsWith(" " + code));
    assertThat(why).hasSize(12);
  }

  @Test
  void a_proposed_decision_is_not_confirmed_over_what_came_between() {
    CaseInTests one = CaseInTests.of(MET, OPEN);
    one.take(1);
    UUID accept = one.act(1, ActKind.ACCEPT, "{}");
    one.act(3, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "FAIL", SEEN));

    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(accept, true, null, null)))
        .isEqualTo("pending");
    UUID fail = one.view().with(Standing.PROPOSED).get(0).id();
    one.confirm(2, fail);
    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(accept, true, null, null)))
        .as("the bid is met no more, and nothing is said despite")
        .isEqualTo("holds-no-more");
    one.act(2, new ActBody.Confirm(accept, false, REASONS, null));
    assertThat(one.view().proposal(accept).orElseThrow().standing()).isEqualTo(Standing.DECLINED);
  }

  @Test
  void an_act_on_what_was_seen_before_is_stale() {
    CaseInTests one = CaseInTests.of(MET);
    one.take(1);

    Optional<Refusal> refusal =
        ActPolicy.mayAct(one.view(), one.officer(1), new Intended(ActKind.ACCEPT, null, 0L));
    assertThat(refusal).get().extracting(Refusal::status).isEqualTo(412);
    assertThat(ActPolicy.mayAct(one.view(), one.officer(1), new Intended(ActKind.ACCEPT, null, 1L)))
        .isEmpty();
  }

  @Test
  void what_ended_is_not_confirmed_and_what_is_anothers_is_not_withdrawn() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    UUID made =
        one.act(
            1, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));

    assertThat(one.attempt(one.officer(2), new ActBody.Withdraw(made, REASONS)))
        .isEqualTo("not-yours");
    one.act(1, new ActBody.Withdraw(made, REASONS));
    Optional<Refusal> refusal =
        one.mayAct(one.officer(2), new ActBody.Confirm(made, true, null, null));
    assertThat(refusal).get().extracting(Refusal::status).isEqualTo(409);
    assertThat(refusal.get().values().get("standing")).isEqualTo("WITHDRAWN");
    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(new UUID(5, 5), true, null, null)))
        .isEqualTo("not-there");
  }

  @Test
  void authorities_are_given_by_two_of_whom_none_gains() {
    CaseInTests one = new CaseInTests(MET, OPEN);
    ActBody.GiveAuthority given =
        new ActBody.GiveAuthority(
            1, List.of(Power.HANDLE), null, LocalDate.of(2026, 1, 1), null, "document 1", null);

    assertThat(AuthorityPolicy.mayAct(one.officer(1), given, Role.OFFICER)).isEmpty();
    assertThat(AuthorityPolicy.mayAct(one.officer(1), given, Role.ADMIN))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("no-officer");
    UUID id = one.id();
    one.authorities.add(
        sixones.proceeding.act.CaseAct.of(1, id, given, 1, null, null, one.now, null));
    ActBody yes = new ActBody.Confirm(id, true, null, null);
    assertThat(AuthorityPolicy.mayAct(one.officer(1), yes, null))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("same-person");
    assertThat(AuthorityPolicy.mayAct(one.officer(2), yes, null)).isEmpty();
    assertThat(one.officer(1).authorities().own(1, Power.HANDLE, CaseInTests.ROUND)).isEmpty();
  }

  @Test
  void who_acts_for_another_gives_nothing_on() {
    CaseInTests one = new CaseInTests(MET, OPEN);
    one.give(1, null);
    one.give(2, 1L);

    ActBody on =
        new ActBody.GiveAuthority(
            3, List.of(Power.HANDLE), null, LocalDate.of(2026, 1, 1), null, "document 1", 2L);
    assertThat(AuthorityPolicy.mayAct(one.officer(2), on, Role.OFFICER))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("delegate");
    assertThat(AuthorityPolicy.mayAct(one.officer(4), on, Role.OFFICER))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("not-yours");
    assertThat(AuthorityPolicy.mayAct(one.officer(2, 1L), on, Role.OFFICER))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("no-authority");
  }

  @Test
  void a_round_is_decided_when_every_case_is() {
    List<CaseView> views = inEachState().values().stream().map(CaseInTests::view).toList();

    DecidedRound round = DecidedRound.of(views);
    assertThat(round.isDecided()).isFalse();
    assertThat(round.missing()).hasSize(6);
    assertThat(round.counts()).hasSize(CaseState.values().length);
    assertThat(
            DecidedRound.of(views.stream().filter(one -> one.state().isEnd()).toList()).isDecided())
        .isTrue();
  }
}
