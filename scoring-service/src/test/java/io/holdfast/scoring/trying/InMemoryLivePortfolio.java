package io.holdfast.scoring.trying;

import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class InMemoryLivePortfolio implements LivePortfolio {

  private static final Comparator<Profile> LARGEST_FIRST =
      Comparator.comparing(
              Profile::arr, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
          .thenComparing(Profile::account);

  final List<Profile> live = new ArrayList<>();

  @Override
  public Mono<Integer> size(TenantId tenant) {
    return Mono.fromSupplier(live::size);
  }

  @Override
  public Flux<Profile> largest(TenantId tenant, int most) {
    return Flux.defer(() -> Flux.fromStream(live.stream().sorted(LARGEST_FIRST).limit(most)));
  }
}
