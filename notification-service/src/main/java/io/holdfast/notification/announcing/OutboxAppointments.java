package io.holdfast.notification.announcing;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.notification.appointing.Appointments;
import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.access.AccessRegister;
import io.holdfast.tenancy.access.PersonKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Announces people among the tenant's settings: by id, so that no name and no address leaves this
 * service; what one may do by a digest of the address. The topic is compacted, so each person has
 * keys of their own.
 */
public final class OutboxAppointments implements Appointments {

  private static final String TOPIC = "holdfast.tenants";
  private static final String TYPE = "notification.person-changed.v1";
  private static final String ACCESS = "notification.person-access-changed.v1";

  private final Outbox outbox;
  private final AccessRegister register;
  private final Clock clock;

  public OutboxAppointments(Outbox outbox, AccessRegister register, Clock clock) {
    this.outbox = outbox;
    this.register = register;
    this.clock = clock;
  }

  private record PersonChangedMessage(String personId, List<String> roles, String timeZone) {

    static PersonChangedMessage of(Person person) {
      return new PersonChangedMessage(
          person.id().toString(),
          person.roles().stream().sorted().toList(),
          person.timeZone().getId());
    }
  }

  private record PersonAccessChangedMessage(
      String personKey, boolean active, @Nullable List<String> roles, long version) {

    static PersonAccessChangedMessage of(PersonKey key, Access access, long version) {
      return new PersonAccessChangedMessage(
          key.value(),
          access.active(),
          access.roles().map(roles -> roles.stream().sorted().toList()).orElse(null),
          version);
    }
  }

  @Override
  public Mono<Void> allowed(TenantId tenant, Person person) {
    PersonKey key = PersonKey.of(tenant, person.email().value());
    Access access = person.access();
    return register
        .decidePerson(tenant, key, access.active(), access.roles())
        .map(version -> PersonAccessChangedMessage.of(key, access, version))
        .flatMap(message -> append(tenant, "access/" + key.value(), ACCESS, message));
  }

  @Override
  public Mono<Void> changed(TenantId tenant, Person person) {
    return append(tenant, "person/" + person.id(), TYPE, PersonChangedMessage.of(person));
  }

  private Mono<Void> append(TenantId tenant, String key, String type, Object body) {
    return outbox.append(
        new OutgoingMessage(TOPIC, tenant, key, type, clock.instant(), body, Map.of()));
  }
}
