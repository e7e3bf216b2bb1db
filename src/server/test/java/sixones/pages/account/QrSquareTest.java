package sixones.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSquareTest {
  private static final String TEXT =
      "otpauth://totp/Six%20Ones:li.wei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Six%20Ones";

  @Test
  void what_is_drawn_is_the_code_with_four_light_modules_around_it() {
    QrCode code = QrCode.encodeText(TEXT, QrCode.Ecc.MEDIUM);

    QrSquare drawn = QrSquare.of(TEXT);

    assertThat(drawn.side()).isEqualTo(code.size + 8);
    Set<String> dark = dark(drawn);
    for (int y = 0; y < drawn.side(); y++) {
      for (int x = 0; x < drawn.side(); x++) {
        // Outside of the code every module is light.
        assertThat(dark.contains(x + " " + y)).isEqualTo(code.getModule(x - 4, y - 4));
      }
    }
  }

  private static Set<String> dark(QrSquare drawn) {
    assertThat(drawn.path().replaceAll("M[0-9]+ [0-9]+h1v1h-1z", "")).isEmpty();
    Matcher module = Pattern.compile("M([0-9]+ [0-9]+)h").matcher(drawn.path());
    Set<String> dark = new HashSet<>();
    while (module.find()) {
      dark.add(module.group(1));
    }
    return dark;
  }
}
