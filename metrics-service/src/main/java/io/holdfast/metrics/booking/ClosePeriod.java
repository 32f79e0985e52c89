package io.holdfast.metrics.booking;

import io.holdfast.metrics.closing.Closing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Closes a month that is over, and with it every month before that is open still. */
public final class ClosePeriod {

  private final Histories histories;
  private final Ledgers ledgers;
  private final Closings closings;
  private final Clock clock;

  public ClosePeriod(Histories histories, Ledgers ledgers, Closings closings, Clock clock) {
    this.histories = histories;
    this.ledgers = ledgers;
    this.closings = closings;
    this.clock = clock;
  }

  /** What became of the wish. */
  public sealed interface Answer {

    /** Now, or before: closing again changes nothing. */
    record Closed(Closing closing) implements Answer {}

    record NotOver(LocalDate ends) implements Answer {}
  }

  public Mono<Answer> close(YearMonth period, String by) {
    return ledgers
        .holdAll()
        .then(histories.settings())
        .zipWhen(_ -> closings.all())
        .flatMap(found -> close(period, by, found.getT1(), found.getT2()));
  }

  private Mono<Answer> close(
      YearMonth period, String by, TenantSettings settings, List<Closing> before) {
    Optional<Closing> closed =
        before.stream().filter(closing -> !closing.period().isBefore(period)).findFirst();
    if (closed.isPresent()) {
      return Mono.just(new Answer.Closed(closed.get()));
    }
    Instant now = clock.instant();
    if (!period.atEndOfMonth().isBefore(settings.dayOf(now))) {
      return Mono.just(new Answer.NotOver(period.atEndOfMonth()));
    }
    Closing closing = new Closing(period, settings.currency(), now, by);
    return closings.close(closing).thenReturn(new Answer.Closed(closing));
  }
}
