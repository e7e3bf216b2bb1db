package sixones.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.casework.LetterRecords;
import sixones.http.ConditionalResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.letter.LetterForm;
import sixones.paper.Typesetter;
import sixones.people.Person;
import sixones.report.Language;

/** The letters that were issued in cases, in every form. */
@Path("/api/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class NoticeResource {
  @Inject LetterRecords letters;
  @Inject SignedIn signedIn;
  @Inject Typesetter typesetter;
  @Context HttpHeaders headers;
  @Context Request request;

  /** Returns the letter an act was issued with. */
  @GET
  @Path("{id}")
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "notice",
      summary = "Read the letter that tells of an act",
      description =
          "The id is that of the notice or decision. Without a format the frozen text of format"
              + " sixones/letter/1, with both languages, byte for byte as it was issued; every file"
              + " is made of it and carries its digest. An applicant reads the letters of its own"
              + " case, an officer those of cases that are not withheld from her.")
  @APIResponse(
      responseCode = "200",
      description = "The letter.",
      content = {
        @Content(mediaType = MediaType.APPLICATION_JSON),
        @Content(
            mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        @Content(mediaType = "application/pdf"),
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(mediaType = MediaType.TEXT_PLAIN)
      })
  @APIResponse(
      responseCode = "409",
      description = "The stored text is not the one that was issued.",
      content = @Content(mediaType = "application/problem+json"))
  public Response find(
      @PathParam("id") String id,
      @Parameter(description = "json, docx, pdf, html or txt.") @QueryParam("format") String format,
      @Parameter(description = "en or zh-CN; of no effect on json.") @QueryParam("lang")
          String lang) {
    Person person = signedIn.person();
    Language language = QueryParameters.language(lang, headers).orElse(Language.EN);
    LetterForm form = QueryParameters.letterForm(format, language);
    LetterRecords.ReadLetter letter = letters.find(person, QueryParameters.id(id, language));
    byte[] body = form.of(letter.text(), language, typesetter);
    if (form == LetterForm.JSON) {
      return ConditionalResponses.of(body, ConditionalResponses.JSON, request);
    }
    return Response.ok(body, form.type())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            (form == LetterForm.HTML ? "inline" : "attachment")
                + "; filename=\""
                + form.fileName(letter.text(), language)
                + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
