package io.holdfast.gateway.services;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The instances of a service, which take turns. */
final class Instances {
  private final List<Instance> all;
  private final List<List<Instance>> inTurn;
  private final AtomicInteger turns = new AtomicInteger();

  Instances(List<Instance> all) {
    this.all = List.copyOf(all);
    this.inTurn =
        IntStream.range(0, all.size()).mapToObj(first -> beginningAt(first, all)).toList();
  }

  private static List<Instance> beginningAt(int first, List<Instance> all) {
    List<Instance> turn = new ArrayList<>(all);
    Collections.rotate(turn, -first);
    return List.copyOf(turn);
  }

  /** The next that takes a request; one that was tried before only when no other is left. */
  Optional<Instance> next(Set<Instance> tried) {
    List<Instance> turn = turn();
    return taking(turn, instance -> !tried.contains(instance))
        .or(() -> taking(turn, tried::contains));
  }

  private static Optional<Instance> taking(List<Instance> turn, Predicate<Instance> wanted) {
    for (Instance instance : turn) {
      if (wanted.test(instance) && instance.takes()) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }

  /** Asks one after the other until one answers. */
  <T> Mono<T> ask(Function<URI, Mono<T>> question) {
    return Flux.fromIterable(turn()).map(Instance::address).concatMapDelayError(question).next();
  }

  List<Instance> all() {
    return all;
  }

  private List<Instance> turn() {
    return inTurn.get(Math.floorMod(turns.getAndIncrement(), all.size()));
  }
}
