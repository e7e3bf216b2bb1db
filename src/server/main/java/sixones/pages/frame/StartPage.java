package sixones.pages.frame;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.http.SignedIn;

/** Leads whoever has signed in to the page their work begins on. */
@Path("/start")
@Blocking
public class StartPage {
  @Inject SignedIn signedIn;

  /** The first page of a role. */
  @GET
  @Operation(hidden = true)
  public Response start() {
    return Response.seeOther(URI.create(of(signedIn.person().role().id()))).build();
  }

  /** The address of the first page of a role; the self-check for everybody else. */
  public static String of(String role) {
    if (role == null) {
      return "/";
    }
    return switch (role) {
      case "city" -> "/city";
      case "officer" -> "/rounds";
      case "auditor" -> "/audit";
      default -> "/people";
    };
  }
}
