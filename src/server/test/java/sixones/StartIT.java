package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sixones.faults.UsedData;
import sixones.postgres.DebianPostgres;
import sixones.postgres.EmbeddedPostgres;
import sixones.ruleset.RuleSetsInTests;

/**
 * How the packed service starts: with first passwords, shown once; or not at all, with a reason in
 * both languages, an exit code, and nothing else.
 */
@Timeout(300)
@InTurns(6)
class StartIT {
  private static final int UNUSABLE = 69;

  /** Would rather speak HTTP/2: on that, the first request of somebody signed in once failed. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @TempDir Path folder;

  private static PackagedApplication demonstration;

  @BeforeAll
  static void a_demonstration_is_there() throws Exception {
    demonstration = PackagedApplication.demonstration();
  }

  @Test
  void the_first_start_alone_leaves_passwords_in_a_file_of_its_owner_and_they_fit()
      throws Exception {
    Path file = folder.resolve("first-passwords");
    Map<String, String> passwords = new TreeMap<>();
    try (PackagedApplication first = PackagedApplication.serve(folder)) {
      URI root = first.root();
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split(" +");
        passwords.put(words[0], words[1]);
      }
      assertThat(passwords).containsOnlyKeys("admin", "auditor", "applicant", "officer");
      assertThat(passwords.values()).doesNotHaveDuplicates();
      assertThat(get(first, "/").body()).doesNotContain("class=\"demo\"");
      passwords.forEach(
          (name, password) -> {
            assertThat(String.join("\n", first.said())).doesNotContain(password);
            // The password is right, and has to be changed before anything else.
            assertThat(me(root, name, password)).as(name).isEqualTo(403);
            assertThat(me(root, name, password + "x")).isEqualTo(401);
          });
    }
    Files.delete(file);
    try (PackagedApplication second = PackagedApplication.serve(folder)) {
      second.root();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void a_demonstration_says_so_on_every_page_and_its_folder_is_good_for_nothing_else()
      throws Exception {
    for (String page :
        List.of(
            "/",
            "/?example=chengdu-2022",
            "/sign-in",
            "/rules",
            "/rules/" + RuleSetsInTests.NEWEST + "/park-named",
            "/help/applicant",
            "/help/officer",
            "/help/auditor",
            "/help/admin",
            "/nowhere",
            "/rules/" + RuleSetsInTests.NEWEST + "/none",
            "/?lang=xx")) {
      assertThat(get(demonstration, page).body()).as(page).contains("class=\"demo\"");
    }
    PackagedApplication.serve(PackagedApplication.demonstrated())
        .assertRefused(UNUSABLE, "is in use by another service", "正由另一个服务使用");
    PackagedApplication.serve(UsedData.copyTo(folder))
        .assertRefused(UNUSABLE, "the password of the demonstration", "演示密码");
  }

  @Test
  @Tag("long")
  void a_folder_that_cannot_be_served_is_told() throws Exception {
    UsedData.copyTo(folder);
    Files.writeString(folder.resolve("sign-in.key"), "none");
    PackagedApplication.serve(folder, "--demo")
        .assertRefused(UNUSABLE, "Delete that file", "请删除该文件");
    Files.writeString(folder.resolve("database/PG_VERSION"), "16\n");
    PackagedApplication.serve(folder, "--demo")
        .assertRefused(UNUSABLE, "was made by PostgreSQL 16", "由PostgreSQL 16建立");
    Files.move(folder.resolve("database"), folder.resolve("elsewhere"));
    PackagedApplication.serve(folder, "--demo")
        .assertRefused(UNUSABLE, "that is not there", "不在此处");
    assertThat(folder.resolve("database")).doesNotExist();
  }

  @Test
  @Tag("long")
  void a_demonstration_whose_admin_got_a_password_of_their_own_starts_again() throws Exception {
    UsedData.copyTo(folder);
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder);
        Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(),
                database.application().username(),
                database.application().password());
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('sixones.role', 'admin', false)");
      assertThat(statement.executeUpdate("update person set password = '-' where name = 'admin'"))
          .isOne();
    }

    try (PackagedApplication service = PackagedApplication.serve(folder, "--demo")) {
      assertThat(get(service, "/health/ready").statusCode()).isEqualTo(200);
      assertThat(String.join("\n", service.said()))
          .contains("  officer    demo-of-six-ones")
          .doesNotContain("  admin ");
    }
  }

  @Test
  void nobody_elsewhere_reaches_it_before_somebody_says_so() throws Exception {
    assertThat(demonstration.root().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void settings_that_would_open_it_to_anybody_are_told() throws Exception {
    UsedData.copyTo(folder);
    PackagedApplication.serve(with("QUARKUS_HTTP_HOST", "0.0.0.0"))
        .assertRefused(UNUSABLE, "other machines would reach it at 0.0.0.0", "其他机器可通过0.0.0.0访问");
  }

  @Test
  @Tag("long")
  void further_settings_that_would_open_it_to_anybody_are_told() throws Exception {
    UsedData.copyTo(folder);
    PackagedApplication.serve(with("QUARKUS_MANAGEMENT_HOST", "0.0.0.0"))
        .assertRefused(UNUSABLE, "Start without QUARKUS_MANAGEMENT_HOST");
    PackagedApplication.serve(with("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true"))
        .assertRefused(UNUSABLE, "no proxy is named whose word is taken", "未指明可信的代理");
    PackagedApplication.serve(with("SIXONES_SECOND_FACTOR", "boss"))
        .assertRefused(UNUSABLE, "SIXONES_SECOND_FACTOR says “boss”", "SIXONES_SECOND_FACTOR的值为");
  }

  @Test
  @Tag("long")
  void settings_that_say_nothing_of_use_are_told() throws Exception {
    UsedData.copyTo(folder);
    PackagedApplication.serve(with("SIXONES_QUOTA_DRAFTS", "0"))
        .assertRefused(UNUSABLE, "no applicant could store anything", "任何申报主体都无法保存内容");
    PackagedApplication.serve(with("SIXONES_PROXY", "proxy.example"))
        .assertRefused(UNUSABLE, "SIXONES_PROXY says “proxy.example”", "SIXONES_PROXY的值为");
    PackagedApplication.serve(with("SIXONES_PROXY", "0.0.0.0/0"))
        .assertRefused(UNUSABLE, "Do not name a network of all addresses");
  }

  @Test
  void metrics_and_details_of_health_are_told_at_their_own_address_alone() throws Exception {
    URI management = demonstration.management();
    assertThat(management.getHost()).isEqualTo("127.0.0.1");
    assertThat(management.getPort()).isNotEqualTo(demonstration.root().getPort());
    for (String path : List.of("/metrics", "/health", "/q/health", "/q/metrics")) {
      assertThat(get(demonstration, path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get(demonstration, "/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    HttpRequest detailed = HttpRequest.newBuilder(management.resolve("/health/ready")).build();
    assertThat(CLIENT.send(detailed, HttpResponse.BodyHandlers.ofString()).body())
        .contains("Database connections health check", "kept rule sets");
  }

  @Test
  void an_address_somebody_else_listens_at_is_told() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(other.getLocalPort());
      for (String door : Length.of(List.of("http"), List.of("http", "management"))) {
        String setting = "QUARKUS_" + door.toUpperCase(Locale.ROOT) + "_PORT";
        PackagedApplication.serveWith(
                with("SIXONES_DATA", UsedData.copyTo(folder).toString()),
                List.of("-Dquarkus." + door + ".port=" + port))
            .assertRefused(
                UNUSABLE,
                "cannot listen at 127.0.0.1:" + port,
                setting,
                "服务无法在127.0.0.1:" + port + "监听");
      }
    }
  }

  /** Of a demonstration, with this one setting more. */
  private Map<String, String> with(String setting, String value) {
    Map<String, String> settings = new HashMap<>(Map.of("SIXONES_DEMO", "true"));
    settings.put("SIXONES_DATA", folder.toString());
    settings.put(setting, value);
    return settings;
  }

