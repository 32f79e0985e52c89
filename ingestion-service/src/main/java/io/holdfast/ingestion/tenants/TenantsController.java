package io.holdfast.ingestion.tenants;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final TenantTransactions transactions;

  TenantsController(Tenants tenants, TenantTransactions transactions) {
    this.tenants = tenants;
    this.transactions = transactions;
  }

  /** All but the id may be left out: UTC, USD, Monday, January, no holidays, three years. */
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
  @Operation(summary = "The caller's own tenant")
  Mono<Tenant> current(@Parameter(hidden = true) Principal principal) {
    return transactions.run(principal.tenant(), () -> tenants.current(principal.tenant()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("platform:admin")
  @Operation(summary = "Register a tenant, or set its settings anew")
  Mono<Tenant> register(@RequestBody TenantRequest request) {
    TenantId tenant;
    Tenant settings;
    try {
      tenant = new TenantId(Objects.requireNonNullElse(request.tenantId(), ""));
      settings = settings(tenant, request);
    } catch (IllegalArgumentException refused) {
      throw Problem.unprocessable("invalid_tenant", String.valueOf(refused.getMessage()));
    }
    return transactions.run(tenant, () -> tenants.set(tenant, settings));
  }

  private static Tenant settings(TenantId tenant, TenantRequest request) {
    Tenant usual = Tenant.usual(tenant.value());
    return new Tenant(
        tenant.value(),
        Objects.requireNonNullElse(request.name(), usual.name()),
        Objects.requireNonNullElse(request.timeZone(), usual.timeZone()),
        Objects.requireNonNullElse(request.currency(), usual.currency()),
        Objects.requireNonNullElse(request.weekStart(), usual.weekStart()),
        Objects.requireNonNullElse(request.fiscalYearStart(), usual.fiscalYearStart()),
        Objects.requireNonNullElse(request.holidays(), usual.holidays()),
        Objects.requireNonNullElse(request.retentionDays(), usual.retentionDays()));
  }
}
