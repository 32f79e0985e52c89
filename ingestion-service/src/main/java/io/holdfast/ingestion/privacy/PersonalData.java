package io.holdfast.ingestion.privacy;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One place that may hold something about a person. Works inside the tenant's transaction. */
public interface PersonalData {
  /** What it is, in documents and counts. */
  String name();

  /** What it holds, as JSON texts, {@code most} at most. */
  Flux<String> export(Person person, int most);

  /** Erases it, and says how many rows that were. Doing it again finds nothing more. */
  Mono<Long> erase(Person person);

  /** Ids of facts about the person, whose free text others hold too. */
  default Mono<List<String>> facts(Person person) {
    return Mono.just(List.of());
  }

  /** Whether something is on its way that may bring the person back here, so to look again. */
  default Mono<Boolean> unsettled() {
    return Mono.just(false);
  }
}
