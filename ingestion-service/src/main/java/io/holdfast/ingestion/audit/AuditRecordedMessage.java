package io.holdfast.ingestion.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code platform.audit-recorded.v1}, as this service reads it. */
record AuditRecordedMessage(
    Instant at,
    String service,
    String actor,
    List<String> roles,
    @Nullable String client,
    String action,
    String objectType,
    @Nullable String objectId,
    String outcome,
    int status,
    @Nullable String code,
    List<AuditEntry.Change> changes,
    @Nullable Long count,
    @Nullable Long suppressed,
    @Nullable String traceId) {

  AuditEntry entry(UUID id) {
    return new AuditEntry(
        id,
        at,
        service,
        actor,
        roles,
        client,
        action,
        objectType,
        objectId,
        outcome,
        status,
        code,
        changes,
        count,
        suppressed,
        traceId);
  }
}
