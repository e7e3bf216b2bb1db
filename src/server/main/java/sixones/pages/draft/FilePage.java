package sixones.pages.draft;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.http.FileResponses;
import sixones.http.SignedIn;
import sixones.submission.SubmissionFiles;

/** Downloads an evidence file by its digest, for whoever may read it. */
@Path("/files/{digest}")
@Blocking
public class FilePage {
  @Inject SubmissionFiles handedIn;
  @Inject EvidenceFiles files;
  @Inject SignedIn signedIn;
  @Context Request request;

  /** Returns the bytes, always as an attachment. */
  @GET
  @Operation(hidden = true)
  public Response find(@PathParam("digest") String digest) {
    EvidenceFile file = handedIn.export(signedIn.person(), digest);
    return FileResponses.of(file, files.content(file), request);
  }
}
