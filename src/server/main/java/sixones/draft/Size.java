package sixones.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number of bytes, formatted in a readable unit: {@code 50 MiB}, {@code 312.4 KiB}. */
public record Size(long bytes) {
  private static final long KIB = 1 << 10;
  private static final long MIB = 1 << 20;

  @Override
  public String toString() {
    return bytes < MIB ? in(KIB, "KiB") : in(MIB, "MiB");
  }

  private String in(long unit, String name) {
    BigDecimal told =
        BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP);
    return (bytes % unit == 0 ? told.setScale(0) : told) + " " + name;
  }
}
