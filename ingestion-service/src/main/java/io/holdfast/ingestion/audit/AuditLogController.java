package io.holdfast.ingestion.audit;

import io.holdfast.ingestion.requests.Listed;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Audit log", description = "Who changed, saw or was refused what, in every service")
class AuditLogController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final AuditEntries entries;
  private final TenantTransactions transactions;

  AuditLogController(AuditEntries entries, TenantTransactions transactions) {
    this.entries = entries;
    this.transactions = transactions;
  }

  /** A page of entries. */
  @Schema(name = "AuditLog")
  record AuditLogView(List<AuditEntry> items, String next) {}

  @GetMapping(
      value = "/api/v1/audit-log",
      produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
  @RequiresScope("audit:read")
  @Operation(
      operationId = "auditLog",
      summary = "Who did what",
      description =
          """
          Newest first unless sort=at. Every change, every look at personal data, and what somebody known was refused \
          (of one actor at most 20 a minute; the next that is recorded tells how many were not). Entries are added and \
          never changed. With Accept: text/csv all that match, the newest first, without pages. An entry appears when \
          its service's message has arrived, usually within a second.\
          """)
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = AuditLogView.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  @Listed
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              allowableValues = {"at", "-at"},
              defaultValue = "-at"))
  @Parameter(name = "actor", in = ParameterIn.QUERY, description = "Address or subject")
  @Parameter(name = "action", in = ParameterIn.QUERY, example = "PUT /api/v1/roles/{role}")
  @Parameter(
      name = "object",
      in = ParameterIn.QUERY,
      description = "A type, or a type and an id",
      example = "roles/csm")
  @Parameter(name = "service", in = ParameterIn.QUERY, example = "ingestion")
  @Parameter(
      name = "outcome",
      in = ParameterIn.QUERY,
      schema = @Schema(allowableValues = {"changed", "seen", "refused"}))
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "From this time on")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "Before this time")
  Mono<ResponseEntity<?>> list(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) ListQuery query,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    TenantId tenant = WholeTenant.of(principal);
    AuditFilter filter = AuditFilter.of(query.parameters());
    return wantsCsv(request)
        ? csv(response, tenant, filter)
        : page(tenant, filter, query.page("-at", List.of("at"))).map(ResponseEntity::ok);
  }

  private static boolean wantsCsv(ServerHttpRequest request) {
    return request.getHeaders().getAccept().stream()
        .anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(CSV));
  }

  private Mono<Page<AuditEntry>> page(TenantId tenant, AuditFilter filter, PageQuery page) {
    boolean newestFirst = page.descending();
    AuditFilter behind =
        page.after().map(after -> behind(filter, after, newestFirst)).orElse(filter);
    return transactions
        .run(tenant, () -> entries.page(behind, newestFirst, page.limit() + 1).collectList())
        .map(
            found ->
                page.page(
                    found,
                    entry ->
                        new PageQuery.Position(entry.at().toString(), entry.entryId().toString())));
  }

  private static AuditFilter behind(
      AuditFilter filter, PageQuery.Position after, boolean newestFirst) {
    try {
      return filter.behind(Instant.parse(after.key()), UUID.fromString(after.id()), newestFirst);
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Problem.badRequest(
          "invalid_cursor", "'cursor' does not belong to this list; leave it out to start again");
    }
  }

  /** Written as it is read: the log may be longer than memory. */
  private Mono<ResponseEntity<?>> csv(
      ServerHttpResponse response, TenantId tenant, AuditFilter filter) {
    response.getHeaders().setContentType(CSV);
    response
        .getHeaders()
        .set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"");
    Flux<String> lines =
        Flux.just(AuditCsv.HEADER)
            .concatWith(
                transactions.stream(tenant, () -> entries.all(filter))
                    .map(AuditCsv::line)
                    .buffer(200)
                    .map(some -> String.join("", some)));
    return response
        .writeWith(
            lines.map(text -> response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8))))
        .then(Mono.empty());
  }
}
