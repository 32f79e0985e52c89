package io.holdfast.ingestion.sources;

import io.holdfast.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * Where payloads come from.
 *
 * @param signature how it signs, where that is not the way of its kind
 * @param mapped whether a mapping says what its deliveries become
 */
public record Source(
    TenantId tenant,
    UUID id,
    SourceKind kind,
    Optional<String> signingSecret,
    Optional<SignatureRule> signature,
    boolean mapped,
    Limits limits) {

  /** How much a source may send on the average, to each instance. */
  public record Limits(long eventsPerSecond, long bytesPerSecond) {}
}
