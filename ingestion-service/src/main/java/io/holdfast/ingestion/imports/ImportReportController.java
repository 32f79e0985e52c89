package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells line by line what was wrong with a file. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportReportController {
  private static final String CONTACTS = "contacts";
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Imports imports;
  private final Faults faults;
  private final Audit audit;
  private final TenantTransactions transactions;

  ImportReportController(
      Imports imports, Faults faults, Audit audit, TenantTransactions transactions) {
    this.imports = imports;
    this.faults = faults;
    this.audit = audit;
    this.transactions = transactions;
  }

  @GetMapping(value = "/{importId}/errors", produces = "text/csv")
  @RequiresScope("imports:read")
  @Operation(
      summary = "Why lines were not taken, as CSV",
      description =
          "line, column, code, message. Lines that wait for their account stand here until it"
              + " appears. What a line of contacts says is not quoted without personal:read.")
  Mono<ResponseEntity<Flux<String>>> errors(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID importId) {
    return transactions
        .run(WholeTenant.of(principal), () -> imports.known(importId))
        .flatMap(view -> seen(principal, view).thenReturn(view))
        .map(
            view ->
                ResponseEntity.ok()
                    .contentType(CSV)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"errors-" + importId + ".csv\"")
                    .body(report(principal, view)));
  }

  private Mono<Void> seen(Principal principal, ImportView imported) {
    return quotes(principal, imported) && imported.kind().equals(CONTACTS)
        ? transactions.run(
            principal.tenant(),
            () ->
                audit.seen(
                    principal, "imports", imported.importId().toString(), imported.rejected()))
        : Mono.empty();
  }

  /** What is wrong with a line of contacts quotes people's names and addresses. */
  private static boolean quotes(Principal principal, ImportView imported) {
    return principal.maySeePersonalData() || !imported.kind().equals(CONTACTS);
  }

  private Flux<String> report(Principal principal, ImportView imported) {
    boolean quotes = quotes(principal, imported);
    return Flux.just("line,column,code,message\r\n")
        .concatWith(
            transactions.stream(principal.tenant(), () -> faults.of(imported.importId()))
                .map(fault -> quotes ? fault : FaultCsv.withoutQuotes(fault))
                .map(FaultCsv::line)
                .buffer(200)
                .map(lines -> String.join("", lines)));
  }
}
