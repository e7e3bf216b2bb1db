package sixones.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RightsTest {
  @Inject DataSource source;

  @Test
  void the_role_of_the_service_has_no_right_too_many() throws Exception {
    assertThat(Rights.excess(source)).isEmpty();
  }
}
