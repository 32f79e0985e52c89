package io.holdfast.ingestion.audit;

import io.holdfast.ingestion.identity.ErasedNames.Erased;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody did, or was not let do. */
record AuditEntry(
    UUID entryId,
    @Schema(description = "Real time") Instant at,
    @Schema(description = "Which service was asked", example = "ingestion") String service,
    @Schema(description = "Address or subject of the token's holder") String actor,
    @Schema(description = "The actor's roles then") List<String> roles,
    @Schema(description = "The program the actor used") @Nullable String client,
    @Schema(example = "PUT /api/v1/roles/{role}") String action,
    @Schema(example = "roles") String objectType,
    @Schema(example = "csm") @Nullable String objectId,
    @Schema(allowableValues = {"changed", "seen", "refused"}) String outcome,
    @Schema(description = "HTTP status of the answer") int status,
    @Schema(description = "Why it was refused") @Nullable String code,
    @Schema(description = "Fields that were changed, where that is known") List<Change> changes,
    @Schema(description = "People whose data was seen") @Nullable Long count,
    @Schema(
            description =
                "Refusals of the same actor that were not recorded since the last one that was")
        @Nullable Long suppressed,
    @Schema(description = "Finds it in logs and traces") @Nullable String traceId) {

  /** About whoever stands for an erased person, if it is about one. */
  AuditEntry without(Erased erased) {
    if (objectId == null) {
      return this;
    }
    String other = erased.instead(objectId);
    String address = objectId.contains("@") ? objectId.toLowerCase(Locale.ROOT) : objectId;
    return new AuditEntry(
        entryId,
        at,
        service,
        actor,
        roles,
        client,
        action,
        objectType,
        erased.is(address) ? erased.instead(address) : other,
        outcome,
        status,
        code,
        changes,
        count,
        suppressed,
        traceId);
  }

  /** A field before and after. */
  @Schema(name = "AuditedChange")
  record Change(String name, @Nullable String before, @Nullable String after) {}
}
