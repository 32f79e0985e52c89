package io.holdfast.ingestion.facts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a fact as it is documented; it is read as a tree, so that each fault can be said.
 */
@Schema(name = "Fact", description = "A business event about an account")
record FactRequest(
    @Schema(
            description = "The same id with other content is a correction; made up when absent",
            maxLength = 200)
        @Nullable String factId,
    @Schema(description = "The tenant's own id of the account", maxLength = 200) String accountId,
    @Schema(
            description =
                "csm_pulse, engagement, reference, competitor_sighting, procurement_step,"
                    + " milestone, outcome_agreed, outcome_progressed, commitment, dispute,"
                    + " payment_method, integration_error, cost, product_gap, or your own",
            pattern = "[a-z][a-z0-9_]{0,63}")
        String type,
    @Schema(
            description =
                "ISO 8601, UTC unless it says otherwise; of 2000 or later, at most 5 minutes ahead",
            example = "2026-01-31T12:00:00Z")
        String happenedAt,
    @Schema(maxLength = 200) @Nullable String contactId,
    @Schema(
            description = "A number or its text, at most 8 decimals",
            type = "string",
            example = "1249.5")
        @Nullable String value,
    @Schema(description = "Of the value: a currency, points, days, …") @Nullable String unit,
    @Schema(maxLength = 4000) @Nullable String text,
    @Nullable LocalDate dueOn) {}
