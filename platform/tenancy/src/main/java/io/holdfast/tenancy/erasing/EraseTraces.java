package io.holdfast.tenancy.erasing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes somebody from all places of a service in which her name may stand. */
public final class EraseTraces {
  private final List<PersonalTraces> places;

  public EraseTraces(List<PersonalTraces> places) {
    this.places = List.copyOf(places);
  }

  /** How many rows it was, by place. Inside the tenant's transaction. */
  public Mono<Map<String, Long>> of(ErasedPerson person) {
    return Flux.fromIterable(places)
        .concatMap(place -> place.erase(person).map(rows -> Map.entry(place.name(), rows)))
        .collect(
            TreeMap::new,
            (found, place) -> found.merge(place.getKey(), place.getValue(), Long::sum));
  }
}