  @Test
  void a_lost_key_is_told_and_never_made_anew() throws Exception {
    Path key = UsedData.copyTo(folder).resolve("seal.key");
    Path aside = Files.move(key, folder.resolve("aside"));
    try (PackagedApplication second = PackagedApplication.serve(folder, "--demo")) {
      assertThat(get(second, "/health/ready").statusCode()).isEqualTo(503);
      assertThat(String.join("\n", second.said()))
          .contains("seal.key, is not there; put it back from your backup");
      assertThat(key).doesNotExist();

      Files.move(aside, key);

      assertThat(get(second, "/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_place_that_cannot_be_used_is_told() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    PackagedApplication.serve(file).assertRefused(UNUSABLE, "is a file, not a folder", "不是文件夹");
    PackagedApplication.serve(
            Map.of("SIXONES_DATA", folder.resolve("data").toString(), "PATH", folder.toString()))
        .assertRefused(UNUSABLE, "Install it (on Debian: apt-get install util-linux)", "请安装");
  }

  @Test
  void a_full_disk_is_told_and_nothing_half_made_is_left() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString());
    try {
      PackagedApplication.serve(disk).assertRefused(UNUSABLE, "is full", "所在磁盘已满");

      assertThat(disk.resolve("database")).doesNotExist();
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void a_server_that_cannot_be_used_and_a_role_with_too_many_rights_are_told() throws Exception {
    try (DebianPostgres server = DebianPostgres.start()) {
      Map<String, String> settings = on(server);
      server.administer("alter role sixones_app bypassrls");
      PackagedApplication.serve(settings)
          .assertRefused(
              UNUSABLE, "has more rights than the service may have", "BYPASSRLS", "请收回这些权限");
      server.administer("alter role sixones_app nobypassrls");
      server.stop();
      PackagedApplication.serve(settings)
          .assertRefused(UNUSABLE, "The database cannot be used", "数据库无法使用");
    }
  }

  @Test
  @Tag("long")
  void a_demonstration_beside_an_identity_provider_is_refused() throws Exception {
    try (DebianPostgres server = DebianPostgres.start()) {
      Map<String, String> settings = on(server);
      try (PackagedApplication service = PackagedApplication.serve(settings)) {
        assertThat(get(service, "/health/ready").statusCode()).isEqualTo(200);
      }
      settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9/realms/none");
      // The library says with a trace that this provider does not answer, which is not tested here.
      settings.put("QUARKUS_LOG_CATEGORY__IO_QUARKUS_OIDC__LEVEL", "OFF");
      PackagedApplication.serve(settings, "--demo")
          .assertRefused(UNUSABLE, "an identity provider is configured", "系统已配置身份提供方");
    }
  }

  /** WallsAtStartTest has every kind of them; here is what is told at the door. */
  @Test
  @Tag("long")
  void walls_that_are_not_known_are_told() throws Exception {
    try (DebianPostgres server = DebianPostgres.start()) {
      try (PackagedApplication service = PackagedApplication.serve(on(server))) {
        service.root();
      }
      server.administer("create policy more on submission for select using (true)");
      PackagedApplication.serve(on(server))
          .assertRefused(
              UNUSABLE,
              "Not known: policy more on public.submission.",
              "来历不明：policy more on public.submission。");
    }
  }

  private Map<String, String> on(DebianPostgres server) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SIXONES_DATA", folder.toString());
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_USERNAME", server.application());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", server.password());
    settings.put("QUARKUS_FLYWAY_USERNAME", server.owner());
    settings.put("QUARKUS_FLYWAY_PASSWORD", server.password());
    return settings;
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
        .as("to be root, with the right to mount")
        .isZero();
  }

  private static HttpResponse<String> get(PackagedApplication service, String path)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(service.root().resolve(path)).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static int me(URI root, String name, String password) {
    byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    try {
      return CLIENT
          .send(
              HttpRequest.newBuilder(root.resolve("/api/me"))
                  .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
