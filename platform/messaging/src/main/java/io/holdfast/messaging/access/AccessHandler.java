package io.holdfast.messaging.access;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.access.AccessRegister;
import io.holdfast.tenancy.access.PersonKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows the decisions that ingestion (roles) and notification (people) announce. */
record AccessHandler(AccessRegister register) implements MessageHandler {

  record RoleChangedMessage(String role, List<String> scopes, long version) {}

  record PersonAccessChangedMessage(
      String personKey, boolean active, @Nullable Set<String> roles, long version) {}

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return Flux.fromIterable(messages).concatMap(message -> learn(tenant, message)).then();
  }

  private Mono<Void> learn(TenantId tenant, ReceivedMessage message) {
    return switch (message.type()) {
      case "ingestion.role-changed.v1" -> role(tenant, message.as(RoleChangedMessage.class));
      case "notification.person-access-changed.v1" ->
          person(tenant, message.as(PersonAccessChangedMessage.class));
      default -> Mono.empty();
    };
  }

  private Mono<Void> role(TenantId tenant, RoleChangedMessage role) {
    return register.learnRole(tenant, role.role(), role.scopes(), role.version());
  }

  private Mono<Void> person(TenantId tenant, PersonAccessChangedMessage person) {
    return register.learnPerson(
        tenant,
        new PersonKey(person.personKey()),
        person.active(),
        Optional.ofNullable(person.roles()),
        person.version());
  }
}
