package sixones.pages.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import sixones.bid.NotText;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.NameTaken;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.UnfitPerson;
import sixones.people.account.NewPeople;
import sixones.people.account.NewPerson;
import sixones.people.account.People;
import sixones.report.Language;

/** The pages on which an administrator adds many people at once, from a table. */
@Path("/people/many")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ManyPeoplePage {
  @Inject People people;
  @Inject NewPeople newPeople;
  @Inject Applicants applicants;
  @Inject RuleSetChoice ruleSets;
  @Inject PeopleFaults peopleFaults;
  @Inject Administrator administrator;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The page as its template renders it.
   *
   * @param text the table as it was sent or read from a file
   * @param read what the table says, once there is one
   * @param faults what has to be corrected before anybody is added
   * @param added whether the people were added; they then have passwords
   * @param tables the rule sets, by id, with so few applicants that one table adds them
   */
  record ManyView(
      String text, List<Row> read, List<String> faults, boolean added, List<Option> tables) {
    /** Returns whether the people can be added. */
    public boolean isReady() {
      return !added && faults.isEmpty() && !read.isEmpty();
    }
  }

  /**
   * A person of the table.
   *
   * @param password shown in this response only; null before the person is added
   */
  record Row(
      int number, String name, String role, String applicant, String about, String password) {}

  @CheckedTemplate(basePath = "pages/people")
  static class Templates {
    static native TemplateInstance many(PageFrame frame, ManyView many);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance ask() {
    administrator.asking();
    return Templates.many(frame(), new ManyView("", List.of(), List.of(), false, tables()));
  }

  /**
   * Returns a table to fill in: a line for each applicant of a rule set.
   *
   * @param ruleSet its id
   * @throws NotFoundException if there is no such rule set, or more applicants than one table adds
   */
  @GET
  @Path("table.csv")
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response table(@RestQuery String ruleSet) {
    administrator.asking();
    List<Option> all = applicants.few(ruleSets.find(ruleSet), frame().language());
    if (all.isEmpty()) {
      throw new NotFoundException();
    }
    StringBuilder table = new StringBuilder("\uFEFF");
    table.append(
        String.join(
            ",",
            PeopleFile.COLUMNS.stream().map(column -> frame().text("people." + column)).toList()));
    table.append("\r\n");
    for (Option applicant : all) {
      String id = applicant.value();
      table.append(
          String.join(
              ",",
              id.replace(':', '-'),
              frame().text("role." + Role.APPLICANT.id()),
              applicant.label(),
              "",
              "",
              ""));
      table.append("\r\n");
    }
    byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
    return Downloads.of(bytes, "text/csv;charset=UTF-8", "people.csv");
  }

  /** Shows what a table says and what is wrong with it; adds the people if the reader says so. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response read(@RestForm("file") FileUpload file) throws IOException {
    Person admin = administrator.asking();
    Map<String, String> sent = SentForm.fields();
    boolean hasFile = file != null && file.size() > 0;
    List<String> faults = new ArrayList<>();
    String text = hasFile ? text(file, faults) : sent.getOrDefault("text", "");
    List<PeopleFile.Line> lines = faults.isEmpty() ? lines(admin, text, faults) : List.of();
    if (!faults.isEmpty() || hasFile || !"add".equals(sent.get("act"))) {
      ManyView view = new ManyView(text, rows(lines, Map.of()), faults, false, tables());
      return page(faults.isEmpty() ? 200 : 422, view);
    }
    Map<NewPerson, String> passwords = new LinkedHashMap<>();
    lines.forEach(line -> passwords.put(line.person(), people.makePassword()));
    try {
      newPeople.add(admin, passwords);
      return page(200, new ManyView("", rows(lines, passwords), List.of(), true, tables()));
    } catch (UnfitPerson | NameTaken e) {
      // Another administrator was quicker, or the roll has changed since the faults were looked
      // for.
      lines(admin, text, faults);
      return page(409, new ManyView(text, rows(lines, Map.of()), faults, false, tables()));
    }
  }

  private String text(FileUpload file, List<String> faults) throws IOException {
    byte[] bytes = Files.readAllBytes(file.uploadedFile());
    NotText not = NotText.in(bytes).orElse(null);
    if (not == null) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    String text = not.encoding().flatMap(encoding -> encoding.read(bytes)).orElse("");
    if (text.isEmpty()) {
      faults.add(frame().text("people.many.no-text"));
    }
    return text;
  }

  private List<PeopleFile.Line> lines(Person admin, String text, List<String> faults) {
    try {
      PeopleFile file = PeopleFile.read(text, applicants::named);
      faults.addAll(peopleFaults.of(admin, file, frame().language()));
      return file.people().size() > PeopleFile.MOST ? List.of() : file.people();
    } catch (IOException e) {
      faults.add(frame().text("people.many.unreadable"));
      return List.of();
    }
  }

  private List<Row> rows(List<PeopleFile.Line> lines, Map<NewPerson, String> passwords) {
    return lines.stream()
        .map(
            line -> {
              NewPerson person = line.person();
              String role =
                  Role.of(person.role())
                      .map(known -> frame().text("role." + known.id()))
                      .orElse(person.role());
              String applicant =
                  person.applicant() == null
                      ? ""
                      : frames.applicant(person.applicant(), frame().language());
              return new Row(
                  line.number(),
                  person.name(),
                  role,
                  applicant,
                  person.particulars().line(),
                  passwords.get(person));
            })
        .toList();
  }

  private List<Option> tables() {
    Language language = frame().language();
    return ruleSets.all().stream()
        .filter(set -> !applicants.few(set, language).isEmpty())
        .map(set -> new Option(set.id(), ruleSets.title(set, language), false))
        .toList();
  }

  private Response page(int status, ManyView view) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(Templates.many(frame(), view).render())
        .build();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
