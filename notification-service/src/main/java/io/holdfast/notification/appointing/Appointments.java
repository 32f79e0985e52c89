package io.holdfast.notification.appointing;

import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** Tells the other services who works in which role. */
public interface Appointments {

  Mono<Void> changed(TenantId tenant, Person person);
}
