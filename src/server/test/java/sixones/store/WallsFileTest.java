package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The walls the migrations build are those a start looks for. {@code -Dgolden=update} writes the
 * file of them anew, and must be asked for after every new migration; the difference of the file
 * says what the migration changes.
 */
@Timeout(120)
class WallsFileTest {
  private static final Path FILE = Path.of("main/resources/sixones/store", Walls.FILE);

  @Test
  void the_migrations_build_the_walls_of_the_file() throws Exception {
    try (MigratedDatabase database = MigratedDatabase.start();
        Connection application = database.application()) {
      Walls built = Walls.of(application, "sixones_app", "sixones_owner");

      if ("update".equals(System.getProperty("golden"))) {
        Files.writeString(FILE, built.asText());
      }
      assertThat(built.asText())
          .as("after a new migration: mvn test -Dtest=WallsFileTest -Dgolden=update")
          .isEqualTo(Files.readString(FILE));
    }
  }
}
