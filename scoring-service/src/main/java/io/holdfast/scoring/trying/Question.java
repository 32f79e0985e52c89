package io.holdfast.scoring.trying;

import io.holdfast.scoring.backtest.Plan;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything the answer of a backtest depends on besides the accounts' pictures: asked again, the
 * same question has the same answer.
 *
 * @param document the model as JSON, as it was when it was asked
 * @param knownThrough what is received later does not count
 */
public record Question(
    String document,
    Plan plan,
    TenantCalendar calendar,
    CoreFeatures features,
    Instant knownThrough,
    @Nullable SegmentBy segmentBy) {}
