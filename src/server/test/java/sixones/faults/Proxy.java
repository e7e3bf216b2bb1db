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
 * A real proxy in front of two services, as docs/operations.md shows it; a process of its own on a
 * port of its own. What it answers by itself is a problem, which clients of these tests know.
 */
final class Proxy implements AutoCloseable {
  /** The proxies that docs/operations.md shows. */
  enum Kind {
    NGINX("```nginx\n(upstream sixones \\{.*?\n})\n```", "server [0-9.:]+", "server "),
    // An instance knows its own address in these tests: that it is asked by name is held here.
    CADDY(
        "```caddy\n(reverse_proxy 10\\.[^`]*\n\t\tHost sixones\\.example\n\t}\n})\n```",
        "10[0-9.:]+",
        "");

    private final Pattern shown;
    private final Pattern address;
    private final String before;

    Kind(String shown, String address, String before) {
      this.shown = Pattern.compile(shown, Pattern.DOTALL);
      this.address = Pattern.compile(address);
      this.before = before;
    }

    /** What the page shows of two instances, with the addresses of these. */
    private String settings(List<Service> services) throws IOException {
      Matcher found = shown.matcher(Files.readString(Project.file("docs/operations.md")));
      if (!found.find()) {
        throw new AssertionError("docs/operations.md shows no two instances behind " + this);
      }
      int next = 0;
      Matcher server = address.matcher(found.group(1));
      StringBuilder own = new StringBuilder();
      while (server.find()) {
        server.appendReplacement(own, before + services.get(next++).root().getAuthority());
      }
      return server.appendTail(own).toString();
    }
  }

  private final Process process;
  private final int port;

  private Proxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; fails, never skips, if there is none. */
  static Proxy before(Kind kind, Path folder, Service one, Service other) throws IOException {
    Files.createDirectories(folder);
    int port = Service.freePort();
    String shown = kind.settings(List.of(one, other));
    ProcessBuilder start =
        kind == Kind.NGINX ? nginx(folder, port, shown) : caddy(folder, port, shown);
    Process process =
        start
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("proxy.log").toFile())
            .start();
    Proxy proxy = new Proxy(process, port);
    Waiting.until(
        () -> kind + " passes on, see " + folder,
        Duration.ofSeconds(20),
        () -> new Caller(proxy.root(), null).answers("/health/ready"));
    return proxy;
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static ProcessBuilder nginx(Path folder, int port, String shown) throws IOException {
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
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
            .formatted(folder.toAbsolutePath(), shown, port));
    return new ProcessBuilder(
        "nginx", "-p", folder.toString(), "-c", settings.toString(), "-e", "error.log");
  }

  private static ProcessBuilder caddy(Path folder, int port, String shown) throws IOException {
    Path settings = folder.resolve("Caddyfile");
    Files.writeString(
        settings,
        """
        {
          admin off
          auto_https off
        }
        http://127.0.0.1:%d {
          %s
          handle_errors {
            header Content-Type application/problem+json
            header Retry-After 1
            respond `{"type": "/problems/not-read", "status": 503}` 503
          }
        }
        """
            .formatted(port, shown.replace("sixones.example", "127.0.0.1")));
    ProcessBuilder start =
        new ProcessBuilder(
            "caddy", "run", "--adapter", "caddyfile", "--config", settings.toString());
    start.environment().put("HOME", folder.toString());
    return start;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
