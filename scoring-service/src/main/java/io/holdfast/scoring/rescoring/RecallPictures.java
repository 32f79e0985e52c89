package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.AccountPictures.Pictured;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * Reads pictures that reach back far enough to judge accounts as of an instant. An account that
 * left before it is judged as it was when it left, so its picture reaches back from that day.
 */
public final class RecallPictures {

  /** Twelve weeks of trend, each with a baseline that may be carried for a quarter. */
  private static final Duration LOOKED_BACK = Duration.ofDays(250);

  private final AccountPictures pictures;

  public RecallPictures(AccountPictures pictures) {
    this.pictures = pictures;
  }

  /** One account after the other: a picture may be large, and they share a connection. */
  public Flux<Pictured> asOf(
      TenantId tenant, Collection<String> accounts, Instant instant, TenantCalendar calendar) {
    Instant since = instant.minus(LOOKED_BACK);
    return Flux.defer(
        () -> {
          Map<String, Instant> readAgain = new LinkedHashMap<>();
          return pictures
              .of(tenant, accounts, since)
              .filter(
                  one -> {
                    Optional<Instant> earlier = sinceItLeft(one, instant, calendar);
                    earlier
                        .filter(since::isAfter)
                        .ifPresent(back -> readAgain.put(one.account(), back));
                    return !readAgain.containsKey(one.account());
                  })
              .concatWith(Flux.defer(() -> each(tenant, readAgain)));
        });
  }

  private Flux<Pictured> each(TenantId tenant, Map<String, Instant> sinces) {
    return Flux.fromIterable(sinces.entrySet())
        .concatMap(one -> pictures.of(tenant, List.of(one.getKey()), one.getValue()));
  }

  private static Optional<Instant> sinceItLeft(
      Pictured one, Instant instant, TenantCalendar calendar) {
    return one.picture()
        .known(calendar)
        .departedBy(calendar.day(instant))
        .map(calendar::startOf)
        .map(left -> left.minus(LOOKED_BACK));
  }
}
