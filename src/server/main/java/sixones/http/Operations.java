package sixones.http;

import io.vertx.core.http.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;

/** Operations as in audit entries: the method and the path template. */
public final class Operations {
  private Operations() {}

  public static String of(HttpMethod method, ResourceInfo asked) {
    Path root = asked.getResourceClass().getAnnotation(Path.class);
    Path below = asked.getResourceMethod().getAnnotation(Path.class);
    String path = (root == null ? "" : root.value()) + (below == null ? "" : "/" + below.value());
    return method + " " + path.replaceAll("/+", "/");
  }
}
