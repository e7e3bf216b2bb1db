package sixones.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.AuthorityPolicy;
import sixones.round.Locks;
import sixones.round.Refused;
import sixones.store.Transactions;

/** Who may act in cases: authorities are proposed by one person and confirmed by another. */
public final class OfficePowers {
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  public OfficePowers(Transactions transactions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Authorities at an instant, with the names of the people in them.
   *
   * @param names by number, as far as this person may know them
   * @param officers to whom an authority can be given, by number
   */
  public record Listed(
      Authorities authorities, Map<Long, String> names, Map<Long, String> officers) {}

  /** Returns all authorities, in force or not. */
  public Listed list(Person person) {
    return list(person, null);
  }

  /**
   * Returns all authorities as they were.
   *
   * @param at an instant in the past; null for the present
   */
  public Listed list(Person person, Instant at) {
    person.mustBe(Role.OFFICER, Role.AUDITOR, Role.ADMIN);
    return transactions.as(
        person.reader(),
        () -> {
          List<CaseAct> acts = ActRows.authorities();
          List<Long> people = new ArrayList<>();
          for (CaseAct act : acts) {
            people.add(act.by());
            if (act.body() instanceof ActBody.GiveAuthority given) {
              people.add(given.person());
              if (given.principal() != null) {
                people.add(given.principal());
              }
            }
          }
          Map<Long, String> names = new TreeMap<>();
          CaseRows.people(people).forEach((number, known) -> names.put(number, known.name()));
          Authorities authorities =
              at == null ? Authorities.onRecord(acts, now()) : Authorities.at(acts, at);
          return new Listed(authorities, names, CaseRows.officers());
        });
  }

  /**
   * Gives, confirms or ends an authority.
   *
   * @throws Refused if this person may not, or it is not right
   */
  public CaseAct act(Person person, ActRequest asked) {
    person.mustBe(Role.OFFICER, Role.ADMIN);
    Cases.hasKey(asked.key());
    String digest = asked.digest(null);
    return transactions.as(
        person.reader(),
        () -> {
          Locks.alone("authorities");
          Optional<ActRows.Before> before = ActRows.under(Ledger.AUTHORITIES, asked.key());
          List<CaseAct> acts = ActRows.authorities();
          if (before.isPresent()) {
            return Cases.again(before.get(), digest, acts);
          }
          Instant now = notBefore(acts);
          ActBody body = ActReader.asked(asked.kind(), asked.json(), now);
          Asking asking =
              new Asking(
                  CaseRows.asking(), person.role(), null, null, Authorities.onRecord(acts, now));
          AuthorityPolicy.mayAct(asking, body, beneficiary(body))
              .ifPresent(
                  refusal -> {
                    throw Cases.refused(refusal);
                  });
          CaseAct act =
              CaseAct.of(
                  acts.size() + 1L,
                  UUID.randomUUID(),
                  body,
                  asking.person(),
                  null,
                  null,
                  now,
                  asked.key());
          ActRows.insert(Ledger.AUTHORITIES, null, act, digest);
          audit.note(
              Act.AUTHORITY_CHANGED,
              Thing.authority(act.id()),
              Map.of(),
              Map.of("act", act.kind().id(), "number", act.seq(), "digest", act.digest()));
          return act;
        });
  }

  /**
   * Refuses an authority that was never proposed.
   *
   * @throws Refused if there is no such authority
   */
  public void mustBeThere(Person person, UUID id) {
    person.mustBe(Role.OFFICER, Role.AUDITOR, Role.ADMIN);
    transactions.as(
        person.reader(),
        () -> Authorities.at(ActRows.authorities(), now()).find(id).orElseThrow(Refused::noSuch));
  }

  private static Role beneficiary(ActBody body) {
    if (!(body instanceof ActBody.GiveAuthority given)) {
      return null;
    }
    CaseRows.Known known = CaseRows.people(List.of(given.person())).get(given.person());
    if (known == null) {
      throw Refused.wrong("/person", "no-such-person", Map.of("found", given.person()));
    }
    return known.role();
  }

  private Instant notBefore(List<CaseAct> acts) {
    Instant now = now();
    return acts.isEmpty() || now.isAfter(acts.get(acts.size() - 1).at())
        ? now
        : acts.get(acts.size() - 1).at();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
