package sixones.http.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** With a real provider; run by the Maven profile keycloak alone. */
@Tag("keycloak")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SignInByKeycloakTest.WithKeycloak.class)
class SignInByKeycloakTest {
  /** The application with Keycloak. */
  public static class WithKeycloak implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(KeycloakInTests.class));
    }
  }

  @Inject Transactions transactions;

  @Test
  void an_officer_and_an_applicant_sign_in_with_its_tokens() {
    me(KeycloakInTests.token("li", "password-of-li"))
        .body("name", equalTo("li"))
        .body("role", equalTo("officer"));
    me(KeycloakInTests.token("zhang", "password-of-zhang"))
        .body("role", equalTo("applicant"))
        .body("applicant", equalTo("510600"));
  }

  private static ValidatableResponse me(String token) {
    return given().header("Authorization", "Bearer " + token).get("/api/me").then().statusCode(200);
  }

  @Test
  void what_it_did_not_sign_and_our_own_passwords_are_worth_nothing() {
    String token = KeycloakInTests.token("li", "password-of-li");
    given()
        .header(
            "Authorization", "Bearer " + token.substring(0, token.lastIndexOf('.') + 1) + "AAAA")
        .get("/api/me")
        .then()
        .statusCode(401);
    new PeopleInTests(transactions).as(PeopleInTests.OFFICER).get("/api/me").then().statusCode(401);
  }

  @Test
  void a_page_leads_to_it_and_back_signed_in() {
    Response asked = given().redirects().follow(false).accept("text/html").get("/rounds");
    asked
        .then()
        .statusCode(302)
        .header("Location", containsString("/realms/sixones/protocol/openid-connect/auth"));
    Response form = unencoded().get(asked.header("Location"));
    form.then().statusCode(200);
    String action = form.htmlPath().getString("**.find { it.@id == 'kc-form-login' }.@action");

    Response known =
        unencoded()
            .cookies(form.cookies())
            .redirects()
            .follow(false)
            .formParam("username", "li")
            .formParam("password", "password-of-li")
            .post(action);
    known.then().statusCode(302).header("Location", containsString("/signed-in?"));
    Response back =
        unencoded()
            .redirects()
            .follow(false)
            .cookies(asked.cookies())
            .get(known.header("Location"));

    back.then().statusCode(302).header("Location", containsString("/rounds"));
    given()
        .cookies(back.cookies())
        .accept("text/html")
        .get("/rounds")
        .then()
        .statusCode(200)
        .body(containsString("<b>li</b>"));
  }

  /** Addresses are taken as they come. */
  private static RequestSpecification unencoded() {
    return given().urlEncodingEnabled(false);
  }
}
