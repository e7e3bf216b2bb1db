package sixones.people.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as the person it is of sees it.
 *
 * @param agent what the browser says it is; perhaps empty
 * @param endsAt when it ends however busy the person is
 */
public record OpenSession(
    UUID id, String agent, Instant openedAt, Instant usedAt, Instant endsAt) {}
