package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.fact.Applicant;

/** The database and the engine agree on what an applicant's id looks like. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicantIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "510100",
        "unit:liangjiang",
        "county:a1-b2",
        "",
        "51010",
        "５１０１００",
        "510100\n",
        "unit:",
        "unit:A",
        "unit:两江",
        "unit:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "unit:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "round:00000000-0000-4000-8000-000000000000"
      })
  void an_id_is_one_for_both_or_for_neither(String id) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        PreparedStatement asked = connection.prepareStatement("select is_applicant(?)")) {
      asked.setString(1, id);
      try (ResultSet answer = asked.executeQuery()) {
        answer.next();

        assertThat(answer.getBoolean(1)).isEqualTo(Applicant.isId(id));
      }
    }
  }
}
