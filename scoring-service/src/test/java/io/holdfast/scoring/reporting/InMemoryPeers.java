package io.holdfast.scoring.reporting;

import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.AccountPictures.Pictured;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.value.AdoptionTally;
import io.holdfast.scoring.value.PeerGroup;
import io.holdfast.scoring.value.PeerGroup.Basis;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts whole pictures. */
final class InMemoryPeers implements Peers {

  private record Traits(
      @Nullable String industry, @Nullable Long employees, @Nullable String plan) {

    boolean isPeer(Traits own, Basis basis) {
      return switch (basis) {
        case INDUSTRY_AND_SIZE ->
            own.industry != null && own.industry.equals(industry) && near(own);
        case SIZE -> near(own);
        case PLAN -> own.plan != null && own.plan.equals(plan);
        case NONE -> false;
      };
    }

    private boolean near(Traits own) {
      return own.employees != null
          && employees != null
          && employees * 2 >= own.employees
          && employees <= own.employees * 2;
    }

    double distance(Traits own) {
      return own.employees == null || employees == null
          ? Double.MAX_VALUE
          : Math.abs(Math.log((double) Math.max(employees, 1) / Math.max(own.employees, 1)));
    }
  }

  private final AccountPictures pictures;
  private final Map<String, Traits> accounts = new TreeMap<>();

  InMemoryPeers(AccountPictures pictures) {
    this.pictures = pictures;
  }

  void isLike(
      String account, @Nullable String industry, @Nullable Long employees, @Nullable String plan) {
    accounts.put(account, new Traits(industry, employees, plan));
  }

  @Override
  public Mono<PeerGroup> of(
      TenantId tenant,
      String account,
      CoreFeatures features,
      TenantCalendar calendar,
      Instant until,
      Instant knownAt) {
    Traits own = accounts.getOrDefault(account, new Traits(null, null, null));
    Optional<Basis> basis =
        Stream.of(Basis.values())
            .filter(one -> peers(account, own, one).size() >= PeerGroup.FEWEST)
            .findFirst();
    return Mono.justOrEmpty(basis)
        .flatMap(
            found ->
                Flux.fromIterable(peers(account, own, found))
                    .concatMap(peer -> pictures.of(tenant, List.of(peer), Instant.EPOCH))
                    .map(Pictured::picture)
                    .map(picture -> picture.knownAt(knownAt, calendar))
                    .filter(picture -> picture.departedBy(calendar.day(until)).isEmpty())
                    .map((KnownPicture picture) -> AdoptionTally.of(picture, features, until))
                    .collectList()
                    .map(tallies -> new PeerGroup(found, tallies)))
        .defaultIfEmpty(PeerGroup.NOBODY);
  }

  private List<String> peers(String account, Traits own, Basis basis) {
    return accounts.entrySet().stream()
        .filter(one -> !one.getKey().equals(account) && one.getValue().isPeer(own, basis))
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, Traits> one) -> one.getValue().distance(own)))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
