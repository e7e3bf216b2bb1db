package sixones.http.strict;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes Netty load {@link StrictServer} as a service, before the first connection. */
@ApplicationScoped
class StrictRequestsOn implements VertxOptionsCustomizer {
  @Override
  public void accept(VertxOptions options) {
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }
}
