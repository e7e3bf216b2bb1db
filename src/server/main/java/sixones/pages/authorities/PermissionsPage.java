package sixones.pages.authorities;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;

/** Shows everybody the table of who may do what in a case, as the policy reads it. */
@Path("/permissions")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PermissionsPage {
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/authorities")
  static class Templates {
    static native TemplateInstance permissions(PageFrame frame, List<PermissionRow> permissions);
  }

  /** Shows the table. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    PageFrame frame = frames.of(request);
    return Templates.permissions(frame, PermissionRow.table(frame.language()));
  }
}
