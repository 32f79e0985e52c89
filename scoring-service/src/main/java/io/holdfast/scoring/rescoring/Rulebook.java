package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Each tenant's rules. */
public interface Rulebook {

  /** The rules with the model in force at an instant; before the first, the first. */
  Mono<Rules> inForce(TenantId tenant, Instant at);

  /** The rules with a published model, by its id; nothing when the tenant has no such model. */
  Mono<Rules> named(TenantId tenant, String model, Instant now);

  /** The tenant's settings are these; whether they were others before. */
  Mono<Boolean> settings(TenantId tenant, TenantFacts settings);

  /** By the tracking plan these events are the core features; whether they were others before. */
  Mono<Boolean> coreFeatures(TenantId tenant, List<String> events);

  /** The modules of the tracking plan; none where none was told. */
  Mono<Modules> modules(TenantId tenant);

  /** By the tracking plan these are the modules. No score depends on them. */
  Mono<Void> modules(TenantId tenant, Modules modules);

  /** What scoring needs to know of a tenant. */
  record TenantFacts(String name, String timeZone, String currency, Set<LocalDate> holidays) {}
}
