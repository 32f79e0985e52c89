package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.persistence.ModelFixture;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The shipped model, with what the tenant set. */
public final class InMemoryRulebook implements Rulebook {

  private @Nullable TenantFacts settings;
  private List<String> coreFeatures = List.of();
  private Modules modules = Modules.NONE;
  List<FleetGap> gaps = List.of();

  @Override
  public Mono<Rules> inForce(TenantId tenant, Instant at) {
    return Mono.fromSupplier(
        () -> {
          TreeMap<String, Set<String>> features = new TreeMap<>();
          coreFeatures.forEach(event -> features.put(event, Set.of(event)));
          TenantFacts set = settings;
          return new Rules(
              set == null
                  ? new TenantCalendar(ZoneOffset.UTC, Set.of(), gaps)
                  : new TenantCalendar(ZoneId.of(set.timeZone()), set.holidays(), gaps),
              new CoreFeatures(features),
              ModelFixture.enterprise(),
              set == null ? null : set.currency());
        });
  }

  @Override
  public Mono<Rules> named(TenantId tenant, String model, Instant now) {
    return inForce(tenant, now).filter(rules -> rules.model().id().equals(model));
  }

  @Override
  public Mono<Boolean> settings(TenantId tenant, TenantFacts next) {
    return Mono.fromSupplier(
        () -> {
          boolean others = !next.equals(settings);
          settings = next;
          return others;
        });
  }

  @Override
  public Mono<Boolean> coreFeatures(TenantId tenant, List<String> events) {
    return Mono.fromSupplier(
        () -> {
          boolean others = !events.equals(coreFeatures);
          coreFeatures = List.copyOf(events);
          return others;
        });
  }

  @Override
  public Mono<Modules> modules(TenantId tenant) {
    return Mono.fromSupplier(() -> modules);
  }

  @Override
  public Mono<Void> modules(TenantId tenant, Modules next) {
    return Mono.fromRunnable(() -> modules = next);
  }
}
