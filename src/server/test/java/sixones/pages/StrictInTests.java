package sixones.pages;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import sixones.pages.choice.SeveralRuleSets;

/**
 * The application with little room and several rule sets, where auditors need a second factor and
 * codes are tried four times: one for all tests of such settings, for each of another starts it
 * anew.
 */
public final class StrictInTests implements QuarkusTestProfile {
  /** More free space is asked for than any disk has. */
  public static final long FREE_SPACE = 1L << 60;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "sixones.second-factor", "auditor",
        "sixones.limits.failed-sign-ins", "4",
        "sixones.quota.drafts", "3",
        "sixones.quota.bytes", "200K",
        "sixones.free-space", String.valueOf(FREE_SPACE));
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(SeveralRuleSets.Bean.class);
  }
}
