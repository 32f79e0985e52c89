package io.holdfast.ingestion.mapping;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.imports.ObjectReading.Fault;
import io.holdfast.ingestion.imports.ObjectReading.Read;
import io.holdfast.ingestion.imports.RecordMapping.Unusable;
import io.holdfast.ingestion.requests.Json;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.ingestion.sources.SourceEdits;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/sources/{sourceId}/mapping")
@Tag(name = "Sources")
class MappingController {
  private static final int LONGEST = 64 * 1024;

  private final SourceMappings mappings;
  private final Edits edits;
  private final SourceEdits sourceEdits;
  private final TenantTransactions transactions;
  private final Clock clock;

  MappingController(
      SourceMappings mappings,
      Edits edits,
      SourceEdits sourceEdits,
      TenantTransactions transactions,
      Clock clock) {
    this.mappings = mappings;
    this.edits = edits;
    this.sourceEdits = sourceEdits;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Schema(name = "MappingPreview")
  record PreviewRequest(
      @Schema(description = "The body of a delivery") @Nullable JsonNode sample,
      @Schema(description = "The mapping to try; absent: the one in effect")
          @Nullable JsonNode mapping) {}

  /** What one object of the sample would become. */
  record ItemView(
      @Schema(allowableValues = {"mapped", "ignored", "quarantined"}) String state,
      @Nullable String kind,
      @Nullable String key,
      @Nullable Instant time,
      List<String> accounts,
      @Nullable String event,
      @Nullable JsonNode content,
      List<Fault> faults) {}

  record PreviewView(List<ItemView> items) {}

  @GetMapping
  @RequiresScope("sources:read")
  @Editable
  @Operation(
      summary = "The mapping of a source",
      description = "An empty object when it has none: then it takes facts as they are.")
  Mono<ResponseEntity<ObjectNode>> get(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID sourceId) {
    return transactions
        .run(WholeTenant.of(principal), () -> mappings.written(sourceId))
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> unknown(sourceId)));
  }

  @PutMapping
  @RequiresScope("sources:write")
  @Operation(
      summary = "Map what a source sends",
      description =
          """
          For sources of kind json: {"items": "/data", "rules": [{"when": {"/type": ["ticket.opened"]}, "kind": "tickets", \
          "fields": {"ticket_id": "/id", "account_id": "/customer/ref", "opened_at": "/created"}, "constants": {}, \
          "values": {"severity": {"P1": "urgent"}}, "dateFormat": "dd.MM.yyyy HH:mm", "account": {"external": "crm"}}], \
          "otherwise": "quarantine"}. Pointers are JSON pointers (RFC 6901) from the object; items is where a list of \
          objects stands; columns, constants, values, dateFormat and account are those of an import's mapping, and \
          account.external says that account_id is the account's id in that system. The first rule whose when fits is \
          taken; otherwise is quarantine or ignore. What cannot be mapped waits as unmapped, to be replayed.\
          """)
  Mono<ResponseEntity<ObjectNode>> put(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable UUID sourceId,
      @RequestBody JsonNode mapping) {
    parsed(mapping);
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                edit(terms, sourceId, () -> mappings.set(sourceId, mapping))
                    .filter(set -> set)
                    .flatMap(_ -> mappings.written(sourceId)))
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> unknown(sourceId)));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope("sources:write")
  @Operation(summary = "Take facts of a source as they are again")
  Mono<Void> delete(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable UUID sourceId) {
    return transactions
        .run(
            WholeTenant.of(principal), () -> edit(terms, sourceId, () -> mappings.remove(sourceId)))
        .flatMap(removed -> removed ? Mono.empty() : Mono.error(unknown(sourceId)));
  }

  private Mono<Boolean> edit(Conditions terms, UUID sourceId, Supplier<Mono<Boolean>> change) {
    return sourceEdits.edit(terms, sourceId, () -> mappings.written(sourceId), change);
  }

  @PostMapping("/preview")
  @RequiresScope("sources:write")
  @Operation(
      summary = "See what a delivery would become",
      description = "Nothing is stored and nobody is told.")
  Mono<PreviewView> preview(
      @Parameter(hidden = true) Principal principal,
      @PathVariable UUID sourceId,
      @RequestBody PreviewRequest request) {
    if (request.sample() == null) {
      throw Problem.unprocessable("missing_sample", "sample must be the body of a delivery");
    }
    JsonNode sample = request.sample();
    Optional<SourceMapping> given =
        Optional.ofNullable(request.mapping()).map(MappingController::parsed);
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                mappings
                    .written(sourceId)
                    .switchIfEmpty(Mono.error(() -> unknown(sourceId)))
                    .map(kept -> given.orElseGet(() -> parsed(kept))))
        .map(mapping -> view(mapping, sample, sourceId));
  }

  private PreviewView view(SourceMapping mapping, JsonNode sample, UUID sourceId) {
    List<JsonNode> items =
        mapping
            .items(sample)
            .orElseThrow(() -> Problem.unprocessable("no_items", mapping.itemsMissing()));
    Instant now = clock.instant();
    List<ItemView> views = new ArrayList<>();
    for (JsonNode item : items) {
      String id = sourceId + ":preview:" + views.size();
      views.add(
          mapping
              .read(item, now, sourceId.toString(), id)
              .map(MappingController::item)
              .orElseGet(
                  () ->
                      new ItemView("ignored", null, null, null, List.of(), null, null, List.of())));
    }
    return new PreviewView(views);
  }

  private static ItemView item(Read read) {
    Entry entry = read.entry();
    return entry == null
        ? new ItemView("quarantined", null, null, null, List.of(), null, null, read.faults())
        : new ItemView(
            "mapped",
            entry.kind().plural(),
            entry.key(),
            entry.time(),
            entry.accounts().stream().map(Reference::text).toList(),
            entry.use() == null ? null : entry.use().event(),
            Json.MAPPER.readTree(entry.body()),
            List.of());
  }

  private static SourceMapping parsed(JsonNode json) {
    if (json.toString().length() > LONGEST) {
      throw Problem.tooLarge("mapping_too_large", "A mapping may have 64 KB.");
    }
    try {
      return SourceMapping.parse(json);
    } catch (Unusable unusable) {
      throw Problem.unprocessable("invalid_mapping", "The mapping " + unusable.getMessage() + ".");
    }
  }

  private static Problem unknown(UUID sourceId) {
    return Problem.notFound("unknown_source", "there is no source " + sourceId + " of kind json");
  }
}
