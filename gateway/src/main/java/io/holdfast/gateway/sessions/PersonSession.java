package io.holdfast.gateway.sessions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its person sees it.
 *
 * @param id tells it from the person's others and opens nothing
 * @param lastSeen within half a minute
 * @param browser as it called itself at sign-in
 * @param current whether it is the one that asks
 */
public record PersonSession(
    UUID id, Instant since, Instant lastSeen, @Nullable String browser, boolean current) {}
