package sixones.pages.audit;

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
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.audit.AuditEntries;
import sixones.audit.AuditEntry;
import sixones.http.SignedIn;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.people.Person;
import sixones.people.Role;
import sixones.store.Slice;

/**
 * Lists audit entries for auditors and administrators, and for an applicant those on its own
 * things.
 */
@Path("/audit")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AuditEntriesPage {
  @Inject AuditEntries entries;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;
  @Context UriInfo address;

  @CheckedTemplate(basePath = "pages/audit")
  static class Templates {
    static native TemplateInstance entries(PageFrame frame, AuditEntriesView entries);
  }

  /** Shows one page of the matching entries, newest first. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list() {
    Person person = signedIn.person();
    person.mustBe(Role.APPLICANT, Role.AUDITOR, Role.ADMIN);
    PageFrame frame = frames.of(request);
    Map<String, String> wishes = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> wishes.put(name, values.get(0)));
    EntryFilter wished = new EntryFilter(wishes);
    Slice<AuditEntry> page =
        entries.list(
            person.reader(),
            wished.filter(),
            PathParameters.cursor(wishes.get("cursor")),
            Slice.USUAL);
    return Templates.entries(
        frame,
        AuditEntriesView.of(
            page, wished, frame, person.role(), code -> frames.applicant(code, frame.language())));
  }
}
