package io.holdfast.notification.appointing;

import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** Tells the other services who works in which role. */
public interface Appointments {

  Mono<Void> changed(TenantId tenant, Person person);

  /** Decides, with effect in every service, what the person may do. */
  Mono<Void> allowed(TenantId tenant, Person person);
}
