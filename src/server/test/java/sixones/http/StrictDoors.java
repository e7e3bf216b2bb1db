package sixones.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The application with small limits, behind one proxy, and with the hosts it answers to: one for
 * all tests of such settings, for each of another starts it anew.
 */
public final class StrictDoors implements QuarkusTestProfile {
  /** Of this machine, but not the address from which tests ask without saying so. */
  public static final String PROXY = "127.0.0.20";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "sixones.limits.person", "6",
        "sixones.limits.address", "4",
        "sixones.limits.failed-sign-ins", "3",
        "sixones.limits.failed-sign-ins-of-address", "5",
        "sixones.limits.request-time", "3S",
        "sixones.limits.upload-time", "2S",
        "sixones.proxy", PROXY,
        "sixones.hosts", "six.example,x,127.0.0.1",
        "quarkus.http.host", "127.0.0.1",
        // It tells with a trace that a handler came too late, which it is to here.
        "quarkus.log.category.\"io.quarkus.vertx.http.runtime.QuarkusErrorHandler\".level", "OFF");
  }
}
