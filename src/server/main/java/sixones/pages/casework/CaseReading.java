package sixones.pages.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import sixones.casework.CaseRecords;
import sixones.casework.OfficePowers;
import sixones.casework.SeenCase;
import sixones.people.Person;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Language;
import sixones.submission.SubmissionFiles;

/** Reads all that the pages of one case tell. */
@ApplicationScoped
class CaseReading {
  @Inject CaseRecords records;
  @Inject OfficePowers powers;
  @Inject SubmissionFiles files;

  /** Returns a case that is not withheld from this person, with all its pages tell. */
  ReadCase read(Person person, SeenCase seen, Instant at, Language language) {
    Examined examined = records.examined(person, seen);
    List<CaseAct> acts = records.acts(person, seen);
    OfficePowers.Listed listed = powers.list(person, at);
    Map<Long, String> names = new TreeMap<>(records.names(person, people(acts, seen)));
    names.putAll(listed.names());
    return new ReadCase(
        person,
        records.numberOf(person),
        seen,
        examined,
        files.look(person, examined.submission()),
        seen.view().conclusion(examined.evaluation()),
        acts,
        names,
        listed.authorities(),
        listed.officers(),
        language);
  }

  private static Set<Long> people(List<CaseAct> acts, SeenCase seen) {
    Set<Long> people = new TreeSet<>(seen.view().recusals().recused().keySet());
    for (CaseAct act : acts) {
      people.add(act.by());
      if (act.onBehalfOf() != null) {
        people.add(act.onBehalfOf());
      }
      if (act.body() instanceof ActBody.Recuse recuse) {
        people.add(recuse.person());
      }
    }
    return people;
  }

  /** Returns a case as an official sees it at present. */
  SeenCase find(Person person, UUID id) {
    return records.find(person, id, null);
  }
}
