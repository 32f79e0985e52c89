package io.holdfast.ingestion.roles;

import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.access.Roles;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/roles")
@Tag(name = "Roles", description = "What each role allows at the caller's tenant")
class RolesController {
  private static final String KEEPS = "platform:admin";

  private final DecideRoles roles;
  private final Edits edits;
  private final TenantTransactions transactions;

  RolesController(DecideRoles roles, Edits edits, TenantTransactions transactions) {
    this.roles = roles;
    this.edits = edits;
    this.transactions = transactions;
  }

  /** All roles and all scopes there are. */
  @Schema(name = "Roles")
  record RolesView(List<RoleView> items, List<String> scopes) {}

  @Schema(name = "RoleRequest")
  record RoleRequest(
      @Schema(example = "[\"accounts:read\", \"health:read\"]", description = "All it allows")
          @Nullable List<@Nullable String> scopes) {}

  @GetMapping
  @RequiresScope({"platform:admin", "audit:read"})
  @Operation(summary = "The roles, and every scope there is")
  Mono<RolesView> all(@Parameter(hidden = true) Principal principal) {
    TenantId tenant = WholeTenant.of(principal);
    return transactions
        .run(tenant, () -> roles.all(tenant))
        .map(items -> new RolesView(items, List.copyOf(Roles.scopes())));
  }

  @GetMapping("/{role}")
  @RequiresScope({"platform:admin", "audit:read"})
  @Editable
  @Operation(summary = "One role")
  Mono<ResponseEntity<RoleView>> one(
      @Parameter(hidden = true) Principal principal, @PathVariable String role) {
    TenantId tenant = WholeTenant.of(principal);
    String known = known(role);
    return transactions.run(tenant, () -> roles.one(tenant, known)).map(this::tagged);
  }

  @PutMapping("/{role}")
  @RequiresScope(KEEPS)
  @Operation(
      summary = "Change what a role allows",
      description =
          "For all holders of the role, with their next request. A token never has more than it was"
              + " given, whatever its holder's role allows.")
  Mono<ResponseEntity<RoleView>> change(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable String role,
      @RequestBody RoleRequest request) {
    TenantId tenant = WholeTenant.of(principal);
    String known = known(role);
    List<String> scopes = scopes(known, request);
    return transactions
        .run(
            tenant,
            () ->
                edits.edit(
                    terms,
                    "role/" + known,
                    () -> roles.one(tenant, known).map(RoleView::scopes),
                    () -> roles.decide(tenant, known, scopes)))
        .map(this::tagged);
  }

  private ResponseEntity<RoleView> tagged(RoleView view) {
    return edits.tagged(view, view.scopes());
  }

  private static String known(String role) {
    if (!Roles.known(role)) {
      throw Problem.notFound(
          "unknown_role",
          "There is no role '%s'; there are %s."
              .formatted(role, String.join(", ", Roles.shipped().keySet())));
    }
    return role;
  }

  private static List<String> scopes(String role, RoleRequest request) {
    if (request.scopes() == null) {
      throw Problem.unprocessable(
          "scopes_missing", "'scopes' must list all that the role allows; [] for nothing.");
    }
    List<String> scopes = request.scopes().stream().map(RolesController::scope).toList();
    if (role.equals(Roles.ADMIN) && !scopes.contains(KEEPS)) {
      throw Problem.unprocessable(
          "admin_needs_platform_admin",
          "The role admin must keep platform:admin: without it nobody could change roles again.");
    }
    return scopes;
  }

  private static String scope(@Nullable String scope) {
    if (scope == null || !Roles.scopes().contains(scope)) {
      throw Problem.unprocessable(
              "unknown_scope",
              "There is no scope '%s'; GET /api/v1/roles lists all there are.".formatted(scope))
          .with("field", "scopes");
    }
    return scope;
  }
}
