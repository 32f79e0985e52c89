package io.holdfast.scoring.health;

import io.holdfast.scoring.band.Band;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the score went, as it is known now.
 *
 * @param weekly one score a week, oldest first; null where there was none
 * @param change30d against 30 days ago; null when either is unknown
 * @param weekAgo the band seven days ago
 */
public record Trend(
    List<@Nullable BigDecimal> weekly, @Nullable BigDecimal change30d, Band weekAgo) {

  public Trend {
    weekly = Collections.unmodifiableList(weekly);
  }
}
