package io.holdfast.ingestion.signing;

import io.holdfast.ingestion.sources.Source;
import java.time.Instant;

/**
 * A delivery that is its source's own.
 *
 * @param receivedAt business time at which it came
 */
public record Delivery(Source source, byte[] body, Instant receivedAt) {}
