package sixones.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The database every test of the whole service works on: a real one, empty at the start. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private DebianPostgres server;

  @Override
  public Map<String, String> start() {
    server = DebianPostgres.start();
    return Map.of(
        "quarkus.datasource.jdbc.url", server.jdbcUrl(),
        "quarkus.datasource.username", server.application(),
        "quarkus.datasource.password", server.password(),
        "quarkus.flyway.username", server.owner(),
        "quarkus.flyway.password", server.password());
  }

  @Override
  public void stop() {
    server.close();
  }
}
