package sixones.pages.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.http.signin.SignInMode;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Account;
import sixones.people.Change;
import sixones.people.NameTaken;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.UnfitPerson;
import sixones.people.account.NewPerson;
import sixones.people.account.People;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.text.Text;

/** The page on which an administrator manages the people of the embedded user table. */
@Path("/people")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
  /** What cannot be undone for the person it is done to. */
  private static final Set<String> ASKED_FIRST = Set.of("password", "disable", "factor");

  @Inject People people;
  @Inject Applicants applicants;
  @Inject Administrator administrator;
  @Inject SignInMode mode;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The page as its template renders it.
   *
   * @param elsewhere whether an identity provider manages the people
   * @param password shown only in this response; null if there is none
   * @param trouble why a change was rejected, or null
   * @param written the submitted fields of a person who was not added
   * @param search what a reader looked for; null if the page lists everybody
   */
  record PeopleView(
      boolean elsewhere,
      List<Row> rows,
      List<RoleChoice> roles,
      List<Option> applicants,
      NewPassword password,
      ErrorSummary trouble,
      Written written,
      Search search) {
    /** Returns the view in which the particulars of a person are to be corrected. */
    PeopleView correcting(String name, Particulars written) {
      List<Row> corrected =
          rows.stream()
              .map(row -> row.name().equals(name) ? row.correcting(written) : row)
              .toList();
      return new PeopleView(
          elsewhere, corrected, roles, applicants, password, trouble, this.written, search);
    }
  }

  /**
   * A generated password.
   *
   * @param of the name of the person it belongs to
   * @param replaces whether there was another, so that the person was signed out
   */
  record NewPassword(String text, String of, boolean replaces) {}

  /**
   * A search among more people or applicants than the page lists.
   *
   * @param find the text looked for; empty if none
   * @param more how many people are not listed
   * @param applicants the applicants it is a part of; empty if nothing was looked for
   */
  record Search(String find, int more, List<Option> applicants) {}

  /**
   * One person.
   *
   * @param open whether the particulars are unfolded
   */
  record Row(
      String name,
      Particulars particulars,
      String role,
      String applicant,
      List<RoleChoice> roles,
      String code,
      boolean disabled,
      boolean factor,
      boolean self,
      boolean open) {
    /** Returns the row with particulars that were not saved, opened to be corrected. */
    Row correcting(Particulars written) {
      return new Row(name, written, role, applicant, roles, code, disabled, factor, self, true);
    }
  }

  record RoleChoice(String name, String label, boolean chosen) {}

  /** The submitted fields. */
  record Written(String name, String role, String applicant, Particulars particulars) {
    NewPerson person() {
      return new NewPerson(name, role, applicant.isEmpty() ? null : applicant, particulars);
    }
  }

  /**
   * What a change would do, asked before it is done.
   *
   * @param act the value of the field {@code act}
   */
  record Question(String name, String act) {}

  @CheckedTemplate(basePath = "pages/people")
  static class Templates {
    static native TemplateInstance people(PageFrame frame, PeopleView people);

    static native TemplateInstance question(PageFrame frame, Question question);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    return Templates.people(
        frame(), view(signedIn.person(), null, null, blank(), request.request().getParam("find")));
  }

  private static Written blank() {
    return new Written("", Role.APPLICANT.id(), "", Particulars.NONE);
  }

  private PeopleView view(
      Person admin, NewPassword password, ErrorSummary trouble, Written written, String find) {
    admin.mustBe(Role.ADMIN);
    PageFrame frame = frame();
    FewPeople few =
        FewPeople.of(
            mode.isByProvider() ? List.of() : people.list(admin),
            find,
            id -> frames.applicant(id, frame.language()));
    List<Row> rows = few.few().stream().map(each -> row(each, admin, frame)).toList();
    return new PeopleView(
        mode.isByProvider(),
        rows,
        roles(Role.APPLICANT, frame),
        applicants.few(request.request().getParam("applicant"), frame.language()),
        password,
        trouble,
        written,
        search(find, few, frame.language()));
  }

  private Search search(String find, FewPeople people, Language language) {
    if (people.all() <= FewPeople.MOST && !applicants.areMany(language)) {
      return null;
    }
    boolean blank = Text.isBlank(find);
    return new Search(
        blank ? "" : find.strip(),
        people.more(),
        blank ? List.of() : applicants.few(find, language));
  }

  private static List<RoleChoice> roles(Role chosen, PageFrame frame) {
    return Arrays.stream(Role.values())
        .map(role -> new RoleChoice(role.id(), frame.text("role." + role.id()), role == chosen))
        .toList();
  }

  private Row row(Account account, Person admin, PageFrame frame) {
    Person person = account.person();
    return new Row(
        person.name(),
        account.particulars(),
        frame.text("role." + person.role().id()),
        person.applicant() == null ? null : frames.applicant(person.applicant(), frame.language()),
        roles(person.role(), frame),
        person.applicant(),
        account.disabled(),
        account.secondFactor(),
        person.name().equals(admin.name()),
        false);
  }

  /** Adds a person. The generated password is shown only in this response. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response add() {
    Person admin = administrator.asking();
    Map<String, String> sent = SentForm.fields();
    Written written =
        new Written(
            sent.getOrDefault("name", "").strip(),
            sent.getOrDefault("role", ""),
            sent.getOrDefault("applicant", "").strip(),
            particulars(sent));
    String password = people.makePassword();
    try {
      people.add(admin, written.person(), password);
      NewPassword first = new NewPassword(password, written.name(), false);
      return page(200, view(admin, first, null, blank(), written.name()));
    } catch (UnfitPerson unfit) {
      return page(422, view(admin, null, trouble(unfit), written, null));
    } catch (NameTaken taken) {
      Language language = frame().language();
      Map<String, String> values = Map.of("name", written.name());
      ErrorSummary why =
          new ErrorSummary(
              Messages.text(language, "problem.name-taken.title", values),
              Messages.text(language, "problem.name-taken.detail", values),
              List.of());
      return page(409, view(admin, null, why, written, null));
    }
  }

  private ErrorSummary trouble(UnfitPerson unfit) {
    Language language = frame().language();
    List<ErrorSummary.Link> links =
        unfit.defects().stream()
            .map(
                defect ->
                    new ErrorSummary.Link(
                        "#" + defect.pointer().replaceFirst("^/", ""),
                        Messages.text(language, "unfit." + defect.kind(), Map.of())))
            .toList();
    Map<String, ?> count = Map.of("count", links.size());
    return new ErrorSummary(
        Messages.text(language, "problem.unfit.title", count),
        Messages.text(language, "problem.unfit.detail", count),
        links);
  }

  /**
   * Closes or opens an account, sets a password, removes the second factor, or changes the role or
   * the particulars, depending on the field {@code act}. Asks first before somebody is signed out.
   */
  @POST
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response change(@PathParam("name") String name) {
    Person admin = administrator.asking();
    Map<String, String> sent = SentForm.fields();
    Change change = change(sent);
    String act = sent.get("act");
    if (ASKED_FIRST.contains(act) && !sent.containsKey("confirm")) {
      return Response.ok(Templates.question(frame(), new Question(name, act)).render())
          .type("text/html;charset=UTF-8")
          .build();
    }
    try {
      people.change(admin, name, change).orElseThrow(NotFoundException::new);
      if (change.password() == null) {
        return Response.seeOther(URI.create("/people")).build();
      }
      NewPassword next = new NewPassword(change.password(), name, true);
      return page(200, view(admin, next, null, blank(), name));
    } catch (UnfitPerson unfit) {
      PeopleView view = view(admin, null, trouble(unfit), blank(), name);
      return page(
          422, change.particulars() == null ? view : view.correcting(name, change.particulars()));
    }
  }

  private Change change(Map<String, String> sent) {
    String applicant = sent.getOrDefault("applicant", "").strip();
    return switch (sent.getOrDefault("act", "")) {
      case "password" -> new Change(null, people.makePassword(), null, null);
      case "disable" -> new Change(true, null, null, null);
      case "enable" -> new Change(false, null, null, null);
      case "factor" -> new Change(null, null, null, null, false, null);
      case "particulars" -> Change.of(particulars(sent));
      case "role" ->
          new Change(
              null, null, sent.getOrDefault("role", ""), applicant.isEmpty() ? null : applicant);
      default -> throw new BadRequestException();
    };
  }

  private static Particulars particulars(Map<String, String> sent) {
    return Particulars.written(sent.get("fullName"), sent.get("office"), sent.get("telephone"));
  }

  private Response page(int status, PeopleView view) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(Templates.people(frame(), view).render())
        .build();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
