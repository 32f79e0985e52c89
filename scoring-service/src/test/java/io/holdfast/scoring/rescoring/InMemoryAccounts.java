package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.journey.Worth;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class InMemoryAccounts implements Accounts {

  private record Known(@Nullable MasterData master, @Nullable Revenue revenue) {

    Known with(MasterData next) {
      boolean newer = master == null || !master.recordedAt().isAfter(next.recordedAt());
      return newer ? new Known(next, revenue) : this;
    }

    Known with(Revenue next) {
      boolean newer = revenue == null || !revenue.at().isAfter(next.at());
      return newer ? new Known(master, next) : this;
    }
  }

  private final Map<String, Known> accounts = new TreeMap<>();

  @Override
  public Mono<Void> appear(TenantId tenant, Collection<String> appearing) {
    return Mono.fromRunnable(
        () -> appearing.forEach(one -> accounts.putIfAbsent(one, new Known(null, null))));
  }

  @Override
  public Mono<Void> record(TenantId tenant, List<MasterData> versions) {
    return Mono.fromRunnable(
        () ->
            versions.forEach(
                one ->
                    accounts.merge(
                        one.account(), new Known(one, null), (old, _) -> old.with(one))));
  }

  @Override
  public Mono<Void> revenue(TenantId tenant, List<Revenue> revenues) {
    return Mono.fromRunnable(
        () ->
            revenues.forEach(
                one ->
                    accounts.merge(
                        one.account(), new Known(null, one), (old, _) -> old.with(one))));
  }

  @Override
  public Flux<String> all(TenantId tenant) {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(accounts.keySet())));
  }

  void move(String from, String into) {
    accounts.remove(from);
    accounts.putIfAbsent(into, new Known(null, null));
  }

  @Nullable Profile profile(String account, Standing standing) {
    Known known = accounts.get(account);
    if (known == null) {
      return null;
    }
    MasterData master = known.master();
    Revenue revenue = known.revenue();
    return new Profile(
        account,
        master == null ? null : master.name(),
        master == null ? null : master.ownerEmail(),
        revenue == null ? null : revenue.mrr(),
        revenue == null ? null : revenue.arr(),
        revenue == null ? null : revenue.currency(),
        new Worth(revenue == null ? null : revenue.renewsOn()),
        standing);
  }
}
