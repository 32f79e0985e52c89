package io.holdfast.scoring.reporting;

import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.TenantCalendar;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The health of an account as of an instant, as known at another.
 *
 * @param assumedShare share of what it rests on whose knowledge time a load of history declared
 */
public record HealthReport(
    String account,
    String name,
    Health health,
    BandState state,
    Instant knownAt,
    BigDecimal assumedShare,
    ScoringModel model,
    TenantCalendar calendar) {}
