package io.holdfast.ingestion.signing;

import io.holdfast.ingestion.sources.Source;
import java.time.Instant;

/**
 * A delivery that is its source's own.
 *
 * @param id names it, the same on every attempt
 * @param receivedAt business time at which it came
 */
public record Delivery(Source source, String id, byte[] body, Instant receivedAt) {}
