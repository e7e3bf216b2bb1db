package sixones.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.representation.EvidenceFileJson;
import sixones.submission.DraftFiles;

/** The evidence files of a draft. */
@Path("/api/drafts/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Drafts")
public class DraftFileResource {
  static final String ONE =
      """
      {"id": "5f0c8a52-6d1e-4c53-9d0e-2f6f1c9a7b10", "entry": "/evidence/0", "name": "plan.pdf",
       "type": "pdf", "mediaType": "application/pdf", "size": 182044,
       "digest": "sha256:48351bb81b9ef441591bbb6329fe92817f8284918407746f89f5b469b5bd031d",
       "addedAt": "2022-06-17T10:20:30.000+08:00", "addedBy": "somebody"}\
      """;

  private static final String ALL =
      "{\"items\": ["
          + ONE
          + "], \"quota\": {\"file\": 20971520, \"bid\": 209715200, \"usedByBid\": 182044,"
          + " \"applicant\": 1073741824, \"usedByApplicant\": 182044}}";

  @Inject DraftFiles files;
  @Inject SignedIn signedIn;
  @Context RoutingContext asked;
  @Context HttpHeaders headers;
  @Context Request request;

  /** Lists the files of a draft. */
  @GET
  @Operation(
      operationId = "draftFiles",
      summary = "List the evidence files of a draft",
      description =
          "In the order they came. entry is the place in the bid the file belongs to now, or null"
              + " if the bid no longer has it: such a file is not handed in.")
  @APIResponse(
      responseCode = "200",
      description = "The files, and what is used of the quota, in bytes.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "example", value = ALL)))
  public Response list(@PathParam("id") String id) {
    Person person = signedIn.person();
    DraftFiles.Kept kept = files.list(person, id(id));
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    ArrayNode items = told.putArray("items");
    for (EvidenceFile file : kept.files()) {
      String entry = kept.entry(file).map(there -> there.pointer()).orElse(null);
      items.add(EvidenceFileJson.of(file, entry));
    }
    told.set("quota", EvidenceFileJson.of(kept.used()));
    return ConditionalResponses.of(
        ConditionalResponses.bytes(told), ConditionalResponses.JSON, request);
  }

  /** Adds a file to a draft. */
  @POST
  @Operation(
      operationId = "addDraftFile",
      summary = "Add an evidence file to a draft",
      description =
          "One file, for one entry of the list of documents in the bid. PDF, PNG, JPEG, DOCX, XLSX,"
              + " PPTX, ODT, ODS, ODP and OFD are kept; the type is told by the content. The same"
              + " Idempotency-Key with the same file is answered the same, and a file the entry"
              + " has already is not added again: 200.")
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
                                "The place of the entry in the bid, a JSON Pointer, e.g."
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
  @APIResponse(responseCode = "409", description = "There is no room, or the round is over.")
  @APIResponse(responseCode = "413", description = "The file is too large.")
  public Response add(
      @PathParam("id") String id,
      @Parameter(description = "Your own name for this file, e.g. a UUID.", required = true)
          @HeaderParam("Idempotency-Key")
          String key)
      throws IOException {
    Person person = signedIn.person();
    UUID draft = id(id);
    EvidenceFiles.Sent sent =
        TakenFile.read(
            () -> QueryParameters.one(key, "Idempotency-Key", headers),
            EarlyResponses.language(asked));
    return TakenFile.answer(files.add(person, draft, sent));
  }

  /** Removes a file from a draft. */
  @DELETE
  @Path("{file}")
  @Operation(
      operationId = "removeDraftFile",
      summary = "Remove an evidence file from a draft",
      description = "What was handed in keeps it. Removing it twice is as removing it once.")
  @APIResponse(responseCode = "204", description = "It is no longer in the draft.")
  public Response remove(@PathParam("id") String id, @PathParam("file") String file) {
    files.remove(signedIn.person(), id(id), id(file));
    return Response.noContent().build();
  }

  private UUID id(String text) {
    return QueryParameters.id(text, EarlyResponses.language(asked));
  }
}
