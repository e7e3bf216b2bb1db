package sixones.web;

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
import java.util.TreeSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sixones.database.TestDatabase;
import sixones.database.Transactions;
import sixones.people.PeopleInTests;
import sixones.people.Person;

/**
 * NUL is no character PostgreSQL keeps, so wherever it stands in an address or a header of the API,
 * the asker is told, and it is never a fault of the service.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NulTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final List<String> NULS = List.of("%00", "a%00b", "%2500", "%C0%80");

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  @Test
  void in_any_place_of_any_operation_of_the_api_it_is_the_asker_s_fault() throws Exception {
    Set<String> asked = asked();
    assertThat(asked).hasSizeGreaterThan(200);
    Wire wire = new Wire(root);
    PeopleInTests people = new PeopleInTests(transactions);
    List<String> faults = new ArrayList<>();
    for (Person person :
        List.of(PeopleInTests.CHENGDU, PeopleInTests.OFFICER, PeopleInTests.ADMIN)) {
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

  /** Each operation with NUL in each place of its address, and in a query it does not know. */
  private static Set<String> asked() throws Exception {
    JsonNode paths =
        new ObjectMapper().readTree(given().get("/api/openapi?format=json").asByteArray()).path("paths");
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
    for (String nul : NULS) {
      addresses.add(plain + "?" + nul + "=" + nul);
      addresses.add(path.replaceAll("\\{[^}]*}", nul));
      for (JsonNode of : parameters) {
        for (JsonNode parameter : of) {
          if (parameter.path("in").asText().equals("query")) {
            addresses.add(plain + "?" + parameter.path("name").asText() + "=" + nul);
          }
        }
      }
    }
    return addresses;
  }
}
