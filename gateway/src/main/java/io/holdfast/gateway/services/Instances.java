package io.holdfast.gateway.services;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The instances of a service, which take turns. */
final class Instances {
  private final List<Instance> all;
  private final AtomicInteger turns = new AtomicInteger();

  Instances(List<Instance> all) {
    this.all = List.copyOf(all);
  }

  /** The next that takes a request; one that was tried before only when no other is left. */
  Optional<Instance> next(Set<Instance> tried) {
    List<Instance> turn = turn();
    return Stream.concat(
            turn.stream().filter(instance -> !tried.contains(instance)),
            turn.stream().filter(tried::contains))
        .filter(Instance::takes)
        .findFirst();
  }

  /** Asks one after the other until one answers. */
  <T> Mono<T> ask(Function<URI, Mono<T>> question) {
    return Flux.fromIterable(turn()).map(Instance::address).concatMapDelayError(question).next();
  }

  List<Instance> all() {
    return all;
  }

  private List<Instance> turn() {
    int first = Math.floorMod(turns.getAndIncrement(), all.size());
    return IntStream.range(0, all.size()).mapToObj(i -> all.get((first + i) % all.size())).toList();
  }
}
