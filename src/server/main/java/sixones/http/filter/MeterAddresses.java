package sixones.http.filter;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Keeps ids out of the metrics: the paths of requests refused before routing would contain them.
 */
@ApplicationScoped
class MeterAddresses {
  private static final Pattern ID = Pattern.compile("/(?![a-z-]{1,20}(?:/|$)|\\{)[^/]+");

  @Produces
  @Singleton
  MeterFilter withoutIds() {
    return MeterFilter.replaceTagValues("uri", MeterAddresses::withoutIds);
  }

  static String withoutIds(String address) {
    return address.startsWith("/") ? ID.matcher(address).replaceAll("/{id}") : address;
  }
}
