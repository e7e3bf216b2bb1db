package sixones.http.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.http.LoggedFaults;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Where sign-in leads: to what was asked for, whatever somebody else put into the cookie. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WayBackTest {
  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  @BeforeEach
  void somebody_is_there() {
    new PeopleInTests(transactions).there(CHENGDU);
  }

  private Response signIn(String location) {
    return OpenedForm.at("/sign-in")
        .cookie("sixones-location", location)
        .formParam("name", CHENGDU.name())
        .formParam("password", PASSWORD)
        .post("/sign-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.com/",
        "http://{here}@evil.com/",
        "http://{here}.evil.com/",
        "https://{here}/",
        "//evil.com/",
        "javascript:alert(1)",
        "http:",
        "http://{here}/%",
        "x",
        ""
      })
  void an_address_of_others_is_forgotten_and_not_logged(String location) {
    try (LoggedFaults faults = new LoggedFaults()) {
      Response signedIn = signIn(location.replace("{here}", root.getAuthority()));

      assertThat(signedIn.statusCode()).isEqualTo(302);
      assertThat(signedIn.headers().getValues("Location"))
          .containsExactly(root.resolve("/start").toString());
      assertThat(signedIn.cookie("sixones-session")).isNotBlank();
      assertThat(faults.told()).isEmpty();
    }
  }

  @Test
  void an_address_of_ours_is_where_it_leads() {
    String asked = root.resolve("/applicant?page=2").toString();

    assertThat(signIn(asked).header("Location")).isEqualTo(asked);
  }
}
