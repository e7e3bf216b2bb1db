package sixones.people.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its person sees it.
 *
 * @param agent the User-Agent header of the browser; perhaps empty
 * @param endsAt when it ends regardless of activity
 */
public record OpenSession(
    UUID id, String agent, Instant openedAt, Instant usedAt, Instant endsAt) {}
