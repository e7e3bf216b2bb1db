package sixones.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.http.SignedIn;

/**
 * Pages for tests: for signed-in people, with headers of its own, silent, broken, and of any
 * status.
 */
@Path("/page-in-tests")
public class PageInTests {
  public static volatile CountDownLatch held = new CountDownLatch(0);

  @Inject SignedIn signedIn;

  @GET
  @Produces("text/plain")
  @Operation(hidden = true)
  public String name() {
    return signedIn.person().name();
  }

  @GET
  @Path("own-headers")
  @Operation(hidden = true)
  public Response ownHeaders() {
    return Response.ok("")
        .header("Content-Security-Policy", "default-src 'self'")
        .header("Cache-Control", "max-age=60")
        .build();
  }

  @GET
  @Path("held")
  @Produces("text/plain")
  @Operation(hidden = true)
  public String held() throws InterruptedException {
    return held.await(60, TimeUnit.SECONDS) ? "let go" : "forgotten";
  }

  @GET
  @Path("broken")
  @Produces("text/html")
  @Operation(hidden = true)
  public String broken() {
    throw new IllegalStateException("what a draft said");
  }

  @GET
  @Path("status/{status}")
  @Produces("text/html")
  @Operation(hidden = true)
  public String status(@PathParam("status") int status) {
    throw new WebApplicationException(status);
  }
}
