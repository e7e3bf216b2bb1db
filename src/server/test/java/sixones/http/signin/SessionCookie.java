package sixones.http.signin;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cookie of a page as the service itself makes it. */
public final class SessionCookie {
  private static final String NAME = "sixones-session";

  private SessionCookie() {}

  /** For a ticket, good for so many milliseconds; ended before now if that is negative. */
  public static String of(String ticket, long milliseconds) {
    String key = new SessionKey(Optional.empty(), Path.of("target/data")).read();
    PersistentLoginManager manager =
        new PersistentLoginManager(key, NAME, milliseconds, 0, true, "LAX", "/", -1, null);
    List<Cookie> made = new ArrayList<>();
    manager.save(ticket, catching(made), NAME, null, false);
    return NAME + "=" + made.get(0).getValue();
  }

  private static RoutingContext catching(List<Cookie> cookies) {
    return (RoutingContext)
        Proxy.newProxyInstance(
            RoutingContext.class.getClassLoader(),
            new Class<?>[] {RoutingContext.class},
            (proxy, method, arguments) -> {
              cookies.add((Cookie) arguments[0]);
              return proxy;
            });
  }
}
