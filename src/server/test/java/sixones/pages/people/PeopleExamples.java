package sixones.pages.people;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrame;
import sixones.pages.people.ManyPeoplePage.ManyView;
import sixones.pages.people.PeoplePage.PeopleView;
import sixones.pages.people.PeoplePage.RoleChoice;
import sixones.pages.people.PeoplePage.Row;
import sixones.pages.people.PeoplePage.Written;
import sixones.people.Particulars;
import sixones.people.Role;
import sixones.people.UnfitPerson;

/** The people an administrator looks after. */
@Singleton
class PeopleExamples implements PageExamples {
  private static final Particulars LI_WEI =
      new Particulars("李 <伟>", "A long office ".repeat(7).strip(), "000-0000");
  private static final PeoplePage.Search FOUND =
      new PeoplePage.Search(
          "市中区",
          2744,
          List.of(
              new Option("511002", "市中区 511002", false),
              new Option("511102", "市中区 511102", false)));
  private static final PeoplePage.Search NOT_FOUND = new PeoplePage.Search("<b>", 1, List.of());
  private static final Written BLANK = new Written("", Role.APPLICANT.id(), "", Particulars.NONE);

  @Override
  public List<Example> all() {
    return List.of(
        people("people", false, null, null, BLANK),
        people("people-password", false, "tree-lamp-93-river", null, BLANK),
        people(
            "people-refused",
            false,
            null,
            "name",
            new Written("Big <Name>", "officer", "", LI_WEI)),
        people("people-many-applicants", false, null, null, BLANK, FOUND),
        people("people-not-found", false, null, null, BLANK, NOT_FOUND),
        people("people-elsewhere", true, null, null, BLANK),
        question("people-ask-password", "password"),
        question("people-ask-disable", "disable"),
        question("people-ask-factor", "factor"),
        many("people-many", "", List.of(), List.of(), false),
        many("people-many-faults", "name\n<b>", List.of(), List.of("Line 2"), false),
        many("people-many-ready", "name", List.of(line(null)), List.of(), false),
        many("people-many-added", "", List.of(line("a-b-c")), List.of(), true));
  }

  private static ManyPeoplePage.Row line(String password) {
    return new ManyPeoplePage.Row(
        2, "x".repeat(64), "Applicant", "Chengdu 成都市", LI_WEI.line(), password);
  }

  private static Example question(String name, String act) {
    return new Example(
        name,
        language ->
            PeoplePage.Templates.question(
                frame(language, Role.ADMIN, "/people"), new PeoplePage.Question("wang.fang", act)));
  }

  private static Example many(
      String name, String text, List<ManyPeoplePage.Row> read, List<String> faults, boolean added) {
    List<Option> tables = List.of(new Option("a", "Title <b>", false));
    ManyView many = new ManyView(text, read, faults, added, tables);
    return new Example(
        name,
        language ->
            ManyPeoplePage.Templates.many(frame(language, Role.ADMIN, "/people/many"), many));
  }

  private static Example people(
      String name, boolean elsewhere, String password, String defect, Written written) {
    return people(name, elsewhere, password, defect, written, null);
  }

  private static Example people(
      String name,
      boolean elsewhere,
      String password,
      String defect,
      Written written,
      PeoplePage.Search search) {
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, Role.ADMIN, "/people");
          return PeoplePage.Templates.people(
              frame,
              new PeopleView(
                  elsewhere,
                  elsewhere ? List.of() : rows(frame),
                  roles(Role.APPLICANT, frame),
                  List.of(new Option("510100", "Chengdu 成都市", false)),
                  password == null ? null : new PeoplePage.NewPassword(password, "wang.fang", true),
                  trouble(frame, defect),
                  written,
                  search));
        });
  }

  /** The administrator, somebody whose account is closed, and an applicant with a long name. */
  private static List<Row> rows(PageFrame frame) {
    return List.of(
        row(frame, "li.wei", Role.ADMIN, false, true),
        row(frame, "wang.fang", Role.AUDITOR, true, false),
        row(frame, "x".repeat(64), Role.APPLICANT, false, false));
  }

  private static Row row(PageFrame frame, String name, Role role, boolean disabled, boolean self) {
    boolean applicant = role == Role.APPLICANT;
    return new Row(
        name,
        applicant ? LI_WEI : Particulars.NONE,
        frame.text("role." + role.id()),
        applicant ? "Chengdu 成都市" : null,
        roles(role, frame),
        applicant ? "510100" : null,
        disabled,
        true,
        self,
        applicant);
  }

  private static List<RoleChoice> roles(Role chosen, PageFrame frame) {
    return Arrays.stream(Role.values())
        .map(role -> new RoleChoice(role.id(), frame.text("role." + role.id()), role == chosen))
        .toList();
  }

  private static ErrorSummary trouble(PageFrame frame, String defect) {
    if (defect == null) {
      return null;
    }
    UnfitPerson unfit = new UnfitPerson(List.of(new UnfitPerson.Defect("/name", defect)));
    return ErrorSummary.of(unfit, "account.password.not", frame);
  }
}
