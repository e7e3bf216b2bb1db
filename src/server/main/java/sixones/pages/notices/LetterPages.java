package sixones.pages.notices;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.casework.CaseRecords;
import sixones.casework.LetterRecords;
import sixones.casework.SeenCase;
import sixones.http.SignedIn;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.letter.LetterForm;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.paper.Typesetter;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.round.Fault;
import sixones.round.Refused;

/** Shows the letters of a case, as they were issued or as they will be, and hands out the files. */
@Path("/cases/{id}/letters")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LetterPages {
  @Inject CaseRecords records;
  @Inject LetterRecords letters;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Inject Typesetter typesetter;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/notices")
  static class Templates {
    static native TemplateInstance letters(PageFrame frame, LettersView page);

    static native TemplateInstance letter(PageFrame frame, LettersView.One page);
  }

  /** Lists the letters of a case. */
  @GET
  @Operation(hidden = true)
  public Response list(@PathParam("id") String id) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    SeenCase seen = records.find(person, PathParameters.id(id), null);
    if (seen.isWithheld()) {
      return toCase(seen.bidCase().id());
    }
    String applicant = frames.applicant(seen.bidCase().applicant(), frame().language());
    LettersView page =
        LetterViews.letters(
            seen.bidCase().id(),
            applicant,
            letters.ofCase(person, seen.bidCase().id()),
            frame().language());
    return Response.ok(Templates.letters(frame(), page)).build();
  }

  /**
   * Shows a letter in both languages: what was issued, or to an official what would be.
   *
   * @param act the act that the letter tells of
   * @param said what a confirmer who is asked first would say; kept nowhere
   */
  @GET
  @Path("{act}")
  @Operation(hidden = true)
  public Response show(
      @PathParam("id") String id, @PathParam("act") String act, @QueryParam("said") String said) {
    Person person = reader();
    UUID of = PathParameters.id(act);
    Optional<LetterRecords.ReadLetter> issued = issued(person, of);
    if (issued.isPresent()) {
      mustBeOf(issued.get(), id);
      return Response.ok(
              Templates.letter(
                  frame(), LetterViews.issued(issued.get(), person, frame().language())))
          .build();
    }
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    SeenCase seen = records.find(person, PathParameters.id(id), null);
    if (seen.isWithheld()) {
      return toCase(seen.bidCase().id());
    }
    if (!seen.view().pending().contains(of)) {
      throw new NotFoundException();
    }
    if (seen.view().isCovered(of)) {
      if (said == null || said.isBlank()) {
        return waiting(seen, of, null, List.of());
      }
      seen = records.opened(person, seen.bidCase().id(), of);
    }
    Letter letter = letters.preview(person, seen, of).orElseThrow(NotFoundException::new);
    return waiting(seen, of, letter, letters.faults(letter));
  }

  private Response waiting(SeenCase seen, UUID act, Letter letter, List<Fault> faults) {
    return Response.ok(
            Templates.letter(
                frame(),
                LetterViews.waiting(seen.bidCase().id(), act, letter, faults, frame().language())))
        .build();
  }

  private Optional<LetterRecords.ReadLetter> issued(Person person, UUID act) {
    try {
      return Optional.of(letters.find(person, act));
    } catch (Refused none) {
      if (none.why() == Refused.Why.NO_SUCH) {
        return Optional.empty();
      }
      throw none;
    }
  }

  private static void mustBeOf(LetterRecords.ReadLetter letter, String id) {
    if (!letter.letter().bidCase().equals(PathParameters.id(id))) {
      throw new NotFoundException();
    }
  }

  /**
   * Hands out a letter that was issued.
   *
   * @param form docx, pdf, html, txt or json
   */
  @GET
  @Path("{act}/{language}.{form}")
  @Produces(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response file(
      @PathParam("id") String id,
      @PathParam("act") String act,
      @PathParam("language") String language,
      @PathParam("form") String form) {
    Person person = reader();
    Language in = Language.of(language).orElseThrow(NotFoundException::new);
    LetterForm as = LetterForm.of(form).orElseThrow(NotFoundException::new);
    LetterRecords.ReadLetter letter = letters.find(person, PathParameters.id(act));
    mustBeOf(letter, id);
    FrozenLetter text = letter.text();
    return Downloads.of(as.of(text, in, typesetter), as.type(), as.fileName(text, in));
  }

  private static Response toCase(UUID id) {
    return Response.seeOther(URI.create("/cases/" + id)).build();
  }

  private Person reader() {
    Person person = signedIn.person();
    person.mustBe(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    return person;
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
