package sixones.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Project;
import sixones.backup.LastBackup;
import sixones.calendar.adoption.Calendars;
import sixones.store.TestDatabase;

/** What whoever runs the service is shown, and that alerts and dashboard ask for nothing else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WatchTest {
  private static final Path FOLDER = Project.file("docs/operations");

  /** Prometheus makes the first itself; the other appears with the first disagreement. */
  private static final Set<String> NOT_TOLD = Set.of("up", "sixones_shadow_disagreements_total");

  /** Words of the query language that no bracket follows, and what a query groups by. */
  private static final Set<String> WORDS =
      Set.of("or", "by", "min", "max", "sum", "instance", "job", "rule", "outcome");

  @Inject Calendars calendars;

  @TestHTTPResource(management = true)
  URI management;

  @ConfigProperty(name = "sixones.data")
  Path data;

  @Test
  void every_metric_of_alerts_and_dashboard_is_one_the_service_has() throws IOException {
    given().contentType("application/json").body(Fixtures.compliant()).post("/api/checks");
    Set<String> told = new TreeSet<>(NOT_TOLD);
    metrics().lines().filter(line -> !line.startsWith("#")).map(WatchTest::name).forEach(told::add);

    Set<String> asked = new TreeSet<>();
    for (String query : queries()) {
      asked.addAll(metricsOf(query));
    }

    assertThat(asked).contains("sixones_backup_last_seconds", "agroal_awaiting_count");
    assertThat(told).containsAll(asked);
  }

  private static String name(String line) {
    return line.split("[{ ]", 2)[0];
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    JsonNode dashboard = new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    dashboard.path("panels").forEach(panel -> addExpressions(panel, queries));
    Matcher rule =
        Pattern.compile("expr: (?:>-\n)?(.*?)\n +(?:for|labels):", Pattern.DOTALL)
            .matcher(Files.readString(FOLDER.resolve("alerts.yaml")));
    while (rule.find()) {
      queries.add(rule.group(1));
    }
    assertThat(queries).hasSizeGreaterThan(30);
    return queries;
  }

  private static void addExpressions(JsonNode panel, List<String> queries) {
    panel.path("targets").forEach(target -> queries.add(target.path("expr").asText()));
  }

  /** The names in a query, without its functions, selectors, durations and words. */
  private static Set<String> metricsOf(String query) {
    String plain = query.replaceAll("\\{[^}]*}|\\[[^]]*]", " ");
    Set<String> names = new TreeSet<>();
    Matcher name = Pattern.compile("\\b[a-z][a-z_]+\\b(?! *\\()").matcher(plain);
    while (name.find()) {
      if (!WORDS.contains(name.group())) {
        names.add(name.group());
      }
    }
    return names;
  }

  @Test
  void health_tells_what_the_service_will_need_soon() throws IOException {
    Instant made = Instant.parse("2026-11-30T05:06:07Z");
    new LastBackup(data).note(made);
    String until = calendars.inUse().to().toString();

    given()
        .get(at("/health"))
        .then()
        .statusCode(200)
        .body(
            "checks.name",
            hasItems("free space", "seal", "calendar", "last backup", "database queue"))
        .body("checks.find { it.name == 'last backup' }.data.at", equalTo(made.toString()))
        .body("checks.find { it.name == 'calendar' }.data.'last day'", equalTo(until))
        .body("checks.find { it.name == 'database queue' }.data.most", equalTo(16));

    assertThat(value("sixones_backup_last_seconds")).isEqualTo(made.getEpochSecond());
    assertThat(value("sixones_calendar_end_seconds"))
        .isEqualTo(Instant.parse(until + "T16:00:00Z").getEpochSecond());
    assertThat(value("sixones_seal_usable")).isEqualTo(1);
    assertThat(value("sixones_kept_rule_sets")).isEqualTo(1);
    assertThat(value("sixones_files_free_bytes")).isPositive();
  }

  private double value(String metric) {
    return metrics()
        .lines()
        .filter(line -> name(line).equals(metric))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private String metrics() {
    return given().get(at("/metrics")).then().statusCode(200).extract().asString();
  }

  private String at(String path) {
    return management.resolve(path).toString();
  }
}
