package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.tenants.WholeTenant;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Files of history, CSV or NDJSON")
class ImportsController {
  private static final MediaType CSV =
      new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);

  private final ReceiveImport receiving;
  private final Imports imports;
  private final Faults faults;
  private final TenantTransactions transactions;

  ImportsController(
      ReceiveImport receiving, Imports imports, Faults faults, TenantTransactions transactions) {
    this.receiving = receiving;
    this.imports = imports;
    this.faults = faults;
    this.transactions = transactions;
  }

  @PostMapping
  @RequiresScope("imports:write")
  @Operation(
      summary = "Send a file",
      description =
          """
          CSV with a header, or NDJSON, by content type or else by the first byte; UTF-8. Stored before the answer and \
          read afterwards. A repeated line has no effect, the same key with other content is a correction. \
          knowledge=as-recorded takes each line as known at its own time and needs history:write.\
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/x-ndjson")})
  @ApiResponse(responseCode = "202", description = "Stored; Location says where its progress is")
  Mono<ResponseEntity<ImportView>> receive(
      @Parameter(hidden = true) Principal principal,
      @Parameter(
              description =
                  "accounts, contacts, subscriptions, invoices, tickets, usage, surveys, meetings,"
                      + " outcomes, facts or rates")
          @RequestParam
          String kind,
      @Parameter(description = "now or as-recorded") @RequestParam(defaultValue = "now")
          String knowledge,
      @Parameter(description = "JSON with columns, constants, values, dateFormat and account")
          @RequestParam(required = false)
          @Nullable String mapping,
      ServerHttpRequest request) {
    WholeTenant.of(principal);
    ReceiveImport.Wish wish =
        new ReceiveImport.Wish(
            kind(kind),
            asRecorded(principal, knowledge),
            mapping == null ? "" : mapping,
            format(request));
    try {
      Mapping.parse(wish.kind(), mapping);
    } catch (Mapping.Refused refused) {
      throw Problem.unprocessable("invalid_mapping", String.valueOf(refused.getMessage()));
    }
    return receiving
        .receive(principal, wish, request.getBody())
        .map(
            view ->
                ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + view.importId()))
                    .body(view));
  }

  @GetMapping
  @RequiresScope("imports:read")
  @Operation(summary = "List imports", description = "Newest first unless sort=receivedAt.")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "next of the page before")
  @Parameter(name = "sort", description = "default -receivedAt")
  Mono<Page<ImportView>> list(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    PageQuery page = PageQuery.parse(query, "-receivedAt", List.of("receivedAt"));
    return transactions
        .run(WholeTenant.of(principal), () -> imports.list(page).collectList())
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
    return transactions
        .run(WholeTenant.of(principal), () -> imports.find(importId))
        .switchIfEmpty(Mono.error(() -> unknown(importId)));
  }

  @GetMapping(value = "/{importId}/errors", produces = "text/csv")
  @RequiresScope("imports:read")
  @Operation(
      summary = "Why lines were not taken, as CSV",
      description =
          "line, column, code, message. Lines that wait for their account stand here until it"
              + " appears.")
  Mono<ResponseEntity<Flux<String>>> errors(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID importId) {
    return get(principal, importId)
        .map(
            _ ->
                ResponseEntity.ok()
                    .contentType(CSV)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"errors-" + importId + ".csv\"")
                    .body(report(principal, importId)));
  }

  private Flux<String> report(Principal principal, UUID importId) {
    return Flux.just("line,column,code,message\r\n")
        .concatWith(
            transactions.stream(principal.tenant(), () -> faults.of(importId))
                .map(FaultCsv::line)
                .buffer(200)
                .map(lines -> String.join("", lines)));
  }

  private static Kind kind(String name) {
    return Kind.named(name)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "unknown_kind",
                    "kind is '"
                        + name
                        + "'; it must be one of "
                        + String.join(
                            ", ", Arrays.stream(Kind.values()).map(Kind::plural).toList())));
  }

  private static boolean asRecorded(Principal principal, String knowledge) {
    return switch (knowledge) {
      case "now" -> false;
      case "as-recorded" -> {
        if (!principal.may("history:write")) {
          throw Problem.forbidden(
                  "missing_scope", "knowledge=as-recorded needs the scope history:write.")
              .with("requiredScope", "history:write");
        }
        yield true;
      }
      default ->
          throw Problem.badRequest("unknown_knowledge", "knowledge must be now or as-recorded");
    };
  }

  private static Optional<String> format(ServerHttpRequest request) {
    MediaType type = request.getHeaders().getContentType();
    if (type == null) {
      return Optional.empty();
    }
    String subtype = type.getSubtype();
    if (subtype.equals("csv")) {
      return Optional.of("csv");
    }
    return subtype.contains("ndjson") || subtype.contains("jsonl") || subtype.contains("json")
        ? Optional.of("ndjson")
        : Optional.empty();
  }

  private static Problem unknown(UUID importId) {
    return Problem.notFound("unknown_import", "there is no import " + importId);
  }
}
