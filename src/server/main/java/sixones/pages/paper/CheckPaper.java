package sixones.pages.paper;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.pages.form.Check;
import sixones.pages.form.Checks;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;

/** Prints the report on the form of the self-check. */
@Path("/report.pdf")
@Blocking
public class CheckPaper {
  @Inject Papers papers;
  @Inject Checks checks;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /** Prints the report on the submitted form; leads to the self-check if it has none. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({PaperPages.PDF, MediaType.TEXT_HTML})
  @WithFormRead
  @Operation(hidden = true)
  public Response print() {
    var sent = SentForm.fields();
    PageFrame frame = frames.of(request);
    Check check =
        checks.of(checks.sent(sent), sent.getOrDefault(Check.AS_OF, ""), frame.language());
    return check.evaluation() == null
        ? Response.seeOther(URI.create("/")).build()
        : papers.printed(check.written(), frame);
  }
}
