package sixones.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.Project;

/**
 * A real nginx in front of two services, with the upstream that docs/operations.md shows; a process
 * of its own on a port of its own.
 */
final class Nginx implements AutoCloseable {
  private static final Pattern SHOWN =
      Pattern.compile("```nginx\n(upstream sixones \\{.*?\n})\n```", Pattern.DOTALL);

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; fails, never skips, if there is none. */
  static Nginx before(Path folder, Service one, Service other) throws IOException {
    Files.createDirectories(folder);
    int port = Service.freePort();
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(settings, settings(folder, port, one, other));
    Process process =
        new ProcessBuilder(
                "nginx", "-p", folder.toString(), "-c", settings.toString(), "-e", "error.log")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    Nginx nginx = new Nginx(process, port);
    Waiting.until(
        () -> "nginx passes on, see " + folder,
        Duration.ofSeconds(20),
        () -> new Caller(nginx.root(), null).answers("/health/ready"));
    return nginx;
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What nginx answers by itself is a problem, which clients of these tests know. */
  private static String settings(Path folder, int port, Service one, Service other)
      throws IOException {
    return """
        daemon off;
        pid nginx.pid;
        worker_processes 1;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          %2$s
          server {
            listen 127.0.0.1:%3$d;
            client_max_body_size 21m;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            error_page 502 504 = @away;
            location / { proxy_pass http://sixones; }
            location @away {
              default_type application/problem+json;
              add_header Retry-After 1 always;
              return 503 '{"type": "/problems/not-read", "status": 503}';
            }
          }
        }
        """
        .formatted(folder.toAbsolutePath(), upstream(List.of(one, other)), port);
  }

  private static String upstream(List<Service> services) throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(Project.file("docs/operations.md")));
    if (!shown.find()) {
      throw new AssertionError("docs/operations.md shows no upstream of nginx");
    }
    String upstream = shown.group(1);
    int next = 0;
    Matcher server = Pattern.compile("server [0-9.:]+").matcher(upstream);
    StringBuilder own = new StringBuilder();
    while (server.find()) {
      server.appendReplacement(own, "server " + services.get(next++).root().getAuthority());
    }
    return server.appendTail(own).toString();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
