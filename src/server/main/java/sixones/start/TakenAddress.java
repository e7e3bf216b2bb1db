package sixones.start;

import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import sixones.postgres.DatabaseUnusable;

/** Recognises a start that failed because the service could not listen on its address. */
final class TakenAddress {
  private static final String OF_MANAGEMENT = "Unable to start the management interface";

  private TakenAddress() {}

  static Optional<DatabaseUnusable> behind(Throwable fault) {
    String door = "http";
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).startsWith(OF_MANAGEMENT)) {
        door = "management";
      }
      if (cause instanceof BindException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException) {
        return Optional.of(taken(door));
      }
    }
    return Optional.empty();
  }

  private static DatabaseUnusable taken(String door) {
    Config config = ConfigProvider.getConfig();
    String host = "quarkus." + door + ".host";
    String port = "quarkus." + door + ".port";
    return DatabaseUnusable.addressTaken(
        config.getValue(host, String.class) + ":" + config.getValue(port, String.class),
        setting(host),
        setting(port));
  }

  private static String setting(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
