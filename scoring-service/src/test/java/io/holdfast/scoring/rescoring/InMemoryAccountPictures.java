package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.picture.Use;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryAccountPictures implements AccountPictures {

  private record UseId(Instant at, String event) {}

  private record FactId(Class<?> kind, String key, String version) {}

  private final Map<String, Map<UseId, Use>> uses = new HashMap<>();
  private final Map<String, Map<FactId, Recorded>> facts = new HashMap<>();
  private final Set<SamePerson> people = new LinkedHashSet<>();

  @Override
  public Flux<Pictured> of(TenantId tenant, Collection<String> accounts, Instant since) {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(accounts)))
        .map(account -> new Pictured(account, picture(account, since)));
  }

  /** The days on which each account used the product. */
  Map<String, Set<LocalDate>> daysOfUse(ZoneId zone) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    uses.forEach(
        (account, all) ->
            days.put(
                account,
                all.values().stream()
                    .map(use -> LocalDate.ofInstant(use.happenedAt(), zone))
                    .collect(Collectors.toSet())));
    return days;
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
        List.copyOf(facts.getOrDefault(account, Map.of()).values()),
        leadingOn(names(all)));
  }

  private static Set<String> names(Collection<Use> uses) {
    return uses.stream()
        .map(Use::person)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What is said of these names, and of those they lead to. */
  private List<SamePerson> leadingOn(Set<String> names) {
    Set<SamePerson> said = new LinkedHashSet<>();
    while (people.stream().anyMatch(one -> names.contains(one.previous()) && said.add(one))) {
      said.forEach(one -> names.add(one.user()));
    }
    return List.copyOf(said);
  }

  @Override
  public Flux<String> join(TenantId tenant, List<SamePerson> joined) {
    return Flux.defer(
        () -> {
          people.addAll(joined);
          Set<String> names =
              joined.stream()
                  .map(SamePerson::previous)
                  .collect(Collectors.toCollection(HashSet::new));
          while (people.stream()
              .anyMatch(one -> names.contains(one.user()) && names.add(one.previous()))) {
            // on to the names that lead to those
          }
          return Flux.fromIterable(List.copyOf(uses.entrySet()))
              .filter(of -> names(of.getValue().values()).stream().anyMatch(names::contains))
              .map(Map.Entry::getKey);
        });
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

  /** What is the same of both is one. */
  void move(String from, String into) {
    Map<UseId, Use> used = uses.remove(from);
    if (used != null) {
      used.forEach(uses.computeIfAbsent(into, _ -> new LinkedHashMap<>())::putIfAbsent);
    }
    Map<FactId, Recorded> known = facts.remove(from);
    if (known != null) {
      known.keySet().removeIf(id -> id.kind() == Fact.Arrival.class);
      known.replaceAll((_, fact) -> toldOf(from, fact));
      known.forEach(facts.computeIfAbsent(into, _ -> new LinkedHashMap<>())::putIfAbsent);
    }
  }

  private static Recorded toldOf(String account, Recorded fact) {
    return fact.toldOf() == null
        ? new Recorded(fact.key(), fact.fact(), fact.knowledge(), account)
        : fact;
  }

  @Override
  public Mono<Void> forget(
      TenantId tenant, Collection<String> gone, String instead, Collection<String> keys) {
    return Mono.fromRunnable(
        () -> {
          people.removeIf(one -> gone.contains(one.previous()) || gone.contains(one.user()));
          uses.values().forEach(of -> of.replaceAll((_, use) -> without(use, gone, instead)));
          facts
              .values()
              .forEach(of -> of.replaceAll((_, fact) -> without(fact, gone, instead, keys)));
        });
  }

  private static Use without(Use use, Collection<String> people, String instead) {
    return people.contains(use.person())
        ? new Use(use.happenedAt(), use.knownAt(), use.assumed(), instead, use.event(), use.count())
        : use;
  }

  private static Recorded without(
      Recorded version, Collection<String> people, String instead, Collection<String> keys) {
    Fact fact =
        switch (version.fact()) {
          case Fact.Noted noted ->
              new Fact.Noted(
                  noted.happenedAt(),
                  noted.type(),
                  noted.value(),
                  noted.unit(),
                  keys.contains(version.key()) ? null : noted.text(),
                  renamed(noted.person(), people, instead),
                  noted.dueOn());
          case Fact.SurveyAnswer answer ->
              new Fact.SurveyAnswer(
                  answer.answeredAt(),
                  answer.survey(),
                  answer.score(),
                  renamed(answer.person(), people, instead));
          default -> version.fact();
        };
    boolean contact = fact instanceof Fact.Contact && people.contains(version.key());
    return new Recorded(
        contact ? instead : version.key(), fact, version.knowledge(), version.toldOf());
  }

  private static @Nullable String renamed(
      @Nullable String person, Collection<String> people, String instead) {
    return person != null && people.contains(person) ? instead : person;
  }

  private static FactId id(AccountFact fact) {
    return new FactId(fact.fact().fact().getClass(), fact.fact().key(), fact.version());
  }
}
