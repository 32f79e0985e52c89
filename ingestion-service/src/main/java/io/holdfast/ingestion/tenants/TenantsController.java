package io.holdfast.ingestion.tenants;

import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/tenants")
@Tag(name = "Tenants", description = "The companies on the platform and their settings")
class TenantsController {
  private final Tenants tenants;
  private final Edits edits;
  private final TenantTransactions transactions;

  TenantsController(Tenants tenants, Edits edits, TenantTransactions transactions) {
    this.tenants = tenants;
    this.edits = edits;
    this.transactions = transactions;
  }

  /** What is left out stays; at first: UTC, USD, Monday, January, no holidays, three years. */
  record TenantRequest(
      @Nullable String tenantId,
      @Nullable String name,
      @Nullable String timeZone,
      @Nullable String currency,
      @Nullable String weekStart,
      @Nullable Integer fiscalYearStart,
      @Nullable List<LocalDate> holidays,
      @Nullable Integer retentionDays) {}

  @GetMapping("/current")
  @RequiresScope({"accounts:read", "sources:read", "metrics:read", "platform:admin"})
  @Editable
  @Operation(summary = "The caller's own tenant")
  Mono<ResponseEntity<Tenant>> current(@Parameter(hidden = true) Principal principal) {
    return transactions
        .run(principal.tenant(), () -> tenants.current(principal.tenant()))
        .map(edits::tagged);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("platform:admin")
  @Operation(
      summary = "Register the caller's tenant, or change its settings",
      description =
          "The tenant is the one of the access token; `tenantId` may be left out, and another one"
              + " is 404. Settings that are left out stay as they are.")
  Mono<ResponseEntity<Tenant>> register(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @RequestBody TenantRequest request) {
    TenantId tenant = principal.wholeTenant();
    if (request.tenantId() != null && !request.tenantId().equals(tenant.value())) {
      throw Problem.notFound(
          "unknown_tenant",
          "There is no tenant '%s' for this token, which is one of '%s'"
              .formatted(request.tenantId(), tenant));
    }
    return transactions
        .run(
            tenant,
            () ->
                edits.edit(
                    terms,
                    "tenant",
                    () -> tenants.current(tenant),
                    () -> registered(tenant, request)))
        .map(
            settings ->
                ResponseEntity.status(HttpStatus.CREATED).eTag(edits.tag(settings)).body(settings));
  }

  private Mono<Tenant> registered(TenantId tenant, TenantRequest request) {
    return tenants
        .current(tenant)
        .flatMap(
            before -> {
              Tenant after = changed(before, request);
              return noted(before, after).then(tenants.set(tenant, after));
            });
  }

  private static Mono<Void> noted(Tenant before, Tenant after) {
    return AuditNotes.changed("name", before.name(), after.name())
        .then(AuditNotes.changed("timeZone", before.timeZone(), after.timeZone()))
        .then(AuditNotes.changed("currency", before.currency(), after.currency()))
        .then(AuditNotes.changed("weekStart", before.weekStart(), after.weekStart()))
        .then(
            AuditNotes.changed(
                "fiscalYearStart", before.fiscalYearStart(), after.fiscalYearStart()))
        .then(AuditNotes.changed("holidays", before.holidays(), after.holidays()))
        .then(AuditNotes.changed("retentionDays", before.retentionDays(), after.retentionDays()));
  }

  private static Tenant changed(Tenant current, TenantRequest request) {
    try {
      return new Tenant(
          current.tenantId(),
          Objects.requireNonNullElse(request.name(), current.name()),
          Objects.requireNonNullElse(request.timeZone(), current.timeZone()),
          Objects.requireNonNullElse(request.currency(), current.currency()),
          Objects.requireNonNullElse(request.weekStart(), current.weekStart()),
          Objects.requireNonNullElse(request.fiscalYearStart(), current.fiscalYearStart()),
          Objects.requireNonNullElse(request.holidays(), current.holidays()),
          Objects.requireNonNullElse(request.retentionDays(), current.retentionDays()));
    } catch (IllegalArgumentException refused) {
      throw Problem.unprocessable("invalid_tenant", String.valueOf(refused.getMessage()));
    }
  }
}
