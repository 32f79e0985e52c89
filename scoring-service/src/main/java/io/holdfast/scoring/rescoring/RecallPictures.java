package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.AccountPictures.Pictured;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

  public Flux<Pictured> asOf(
      TenantId tenant, Collection<String> accounts, Instant instant, TenantCalendar calendar) {
    Instant since = instant.minus(LOOKED_BACK);
    return pictures
        .of(tenant, accounts, since)
        .collectList() // one connection reads one thing at a time
        .flatMapIterable(all -> all)
        .concatMap(
            one ->
                left(one, instant, calendar)
                    .map(calendar::startOf)
                    .map(left -> left.minus(LOOKED_BACK))
                    .filter(earlier -> earlier.isBefore(since))
                    .map(earlier -> pictures.of(tenant, List.of(one.account()), earlier).single())
                    .orElseGet(() -> Mono.just(one)));
  }

  private static Optional<LocalDate> left(Pictured one, Instant instant, TenantCalendar calendar) {
    return one.picture().known(calendar).departedBy(calendar.day(instant));
  }
}
