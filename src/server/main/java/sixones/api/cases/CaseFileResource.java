package sixones.api.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.api.TakenFile;
import sixones.casework.ReplyFiles;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.http.QueryParameters;
import sixones.people.Person;
import sixones.people.Role;
import sixones.representation.EvidenceFileJson;

/** The evidence files of the reply to a notice. */
@Path("/api/cases/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Cases")
public class CaseFileResource extends ActResource {
  private static final String ONE =
      """
      {"id": "0c5d7a51-7e0b-4a1b-8b8e-0f6f7b9f4d11", "entry": "/evidence/0", "name": "approval.pdf",
       "type": "pdf", "mediaType": "application/pdf", "size": 182044,
       "digest": "sha256:48351bb81b9ef441591bbb6329fe92817f8284918407746f89f5b469b5bd031d",
       "addedAt": "2026-03-04T10:20:30.000+08:00", "addedBy": "somebody"}\
      """;

  private static final String ALL =
      "{\"items\": ["
          + ONE
          + "], \"before\": [], \"open\": [\"/evidence/0\"], \"quota\": {\"file\": 20971520,"
          + " \"bid\": 209715200, \"usedByBid\": 182044, \"applicant\": 1073741824,"
          + " \"usedByApplicant\": 182044}}";

  @Inject ReplyFiles files;

  /** Lists the files of a reply. */
  @GET
  @Operation(
      operationId = "caseFiles",
      summary = "List the evidence files of the reply in a case",
      description =
          "For the applicant. items are those added for the reply, in the order they came; entry is"
              + " the place in the reply a file belongs to, or null if the reply does not have it:"
              + " such a file is not handed in. before are those handed in with the bid the reply"
              + " takes the place of; they go along if their entry is still there. open are the"
              + " entries a file can be added to.")
  @APIResponse(
      responseCode = "200",
      description = "The files, and what is used of the quota, in bytes.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "example", value = ALL)))
  public Response list(
      @PathParam("id") String id,
      @Parameter(
              description =
                  "The id of the draft the reply is written in; left out, entry is a place in the"
                      + " bid as it was handed in.")
          @QueryParam("draft")
          String draft) {
    Person person = applicant();
    ReplyFiles.Kept kept = files.list(person, id(id), draft(draft));
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    put(told.putArray("items"), kept, kept.added());
    put(told.putArray("before"), kept, kept.before());
    ArrayNode open = told.putArray("open");
    kept.open().stream().map(BidEntries.Entry::pointer).forEach(open::add);
    told.set("quota", EvidenceFileJson.of(kept.used()));
    return fresh(told).build();
  }

  private static void put(ArrayNode items, ReplyFiles.Kept kept, Iterable<EvidenceFile> files) {
    for (EvidenceFile file : files) {
      items.add(
          EvidenceFileJson.of(file, kept.entry(file).map(BidEntries.Entry::pointer).orElse(null)));
    }
  }

  /** Adds a file to a reply. */
  @POST
  @Operation(
      operationId = "addCaseFile",
      summary = "Add an evidence file to the reply in a case",
      description =
          "For the applicant, while a notice waits for the reply. One file, for one entry of the"
              + " list of documents: one that the notice opens or rests on, or a new one. It is"
              + " handed in with the reply. Types, limits and repeats are those of the files of"
              + " drafts.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      requiredProperties = {"file", "entry"},
                      properties = {
                        @SchemaProperty(
                            name = "file",
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "The file, with its name."),
                        @SchemaProperty(
                            name = "entry",
                            type = SchemaType.STRING,
                            description =
                                "The place of the entry in the reply, a JSON Pointer, e.g."
                                    + " /evidence/0.")
                      })))
  @APIResponse(
      responseCode = "201",
      description = "The file.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "example", value = ONE)))
  @APIResponse(responseCode = "200", description = "The file, which was there already.")
  @APIResponse(responseCode = "409", description = "There is no room, or no reply is awaited.")
  @APIResponse(responseCode = "413", description = "The file is too large.")
  public Response add(
      @PathParam("id") String id,
      @Parameter(
              description =
                  "The id of the draft the reply is written in; left out, entry is a place in the"
                      + " bid as it was handed in.")
          @QueryParam("draft")
          String draft)
      throws IOException {
    Person person = applicant();
    UUID known = id(id);
    UUID written = draft(draft);
    return TakenFile.answer(
        files.add(person, known, written, TakenFile.read(this::key, language())));
  }

  /** Removes a file from a reply. */
  @DELETE
  @Path("{file}")
  @Operation(
      operationId = "removeCaseFile",
      summary = "Remove an evidence file that was added for the reply in a case",
      description = "What was handed in keeps it. Removing it twice is as removing it once.")
  @APIResponse(responseCode = "204", description = "It is no longer among the files of the reply.")
  public Response remove(@PathParam("id") String id, @PathParam("file") String file) {
    files.remove(applicant(), id(id), id(file));
    return Response.noContent().build();
  }

  private Person applicant() {
    Person person = person();
    person.mustBe(Role.APPLICANT);
    return person;
  }

  private UUID draft(String draft) {
    return QueryParameters.filterId("draft", draft, language());
  }
}
