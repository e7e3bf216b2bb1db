package sixones.people.factor;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** An authenticator app somebody has on their phone. */
public record AppInTests(byte[] secret) {
  /** One that was told the key a page shows. */
  public static AppInTests of(String key) {
    return new AppInTests(new Base32().decode(key.replace(" ", "")));
  }

  /** The code it shows at a moment. */
  public String code(Instant moment) {
    return OneTimeCodes.at(secret, moment);
  }

  /** Six digits that are no code around a moment. */
  public String wrong(Instant moment) {
    for (int i = 0; ; i++) {
      String code = "%06d".formatted(i);
      if (OneTimeCodes.step(secret, code, moment).isEmpty()) {
        return code;
      }
    }
  }
}
