package sixones.pages.choice;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The application with the rule sets of {@link SeveralRuleSets} and without other limits. */
public final class WithSeveralRuleSets implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(SeveralRuleSets.Bean.class);
  }
}
