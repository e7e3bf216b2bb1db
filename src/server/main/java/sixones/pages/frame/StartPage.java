package sixones.pages.frame;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.http.SignedIn;

/** Redirects the signed-in person to the start page of their role. */
@Path("/start")
@Blocking
public class StartPage {
  @Inject SignedIn signedIn;

  @GET
  @Operation(hidden = true)
  public Response start() {
    return Response.seeOther(URI.create(of(signedIn.person().role().id()))).build();
  }

  /**
   * Returns the address of a role's start page.
   *
   * @param role the id of the role; null for the self-check
   */
  public static String of(String role) {
    if (role == null) {
      return "/";
    }
    return switch (role) {
      case "applicant" -> "/applicant";
      case "officer" -> "/desk";
      case "auditor" -> "/evaluations";
      default -> "/people";
    };
  }
}
