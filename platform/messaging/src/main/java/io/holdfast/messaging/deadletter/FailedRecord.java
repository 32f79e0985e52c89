package io.holdfast.messaging.deadletter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be dealt with.
 *
 * @param partition absent, like the offset, for one that never reached its topic
 * @param headers all of them, as text
 */
public record FailedRecord(
    String topic,
    @Nullable Integer partition,
    @Nullable Long offset,
    @Nullable String key,
    Map<String, String> headers,
    byte[] body) {}
