package sixones.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.round.Refused;

class EvidenceNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan.pdf",
        "Plan.PDF",
        "关于示例园区的批复（2022）.pdf",
        "附件１．２０２２年统计公报．ｐｄｆ",
        "附件1.2022年统计公报.pdf",
        "a b — c.pdf",
        "été.pdf"
      })
  void a_name_is_kept_as_it_was_written(String name) {
    assertThat(EvidenceName.read("  " + name + " ", EvidenceType.PDF)).isEqualTo(name);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("file-name-missing", null),
        Arguments.of("file-name-missing", "  "),
        Arguments.of("file-name-path", "../../etc/passwd.pdf"),
        Arguments.of("file-name-path", "C:\\plan.pdf"),
        Arguments.of("file-name-path", "a／b.pdf"),
        Arguments.of("file-name-path", ".pdf"),
        Arguments.of("file-name-path", "plan.pdf."),
        Arguments.of("file-name-path", ".."),
        Arguments.of("file-name-path", "a\"b.pdf"),
        Arguments.of("file-name-long", "x".repeat(10_000) + ".pdf"),
        Arguments.of("file-name-characters", "plan\u202Efdp.pdf"),
        Arguments.of("file-name-characters", "plan\u200B.pdf"),
        Arguments.of("file-name-characters", "plan\r\nX y.pdf"),
        Arguments.of("file-name-characters", "plan\u0000.pdf"),
        Arguments.of("file-name-characters", "plan\uD800.pdf"),
        Arguments.of("file-name-characters", "plan\u2028.pdf"),
        Arguments.of("file-name-run", "plan.exe.pdf"),
        Arguments.of("file-name-run", "plan.HTML.pdf"),
        Arguments.of("file-name-run", "plan．ｅｘｅ.pdf"),
        Arguments.of("file-name-extension", "plan.pdf.exe"),
        Arguments.of("file-name-extension", "plan．ｅｘｅ"),
        Arguments.of("file-name-extension", "plan.docx"),
        Arguments.of("file-name-extension", "plan"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_misleads_people_or_systems_is_refused(String fault, String name) {
    assertThat(fault(name)).isEqualTo(fault);
  }

  private static String fault(String name) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> EvidenceName.read(name, EvidenceType.PDF));
    return refused == null ? "none" : refused.faults().get(0).kind();
  }

  @Test
  void a_refusal_says_which_extension_would_be_right() {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> EvidenceName.read("scan.pdf", EvidenceType.JPEG));

    assertThat(refused.faults().get(0).values().toString()).contains("JPEG", "jpg");
  }
}
