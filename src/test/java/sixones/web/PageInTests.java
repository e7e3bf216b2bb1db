package sixones.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A page for signed-in people, for tests. */
@Path("/page-in-tests")
public class PageInTests {
  @Inject SignedIn signedIn;

  @GET
  @Produces("text/plain")
  @Operation(hidden = true)
  public String name() {
    return signedIn.person().name();
  }
}
