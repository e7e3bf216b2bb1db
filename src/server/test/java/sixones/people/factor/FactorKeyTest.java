package sixones.people.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorKeyTest {
  private static final byte[] SECRET = OneTimeCodes.secret();

  @TempDir Path data;

  private Path file;
  private FactorKey key;

  @BeforeEach
  void a_key_is_made() throws Exception {
    file = data.resolve("second-factor.key");
    key = new FactorKey(file);
    key.make();
  }

  @Test
  void a_secret_comes_back_for_its_person_alone() throws Exception {
    byte[] sealed = key.seal(SECRET, 7);

    assertThat(sealed).hasSize(48);
    assertThat(new java.math.BigInteger(1, sealed).toString(16))
        .doesNotContain(new java.math.BigInteger(1, SECRET).toString(16));
    assertThat(key.seal(SECRET, 7)).isNotEqualTo(sealed);
    assertThat(new FactorKey(file).open(sealed, 7)).isEqualTo(SECRET);
    assertThatThrownBy(() -> key.open(sealed, 8)).isInstanceOf(FactorKey.Unusable.class);
  }

  @Test
  void a_key_is_its_owners_alone_and_stays() throws Exception {
    String made = Files.readString(file);
    key.make();

    assertThat(Files.readString(file)).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_lost_key_is_told_and_none_is_made_in_its_place() throws Exception {
    byte[] sealed = key.seal(SECRET, 7);
    Files.delete(file);

    for (var act :
        new org.assertj.core.api.ThrowableAssert.ThrowingCallable[] {
          () -> key.open(sealed, 7), () -> key.seal(SECRET, 7)
        }) {
      assertThatThrownBy(act)
          .isInstanceOf(FactorKey.Unusable.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("put it back from your backup");
    }
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "junk", "00ff", "\u0000"})
  void what_is_no_key_is_told(String content) throws Exception {
    byte[] sealed = key.seal(SECRET, 7);
    Files.writeString(file, content);

    assertThatThrownBy(() -> key.open(sealed, 7))
        .isInstanceOf(FactorKey.Unusable.class)
        .hasMessageContaining("holds no key");
  }

  @Test
  void another_key_and_one_that_others_can_read_are_told() throws Exception {
    byte[] sealed = key.seal(SECRET, 7);
    Files.delete(file);
    key.make();
    assertThatThrownBy(() -> key.open(sealed, 7)).hasMessageContaining("is another than the one");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> key.open(sealed, 7)).hasMessageContaining("can be read");
  }
}
