package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.Use;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class InMemoryAccountPictures implements AccountPictures {

  private record UseId(Instant at, String event) {}

  private record FactId(Class<?> kind, String key, String version) {}

  private final Map<String, Map<UseId, Use>> uses = new HashMap<>();
  private final Map<String, Map<FactId, Recorded>> facts = new HashMap<>();

  @Override
  public Flux<Pictured> of(TenantId tenant, Collection<String> accounts, Instant since) {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(accounts)))
        .map(account -> new Pictured(account, picture(account, since)));
  }

  private AccountPicture picture(String account, Instant since) {
    Collection<Use> all = uses.getOrDefault(account, Map.of()).values();
    List<Use> before =
        all.stream()
            .filter(use -> use.happenedAt().isBefore(since))
            .sorted(Comparator.comparing(Use::happenedAt))
            .toList();
    Stream<Use> first = before.stream().limit(1);
    Stream<Use> firstPerson = before.stream().filter(use -> use.person() != null).limit(1);
    Stream<Use> recent = all.stream().filter(use -> !use.happenedAt().isBefore(since));
    return new AccountPicture(
        Stream.of(first, firstPerson, recent).flatMap(part -> part).toList(),
        List.copyOf(facts.getOrDefault(account, Map.of()).values()));
  }

  @Override
  public Mono<Void> addUse(TenantId tenant, List<AccountUse> added) {
    return Mono.fromRunnable(
        () ->
            added.forEach(
                one ->
                    uses.computeIfAbsent(one.account(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(new UseId(one.use().happenedAt(), one.event()), one.use())));
  }

  @Override
  public Mono<Void> addFacts(TenantId tenant, List<AccountFact> added) {
    return Mono.fromRunnable(
        () ->
            added.forEach(
                one ->
                    facts
                        .computeIfAbsent(one.account(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(id(one), one.fact())));
  }

  @Override
  public Mono<Void> forget(
      TenantId tenant, Collection<String> people, String instead, Collection<String> keys) {
    return Mono.fromRunnable(
        () -> {
          uses.values().forEach(of -> of.replaceAll((_, use) -> without(use, people, instead)));
          facts.values().forEach(of -> of.replaceAll((_, fact) -> without(fact, keys)));
        });
  }

  private static Use without(Use use, Collection<String> people, String instead) {
    return people.contains(use.person())
        ? new Use(use.happenedAt(), use.knownAt(), use.assumed(), instead, use.event(), use.count())
        : use;
  }

  private static Recorded without(Recorded fact, Collection<String> keys) {
    return keys.contains(fact.key()) && fact.fact() instanceof Fact.Interaction said
        ? new Recorded(
            fact.key(),
            new Fact.Interaction(said.happenedAt(), said.kind(), null),
            fact.knowledge())
        : fact;
  }

  private static FactId id(AccountFact fact) {
    return new FactId(fact.fact().fact().getClass(), fact.fact().key(), fact.version());
  }
}
