package sixones.pages.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.people.UnfitPerson;
import sixones.people.account.NewPeople;
import sixones.report.Language;
import sixones.report.Messages;

/** What has to be corrected in a table of people before anybody is added. */
@ApplicationScoped
class PeopleFaults {
  @Inject NewPeople newPeople;
  @Inject Applicants applicants;

  /** Returns the faults of a table in words, each with its place; of one too long that alone. */
  List<String> of(Person admin, PeopleFile file, Language language) {
    PageWords words = PageWords.in(language);
    List<String> faults = new ArrayList<>();
    file.missing()
        .forEach(
            column -> faults.add(ofColumn("people.many.missing", label(column, words), words)));
    file.unknown().forEach(column -> faults.add(ofColumn("people.many.unknown", column, words)));
    file.repeated().forEach(column -> faults.add(ofColumn("people.many.repeated", column, words)));
    if (!file.missing().isEmpty()) {
      return faults;
    }
    if (file.people().size() > PeopleFile.MOST) {
      return List.of(words.text("people.many.too-many"));
    }
    if (file.people().isEmpty()) {
      faults.add(words.text("people.many.empty"));
    }
    List<String> names = file.people().stream().map(line -> line.person().name()).toList();
    Set<String> taken = newPeople.taken(admin, names);
    Set<String> seen = new HashSet<>();
    for (PeopleFile.Line line : file.people()) {
      String name = line.person().name();
      if (line.isTooLong()) {
        String number = String.valueOf(line.number());
        faults.add(words.text("people.many.too-long", Map.of("line", number)));
      }
      for (UnfitPerson.Defect defect : newPeople.defects(admin, line.person())) {
        String says =
            isShared(line, defect)
                ? words.text("people.many.shared", Map.of("name", line.person().applicant()))
                : Messages.text(language, "unfit." + defect.kind(), Map.of());
        faults.add(at(line, defect.pointer().substring(1), words) + says);
      }
      if (taken.contains(name)) {
        faults.add(at(line, "name", words) + words.text("people.many.taken", Map.of("name", name)));
      } else if (!seen.add(name)) {
        faults.add(at(line, "name", words) + words.text("people.many.twice", Map.of("name", name)));
      }
    }
    return faults;
  }

  /** Returns whether a line names an applicant by a name that others have, too. */
  private boolean isShared(PeopleFile.Line line, UnfitPerson.Defect defect) {
    String applicant = line.person().applicant();
    return defect.pointer().equals("/applicant")
        && applicant != null
        && applicants.named(applicant).size() > 1;
  }

  private static String ofColumn(String key, String column, PageWords words) {
    return words.text(key, Map.of("column", column));
  }

  private static String at(PeopleFile.Line line, String column, PageWords words) {
    Map<String, ?> place =
        Map.of("line", String.valueOf(line.number()), "column", label(column, words));
    return words.text("people.many.place", place) + " ";
  }

  private static String label(String column, PageWords words) {
    return words.text("people." + column);
  }
}
