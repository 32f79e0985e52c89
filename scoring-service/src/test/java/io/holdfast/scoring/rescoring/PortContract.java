package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.reactivestreams.Publisher;

/** What is asked of a port's adapters, those in memory and the real ones alike. */
interface PortContract {

  Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  TenantId tenant();

  /** All that the work gives, done in one transaction of the tenant. */
  <T> List<T> all(Publisher<T> work);

  Accounts accounts();

  Standings standings();

  AccountPictures pictures();

  Deferrals deferrals();

  Rulebook rulebook();

  MovedPictures moved();
}
