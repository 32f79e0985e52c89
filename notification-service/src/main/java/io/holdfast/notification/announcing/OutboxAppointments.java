package io.holdfast.notification.announcing;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.notification.appointing.Appointments;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Announces people among the tenant's settings: by id, so that no name and no address leaves this
 * service. The topic is compacted, so each person has a key of their own.
 */
public final class OutboxAppointments implements Appointments {

  private static final String TOPIC = "holdfast.tenants";
  private static final String TYPE = "notification.person-changed.v1";

  private final Outbox outbox;
  private final Clock clock;

  public OutboxAppointments(Outbox outbox, Clock clock) {
    this.outbox = outbox;
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

  @Override
  public Mono<Void> changed(TenantId tenant, Person person) {
    return outbox.append(
        new OutgoingMessage(
            TOPIC,
            tenant,
            "person/" + person.id(),
            TYPE,
            clock.instant(),
            PersonChangedMessage.of(person),
            Map.of()));
  }
}
