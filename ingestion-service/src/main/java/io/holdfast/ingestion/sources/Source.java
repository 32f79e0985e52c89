package io.holdfast.ingestion.sources;

import io.holdfast.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;

/** Where payloads come from. */
public record Source(TenantId tenant, UUID id, SourceKind kind, Optional<String> signingSecret) {}
