package io.holdfast.scoring.trying;

import io.holdfast.scoring.trying.Backtest.State;
import io.holdfast.scoring.trying.Backtest.State.Queued;
import io.holdfast.scoring.trying.Backtest.State.Running;
import io.holdfast.tenancy.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Backtests, what they observe, and the accounts to look at, of one tenant. */
final class InMemoryTrials implements Backtests, Observations, AccountsInTurn {

  private static final Comparator<Backtest> OLDEST_FIRST =
      Comparator.comparing(Backtest::askedAt).thenComparing(backtest -> backtest.id().toString());

  private final Map<UUID, Backtest> backtests = new LinkedHashMap<>();
  private final Map<UUID, List<Observed>> observed = new HashMap<>();
  final TreeMap<String, Member> members = new TreeMap<>();

  @Override
  public Mono<Void> add(TenantId tenant, Backtest backtest) {
    return Mono.fromRunnable(() -> backtests.put(backtest.id(), backtest));
  }

  @Override
  public Mono<Backtest> find(TenantId tenant, String model, UUID id) {
    return Mono.fromSupplier(() -> backtests.get(id)).filter(one -> one.model().equals(model));
  }

  @Override
  public Flux<Backtest> all(TenantId tenant, String model) {
    return Flux.defer(
        () ->
            Flux.fromStream(
                backtests.values().stream()
                    .filter(one -> one.model().equals(model))
                    .sorted(OLDEST_FIRST.reversed())));
  }

  @Override
  public Mono<Integer> open(TenantId tenant) {
    return Mono.fromSupplier(() -> (int) open().count());
  }

  @Override
  public Mono<Backtest> lockNext(TenantId tenant) {
    return Mono.fromSupplier(() -> open().min(OLDEST_FIRST).orElse(null));
  }

  private Stream<Backtest> open() {
    return backtests.values().stream()
        .filter(one -> one.state() instanceof Queued || one.state() instanceof Running);
  }

  @Override
  public Mono<Void> move(TenantId tenant, UUID id, State state) {
    return Mono.fromRunnable(
        () ->
            backtests.computeIfPresent(
                id,
                (_, old) ->
                    new Backtest(
                        id, old.model(), old.question(), old.askedAt(), old.askedBy(), state)));
  }

  @Override
  public Mono<Void> discard(TenantId tenant, UUID id) {
    return Mono.fromRunnable(
        () -> {
          backtests.remove(id);
          observed.remove(id);
        });
  }

  @Override
  public Mono<Void> add(TenantId tenant, UUID backtest, List<Observed> accounts) {
    return Mono.fromRunnable(
        () -> observed.computeIfAbsent(backtest, _ -> new ArrayList<>()).addAll(accounts));
  }

  @Override
  public Flux<Observed> all(TenantId tenant, UUID backtest) {
    return Flux.defer(() -> Flux.fromIterable(observed.getOrDefault(backtest, List.of())));
  }

  @Override
  public Flux<String> largestSegments(TenantId tenant, UUID backtest, int most) {
    return Flux.defer(
        () ->
            Flux.fromStream(
                observed.getOrDefault(backtest, List.of()).stream()
                    .map(Observed::segment)
                    .filter(Objects::nonNull)
                    .collect(
                        Collectors.groupingBy(
                            Function.identity(), TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .limit(most)));
  }

  @Override
  public Mono<Void> drop(TenantId tenant, UUID backtest) {
    return Mono.fromRunnable(() -> observed.remove(backtest));
  }

  @Override
  public Mono<Integer> count(TenantId tenant) {
    return Mono.fromSupplier(members::size);
  }

  @Override
  public Flux<Member> after(TenantId tenant, @Nullable String last, int most) {
    return Flux.defer(
        () ->
            Flux.fromStream(
                members.tailMap(last == null ? "" : last, false).values().stream().limit(most)));
  }
}
