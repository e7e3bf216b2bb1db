package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sixones.Share;
import sixones.http.strict.Wire;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/**
 * What no list can be filtered by and no thing be found by, wherever it stands in an address of the
 * API, is the asker's fault and never one of the service.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OddQueriesTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final List<String> ODD =
      List.of("a%00b", "%2B999999999-12-31T00:00:00Z", "99999999999999999999");

  @Inject Transactions transactions;

  @TestHTTPResource URI root;

  @Test
  void what_is_nothing_s_name_or_number_is_nowhere_a_fault_of_ours() throws Exception {
    Set<String> all = asked();
    assertThat(all).hasSizeGreaterThan(100);
    List<String> asked = Share.ofEvery(6, all);
    Wire wire = new Wire(root);
    PeopleInTests people = new PeopleInTests(transactions);
    List<String> faults = new ArrayList<>();
    for (Person person : List.of(PeopleInTests.CHENGDU, PeopleInTests.AUDITOR)) {
      people.there(person);
      for (String line : asked) {
        List<String> headers =
            List.of("Content-Type: application/json", Wire.signed(person.name()));
        int status = wire.send(line, headers, "{}".getBytes()).status();
        if (status < 200 || status >= 500) {
          faults.add(person.role() + " " + line + ": " + status);
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  /**
   * Each operation with each of them in each place of its address, and in a query it does not know.
   */
  private static Set<String> asked() throws Exception {
    JsonNode paths =
        new ObjectMapper()
            .readTree(given().get("/api/openapi?format=json").asByteArray())
            .path("paths");
    Set<String> asked = new TreeSet<>();
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            String method = operation.getKey().toUpperCase(Locale.ROOT);
                            JsonNode here = path.getValue().path("parameters");
                            JsonNode own = operation.getValue().path("parameters");
                            for (String address : addresses(path.getKey(), List.of(here, own))) {
                              asked.add(method + " " + address);
                            }
                          }
                        }));
    return asked;
  }

  private static Set<String> addresses(String path, List<JsonNode> parameters) {
    Set<String> addresses = new TreeSet<>();
    String plain = path.replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
    for (String odd : ODD) {
      addresses.add(plain + "?" + odd + "=" + odd);
      addresses.add(path.replaceAll("\\{[^}]*}", odd));
      for (JsonNode of : parameters) {
        for (JsonNode parameter : of) {
          if (parameter.path("in").asText().equals("query")) {
            addresses.add(plain + "?" + parameter.path("name").asText() + "=" + odd);
          }
        }
      }
    }
    return addresses;
  }
}
