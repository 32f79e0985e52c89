package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.requests.AfterId;
import io.holdfast.ingestion.requests.Listed;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Files of history, CSV or NDJSON")
class ImportsController {
  private final Imports imports;
  private final TenantTransactions transactions;

  ImportsController(Imports imports, TenantTransactions transactions) {
    this.imports = imports;
    this.transactions = transactions;
  }

  @GetMapping
  @RequiresScope("imports:read")
  @Operation(summary = "List imports", description = "Newest first unless sort=receivedAt.")
  @Listed
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              allowableValues = {"receivedAt", "-receivedAt"},
              defaultValue = "-receivedAt"))
  Mono<Page<ImportView>> list(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("-receivedAt", List.of("receivedAt"));
    UUID after = AfterId.of(page);
    return transactions
        .run(
            WholeTenant.of(principal),
            () -> imports.list(after, page.descending(), page.limit() + 1).collectList())
        .map(
            found ->
                page.page(
                    found,
                    view ->
                        new PageQuery.Position(
                            view.receivedAt().toString(), view.importId().toString())));
  }

  @GetMapping("/{importId}")
  @RequiresScope("imports:read")
  @Operation(summary = "How far an import has come")
  Mono<ImportView> get(@Parameter(hidden = true) Principal principal, @PathVariable UUID importId) {
    return transactions.run(WholeTenant.of(principal), () -> imports.known(importId));
  }
}
