package sixones.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.CaseView;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.submission.CurrentBid;
import sixones.submission.StandingBidRow;

/**
 * What an official sees of a case. The present decides: who keeps away does not see the past
 * either, and what is covered now was no less so before.
 *
 * @param withheld why nothing is told; null if it is
 * @param unsaid what waits and is not shown before she says what she would answer
 */
record Sight(String withheld, Set<UUID> unsaid) {
  static Sight of(Person person, CaseFile file, Instant now) {
    return person.is(Role.OFFICER)
        ? of(file.at(file.notBefore(now)), CaseRows.asking())
        : new Sight(null, Set.of());
  }

  static Sight of(CaseView present, long asking) {
    return new Sight(withheld(present, asking), present.unsaidBy(asking));
  }

  /** Returns a case with all but one of these covered; null covers each. */
  SeenCase seen(CaseFile file, Instant at, UUID opened) {
    Set<UUID> covered = new TreeSet<>(unsaid);
    if (opened != null) {
      covered.remove(opened);
    }
    CurrentBid bid = StandingBidRow.of(file.round().id(), file.bidCase().applicant());
    return new Sight(withheld, covered).seen(file.round(), file.at(at), bid);
  }

  /**
   * Returns a case as it is seen.
   *
   * @param bid the bid of its applicant that stands; null if none does
   */
  SeenCase seen(Round round, CaseView view, CurrentBid bid) {
    return withheld != null
        ? new SeenCase(view.bidCase(), round, withheld, null, null)
        : new SeenCase(view.bidCase(), round, null, view.covering(unsaid), bid);
  }

  /** Returns why a case is withheld from an officer; null if it is not. */
  static String withheld(CaseView view, long person) {
    if (view.recusals().isRecused(person)) {
      return "recused";
    }
    return view.recusals().declared().contains(person) ? null : "undeclared";
  }

  static void mustSee(SeenCase seen) {
    if (seen.isWithheld()) {
      throw new Refused(Refused.Why.NOT_YOURS, "act-" + seen.withheld(), Map.of());
    }
  }

  /**
   * Lets through to what is not covered.
   *
   * @throws Refused if this person is to say first what she would answer
   */
  static void mustBeOpen(SeenCase seen, UUID act) {
    if (seen.view().isCovered(act)) {
      throw new Refused(
          Refused.Why.NOT_YOURS,
          "proposal-covered",
          Map.of("case", seen.bidCase().id().toString(), "act", act.toString()));
    }
  }
}
