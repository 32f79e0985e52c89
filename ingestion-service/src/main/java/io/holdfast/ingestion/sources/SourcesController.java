package io.holdfast.ingestion.sources;

import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.requests.Listed;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.ingestion.tenants.Tenants;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/sources")
@Tag(name = "Sources", description = "Where payloads come from, and their write keys")
class SourcesController {
  private final SourceRegister register;
  private final Tenants tenants;
  private final Edits edits;
  private final SourceEdits sourceEdits;
  private final TenantTransactions transactions;

  SourcesController(
      SourceRegister register,
      Tenants tenants,
      Edits edits,
      SourceEdits sourceEdits,
      TenantTransactions transactions) {
    this.register = register;
    this.tenants = tenants;
    this.edits = edits;
    this.sourceEdits = sourceEdits;
    this.transactions = transactions;
  }

  record SourceRequest(
      @Schema(allowableValues = {"segment", "stripe", "json"}) @Nullable String kind,
      @Schema(minLength = 1, maxLength = 200) @Nullable String name,
      @Schema(
              description =
                  "stripe: the endpoint's whole whsec_…, required. json: whsec_<base64> of at least"
                      + " 16 bytes; left out, one is made and shown this once. segment: none")
          @Nullable String signingSecret) {}

  record RotationRequest(
      @Schema(description = "The new secret, as when the source is created")
          @Nullable String signingSecret) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("sources:write")
  @Operation(
      summary = "Create a source",
      description =
          """
          segment sends events to /v1/…, stripe to /webhooks/stripe/{sourceId}, json facts to /webhooks/json/{sourceId}. \
          The write key is shown this once and kept only as a digest; signing secrets are kept sealed.\
          """)
  Mono<CreatedSourceView> create(
      @Parameter(hidden = true) Principal principal, @RequestBody SourceRequest request) {
    SourceKind kind =
        Optional.ofNullable(request.kind())
            .flatMap(SourceKind::named)
            .orElseThrow(
                () ->
                    Problem.unprocessable("unknown_kind", "kind must be segment, stripe or json"));
    String name = request.name() == null ? "" : request.name().strip();
    if (name.isEmpty() || name.length() > 200 || !PlainText.isLine(name)) {
      throw Problem.unprocessable(
          "invalid_name", "name must have 1 to 200 characters, in one line");
    }
    SigningSecret secret = SigningSecret.first(kind, request.signingSecret());
    return transactions.run(
        WholeTenant.of(principal),
        () -> tenants.introduce(principal.tenant()).then(register.add(kind, name, secret)));
  }

  @GetMapping
  @RequiresScope("sources:read")
  @Operation(
      summary = "List sources",
      description = "Sorted by name. Keys and secrets are never shown again.")
  @Listed
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              allowableValues = {"name", "-name"},
              defaultValue = "name"))
  Mono<Page<SourceView>> list(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("name", List.of("name"));
    return transactions
        .run(WholeTenant.of(principal), () -> register.list(page).collectList())
        .map(
            found ->
                page.page(
                    found,
                    view -> new PageQuery.Position(view.name(), view.sourceId().toString())));
  }

  @GetMapping("/{sourceId}")
  @RequiresScope("sources:read")
  @Editable
  @Operation(summary = "One source")
  Mono<ResponseEntity<SourceView>> get(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID sourceId) {
    return transactions
        .run(WholeTenant.of(principal), () -> register.find(sourceId))
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> unknown(sourceId)));
  }

  @PostMapping("/{sourceId}/rotate")
  @RequiresScope("sources:write")
  @Operation(
      summary = "Give a source new secrets",
      description =
          """
          A new write key; for json also a new signing secret, for stripe the one given. The old ones stop working \
          within seconds.\
          """)
  Mono<CreatedSourceView> rotate(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable UUID sourceId,
      @RequestBody(required = false) @Nullable RotationRequest request) {
    String given = request == null ? null : request.signingSecret();
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                sourceEdits.edit(
                    terms,
                    sourceId,
                    () ->
                        register
                            .kind(sourceId)
                            .map(kind -> SigningSecret.next(kind, given))
                            .flatMap(secret -> register.rotate(sourceId, secret))))
        .switchIfEmpty(Mono.error(() -> unknown(sourceId)));
  }

  @DeleteMapping("/{sourceId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope("sources:write")
  @Operation(
      summary = "Revoke a source",
      description = "Its key stops working within seconds; what it sent stays.")
  Mono<Void> revoke(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable UUID sourceId) {
    return transactions
        .run(
            WholeTenant.of(principal),
            () -> sourceEdits.edit(terms, sourceId, () -> register.revoke(sourceId)))
        .flatMap(revoked -> revoked ? Mono.empty() : Mono.error(unknown(sourceId)));
  }

  private static Problem unknown(UUID sourceId) {
    return Problem.notFound("unknown_source", "there is no source " + sourceId);
  }
}
