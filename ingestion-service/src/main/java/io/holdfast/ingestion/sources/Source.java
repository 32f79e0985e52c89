package io.holdfast.ingestion.sources;

import io.holdfast.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;

/** Where payloads come from. */
public record Source(
    TenantId tenant, UUID id, SourceKind kind, Optional<String> signingSecret, Limits limits) {

  /** How much a source may send on the average, to each instance. */
  public record Limits(long eventsPerSecond, long bytesPerSecond) {}
}
