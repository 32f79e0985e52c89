package io.holdfast.metrics.reporting;

import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What moved an account's revenue until a day.
 *
 * @param movements in order of time
 * @param excluded why it is in no sum, if it is not
 */
public record AccountLedger(
    CurrencyCode currency,
    LocalDate asOf,
    List<Movement> movements,
    Optional<RateMissing> excluded) {}
