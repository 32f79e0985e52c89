package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.FleetDay;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class InMemoryFleet implements Fleet {

  private final InMemoryAccountPictures pictures;
  private final InMemoryRulebook rulebook;
  private Watched watched = Watched.NEVER;

  InMemoryFleet(InMemoryAccountPictures pictures, InMemoryRulebook rulebook) {
    this.pictures = pictures;
    this.rulebook = rulebook;
  }

  @Override
  public Mono<Watched> watched(TenantId tenant) {
    return Mono.fromSupplier(() -> watched);
  }

  @Override
  public Mono<Watched> lock(TenantId tenant) {
    return watched(tenant);
  }

  @Override
  public Flux<FleetDay> use(TenantId tenant, Collection<LocalDate> days, ZoneId zone) {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(days)))
        .map(day -> use(day, pictures.daysOfUse(zone).values()))
        .filter(found -> found.expected() > 0);
  }

  private static FleetDay use(LocalDate day, Collection<Set<LocalDate>> accounts) {
    List<Set<LocalDate>> expected =
        accounts.stream().filter(used -> FleetDay.expects(day, used::contains)).toList();
    long silent = expected.stream().filter(used -> !used.contains(day)).count();
    return new FleetDay(day, expected.size(), (int) silent);
  }

  @Override
  public Mono<Void> keep(TenantId tenant, Watched next, List<FleetGap> gaps) {
    return Mono.fromRunnable(
        () -> {
          watched = next;
          TreeMap<Instant, FleetGap> kept = new TreeMap<>();
          rulebook.gaps.forEach(gap -> kept.put(gap.heldFrom(), gap));
          gaps.forEach(gap -> kept.put(gap.heldFrom(), gap));
          rulebook.gaps = List.copyOf(kept.values());
        });
  }
}
