package sixones.http.strict;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells Netty, before the first connection of any kind, to look for {@link StrictServer}. */
@ApplicationScoped
class StrictRequestsOn implements VertxOptionsCustomizer {
  @Override
  public void accept(VertxOptions options) {
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }
}
