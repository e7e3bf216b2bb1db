package sixones.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.ruleset.RuleSetsInTests;

/** What services of later releases rely on; it stays as it is for good. */
@InTurns(3)
class EvaluatorTest {
  private static final byte[] DRAFT =
      Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);

  @Test
  void the_door_is_called_as_it_always_was() throws Exception {
    Class<?> door = Class.forName("sixones.door.Evaluator");
    Object opened =
        door.getConstructor(byte[].class)
            .newInstance((Object) RuleSetsInTests.ALL.packed(RuleSetsInTests.SICHUAN));
    Map<String, Class<?>> returned = new TreeMap<>();
    Stream.of(door.getMethods())
        .filter(method -> method.getDeclaringClass() == door)
        .forEach(method -> returned.put(method.getName(), method.getReturnType()));

    assertThat(returned)
        .isEqualTo(
            Map.of("describe", byte[].class, "evaluate", byte[].class, "explain", byte[].class));
    assertThat(
            text(
                door.getMethod("describe", byte[].class, String.class, String.class)
                    .invoke(opened, DRAFT, "json", "strict")))
        .startsWith("{\"format\":\"sixones/draft/1\",");
    var evaluate =
        door.getMethod("evaluate", byte[].class, String.class, String.class, String.class);
    assertThat(text(evaluate.invoke(opened, DRAFT, "json", "strict", "2022-06-13")))
        .startsWith("{\"format\":\"sixones/answer/1\",");
    assertThat(text(evaluate.invoke(opened, DRAFT, "yaml", "partial", "2022-06-13")))
        .startsWith("{\"format\":\"sixones/answer/1\",");
    assertThat(text(evaluate.invoke(opened, new byte[] {'{'}, "json", "strict", "2022-06-13")))
        .startsWith("{\"format\":\"sixones/defects/1\",");
    assertThat(text(evaluate.invoke(opened, DRAFT, "json", "strict", "2000-01-01")))
        .startsWith("{\"format\":\"sixones/no-rule-in-force/1\",");
    assertThat(
            text(
                door.getMethod("explain", byte[].class, String.class, String.class, String.class)
                    .invoke(opened, DRAFT, "json", "strict", "2022-06-13")))
        .startsWith("{\"format\":\"sixones/explanation/1\",");
  }

  private static String text(Object bytes) {
    return new String((byte[]) bytes, StandardCharsets.UTF_8);
  }

  @Test
  void another_format_or_reading_is_refused() {
    Evaluator door = new Evaluator(RuleSetsInTests.SICHUAN);

    assertThatIllegalArgumentException().isThrownBy(() -> door.describe(DRAFT, "xml", "strict"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> door.evaluate(DRAFT, "json", "lenient", "2022-06-13"));
  }
}
