package sixones.pages.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import sixones.casework.SeenCase;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Power;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.submission.SubmissionFiles;

/**
 * A case with all that a page tells of it, and how it is said in the reader's language.
 *
 * @param self the number by which acts name the reader
 * @param seen a case that is not withheld
 * @param files the evidence files of the bid
 * @param acts by number
 * @param names of people, by number
 * @param authorities at the instant the case is looked at
 * @param officers by number
 */
record ReadCase(
    Person person,
    long self,
    SeenCase seen,
    Examined examined,
    SubmissionFiles.HandedIn files,
    Conclusion conclusion,
    List<CaseAct> acts,
    Map<Long, String> names,
    Authorities authorities,
    Map<Long, String> officers,
    Language language) {

  CaseView view() {
    return seen.view();
  }

  UUID id() {
    return seen.bidCase().id();
  }

  UUID round() {
    return seen.bidCase().round();
  }

  /** Returns the address of the case. */
  String address() {
    return "/cases/" + id();
  }

  boolean isOfficer() {
    return person.is(Role.OFFICER);
  }

  Messages messages() {
    return Messages.of(examined.ruleSet(), language);
  }

  String text(String key) {
    return PageWords.in(language).text(key);
  }

  String text(String key, Map<String, ?> values) {
    return PageWords.in(language).text(key, values);
  }

  /** Returns the words of an id, or the id itself if it has none. */
  String named(String keys, String id) {
    return PageWords.in(language).has(keys + id) ? text(keys + id) : Column.harmless(id);
  }

  /** Returns the name of a person; her number if the reader may not know it. */
  String name(long number) {
    String name = names.get(number);
    return name == null
        ? text("casework.person", Map.of("number", String.valueOf(number)))
        : Column.harmless(name);
  }

  /** Returns who did something, and for whom. */
  String who(long by, Long onBehalfOf) {
    return onBehalfOf == null
        ? name(by)
        : text("casework.for", Map.of("by", name(by), "principal", name(onBehalfOf)));
  }

  /** Returns the title of a rule. */
  String rule(String id) {
    return examined.ruleSet().rules().containsKey(id) ? messages().title(id) : Column.harmless(id);
  }

  /** Returns a place as the form names it; that of a whole finding in words. */
  String place(String pointer) {
    if (pointer == null) {
      return text("casework.whole");
    }
    String label = new FieldWords(messages()).place(pointer);
    return label.isEmpty() ? Column.harmless(pointer) : label;
  }

  String moment(Instant at) {
    return Moments.exact(at, language);
  }

  /** Returns the first instant after a term or a validity in words. */
  String end(Instant end) {
    return Moments.end(end, language);
  }

  /** Returns an act of the case. */
  Optional<CaseAct> act(UUID id) {
    return acts.stream().filter(act -> act.id().equals(id)).findFirst();
  }

  /** Returns for whom the reader may act besides herself, by number. */
  Map<Long, String> principals() {
    Map<Long, String> principals = new TreeMap<>();
    authorities.all().stream()
        .map(given -> given.authority())
        .filter(given -> given.person() == self)
        .map(given -> given.principal())
        .filter(Objects::nonNull)
        .filter(this::isRepresented)
        .forEach(principal -> principals.put(principal, name(principal)));
    return principals;
  }

  private boolean isRepresented(long principal) {
    for (Power power : Power.values()) {
      if (authorities.delegated(self, principal, power, round()).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
