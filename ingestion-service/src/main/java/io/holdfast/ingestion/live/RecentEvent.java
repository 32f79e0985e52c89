package io.holdfast.ingestion.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event as it came, and what became of it.
 *
 * @param source a source's id, or {@code cloudevents}
 * @param type what it called itself
 * @param event the name of what was used
 * @param verdict accepted, duplicate, waiting, rejected; kept for what is folded with others
 * @param reason why it waits or was rejected, or changes nothing
 * @param body as it came; absent for what was rejected
 */
public record RecentEvent(
    String source,
    Instant receivedAt,
    String type,
    @Nullable String messageId,
    @Nullable String event,
    @Nullable String accountId,
    String verdict,
    @Nullable String reason,
    @Nullable JsonNode body) {}
