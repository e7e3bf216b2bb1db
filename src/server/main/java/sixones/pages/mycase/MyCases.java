package sixones.pages.mycase;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers of the pages of a case. */
final class MyCases {
  private static final String HTML = "text/html;charset=UTF-8";

  private MyCases() {}

  static Response page(int status, TemplateInstance page) {
    return Response.status(status).type(HTML).entity(page.render()).build();
  }

  static Response refused(TemplateInstance page) {
    return page(409, page);
  }

  static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}
