package sixones.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.http.FileResponses;
import sixones.http.SignedIn;
import sixones.submission.SubmissionFiles;

/** The evidence files by their digest. */
@Path("/api/files/{digest}")
@Blocking
@Tag(name = "Files", description = "Evidence files: kept by their digest, never changed.")
public class FileResource {
  @Inject SubmissionFiles handedIn;
  @Inject EvidenceFiles files;
  @Inject SignedIn signedIn;
  @Context Request request;

  /** Returns the bytes of a file. */
  @GET
  @Operation(
      operationId = "file",
      summary = "Read an evidence file, to the byte",
      description =
          "For the applicant whose file it is, and for officers and auditors once it was handed in."
              + " The digest is computed anew at each reading; a file that does not have it is"
              + " never served.")
  @APIResponse(
      responseCode = "200",
      description = "The very bytes, as an attachment; the ETag is the digest.")
  @APIResponse(responseCode = "500", description = "The file is missing or was changed.")
  public Response find(
      @Parameter(
              example = "sha256:48351bb81b9ef441591bbb6329fe92817f8284918407746f89f5b469b5bd031d")
          @PathParam("digest")
          String digest) {
    EvidenceFile file = handedIn.export(signedIn.person(), digest);
    return FileResponses.of(file, files.content(file), request);
  }
}
