package io.holdfast.ingestion.roles;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.access.AccessRegister;
import io.holdfast.tenancy.access.Roles;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides what roles allow, in the tenant's transaction, and tells the other services. */
@Component
class DecideRoles {
  private final AccessRegister register;
  private final Outbox outbox;
  private final Clock clock;

  DecideRoles(AccessRegister register, Outbox outbox, Clock clock) {
    this.register = register;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record RoleChangedMessage(String role, List<String> scopes, long version) {}

  Mono<List<RoleView>> all(TenantId tenant) {
    return register
        .changedRoles(tenant)
        .map(
            changed -> Roles.shipped().keySet().stream().map(role -> view(role, changed)).toList());
  }

  Mono<RoleView> one(TenantId tenant, String role) {
    return register.changedRoles(tenant).map(changed -> view(role, changed));
  }

  Mono<RoleView> decide(TenantId tenant, String role, Collection<String> wanted) {
    List<String> scopes = wanted.stream().distinct().sorted().toList();
    return one(tenant, role)
        .flatMap(before -> AuditNotes.changed("scopes", words(before.scopes()), words(scopes)))
        .then(register.decideRole(tenant, role, scopes))
        .flatMap(version -> announce(tenant, new RoleChangedMessage(role, scopes, version)))
        .then(Mono.fromSupplier(() -> RoleView.of(role, scopes)));
  }

  private static String words(List<String> scopes) {
    return String.join(" ", scopes);
  }

  private static RoleView view(String role, Map<String, Set<String>> changed) {
    return RoleView.of(
        role, changed.getOrDefault(role, Roles.shipped().getOrDefault(role, Set.of())));
  }

  private Mono<Void> announce(TenantId tenant, RoleChangedMessage role) {
    return outbox.append(
        new OutgoingMessage(
            "holdfast.tenants",
            tenant,
            "role/" + role.role(),
            "ingestion.role-changed.v1",
            clock.instant(),
            role,
            Map.of()));
  }
}
