package io.holdfast.ingestion.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far an import has come; read is accepted + rejected + duplicate + waiting. */
record ImportView(
    UUID importId,
    String kind,
    @Schema(
            description = "Rejected lines do not make it failed; a file that cannot be read does",
            allowableValues = {"received", "running", "completed", "failed"})
        String state,
    @Schema(description = "Lines read so far, without the header") long read,
    @Schema(description = "Lines that had an effect") long accepted,
    @Schema(description = "Lines with a fault") long rejected,
    @Schema(description = "Lines whose content was known already") long duplicate,
    @Schema(
            description =
                "Lines of accounts not known yet; they enter by themselves when these appear")
        long waiting,
    @Schema(allowableValues = {"now", "as-recorded"}) String knowledge,
    @Schema(description = "Size of the file") long bytes,
    @Schema(description = "What the sender may not have meant, as a column without a use")
        List<String> warnings,
    @Schema(description = "Why the file as a whole cannot be read") @Nullable String failure,
    @Schema(description = "Business time") Instant receivedAt,
    @Nullable Instant finishedAt) {}
