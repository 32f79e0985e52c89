package io.holdfast.scoring.fitting;

import io.holdfast.scoring.fit.Company;
import io.holdfast.scoring.fit.Newcomer;
import io.holdfast.tenancy.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Profiles and accounts of one tenant; nobody in it was followed from a day 0. */
final class InMemoryFits implements FitProfiles, AccountFits {

  private final List<FitVersion> versions = new ArrayList<>();
  final TreeMap<String, Company> companies = new TreeMap<>();
  final TreeMap<String, Integer> kept = new TreeMap<>();

  @Override
  public Mono<FitVersion> inForce(TenantId tenant) {
    return all(tenant).next();
  }

  @Override
  public Mono<FitVersion> held(TenantId tenant) {
    return inForce(tenant);
  }

  @Override
  public Mono<FitVersion> find(TenantId tenant, int version) {
    return all(tenant).filter(one -> one.version() == version).next();
  }

  @Override
  public Flux<FitVersion> all(TenantId tenant) {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(versions.reversed())));
  }

  @Override
  public Mono<Integer> next(TenantId tenant) {
    return Mono.fromSupplier(() -> versions.size() + 1);
  }

  @Override
  public Mono<Void> add(TenantId tenant, FitVersion version) {
    return Mono.fromRunnable(() -> versions.add(version));
  }

  @Override
  public Flux<Told> told(TenantId tenant, Collection<String> accounts) {
    return everyone().filter(one -> accounts.contains(one.account()));
  }

  @Override
  public Flux<Told> toldAfter(TenantId tenant, String account, int most) {
    return everyone().filter(one -> one.account().compareTo(account) > 0).take(most);
  }

  private Flux<Told> everyone() {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(companies.entrySet())))
        .map(one -> new Told(one.getKey(), one.getValue()));
  }

  @Override
  public Mono<Void> keep(TenantId tenant, int version, List<Checked> checked) {
    return Mono.fromRunnable(() -> checked.forEach(one -> kept.put(one.account(), version)));
  }

  @Override
  public Flux<Newcomer> newcomers(
      TenantId tenant, LocalDate today, int days, Optional<Set<String>> visible) {
    return Flux.empty();
  }
}
