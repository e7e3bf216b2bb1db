package sixones.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves the REST interface until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves /api and Swagger UI on QUARKUS_HTTP_PORT, by default 8080.")
final class ServeCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Quarkus.run();
    return 0;
  }
}
