package sixones.pages.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;

/** Help for each role. */
@Path("/help")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class HelpPage {
  private static final List<String> READERS = List.of("applicant", "officer", "auditor", "admin");

  @Inject PageFrames frames;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/help")
  static class Templates {
    static native TemplateInstance help(PageFrame frame, String reader);
  }

  /** Shows the help for applicants. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance help() {
    return Templates.help(frames.of(request), READERS.get(0));
  }

  /** Shows the help for one kind of reader. */
  @GET
  @Path("{reader}")
  @Operation(hidden = true)
  public TemplateInstance help(@PathParam("reader") String reader) {
    if (!READERS.contains(reader)) {
      throw new NotFoundException();
    }
    return Templates.help(frames.of(request), reader);
  }
}
