package sixones.api;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Public health status as JSON, without details; those are at the management address. */
@Path("/health")
@Produces(MediaType.WILDCARD)
public class HealthResource {
  @Inject SmallRyeHealthReporter health;

  /** Returns the liveness. */
  @GET
  @Path("live")
  @Operation(hidden = true)
  public Uni<Response> live() {
    return health.getLivenessAsync().map(HealthResource::status);
  }

  /** Returns the readiness. */
  @GET
  @Path("ready")
  @Operation(hidden = true)
  public Uni<Response> ready() {
    return health.getReadinessAsync().map(HealthResource::status);
  }

  private static Response status(SmallRyeHealth told) {
    return Response.status(told.isDown() ? 503 : 200)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(told.isDown() ? "{\"status\":\"DOWN\"}" : "{\"status\":\"UP\"}")
        .build();
  }
}
