package io.holdfast.ingestion.sources;

import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.ingestion.sources.Source.Limits;
import io.holdfast.ingestion.sources.SourceSettings.WishedLimits;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Sources")
class SourceLimitsController {
  private static final long MOST_EVENTS = 10_000_000;
  private static final long FEWEST_BYTES = 1_024;
  private static final long MOST_BYTES = 10_000_000_000L;

  private final SourceSettings settings;
  private final SourceEdits edits;
  private final TenantTransactions transactions;

  SourceLimitsController(
      SourceSettings settings, SourceEdits edits, TenantTransactions transactions) {
    this.settings = settings;
    this.edits = edits;
    this.transactions = transactions;
  }

  record LimitsRequest(
      @Schema(minimum = "1", maximum = "10000000", description = "Absent: what is usual")
          @Nullable Long eventsPerSecond,
      @Schema(minimum = "1024", maximum = "10000000000", description = "Absent: what is usual")
          @Nullable Long bytesPerSecond) {}

  @PutMapping("/api/v1/sources/{sourceId}/limits")
  @RequiresScope("sources:write")
  @Operation(
      summary = "Limit what a source may send",
      description =
          """
          On the average, to each instance of ingestion; in effect within seconds. Beyond it the source is answered 429 \
          with Retry-After and the limit's name, and nothing of the request is accepted. The ETag is the source's.\
          """)
  Mono<ResponseEntity<Limits>> put(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable UUID sourceId,
      @RequestBody LimitsRequest request) {
    WishedLimits wish =
        new WishedLimits(
            within("eventsPerSecond", request.eventsPerSecond(), 1, MOST_EVENTS),
            within("bytesPerSecond", request.bytesPerSecond(), FEWEST_BYTES, MOST_BYTES));
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                edits
                    .edit(terms, sourceId, () -> settings.limit(sourceId, wish))
                    .flatMap(limits -> edits.tagged(sourceId, limits)))
        .switchIfEmpty(
            Mono.error(() -> Problem.notFound("unknown_source", "there is no source " + sourceId)));
  }

  private static @Nullable Long within(String name, @Nullable Long value, long least, long most) {
    if (value != null && (value < least || value > most)) {
      throw Problem.unprocessable(
          "invalid_limit", "%s must be a number from %,d to %,d".formatted(name, least, most));
    }
    return value;
  }
}
