package io.holdfast.scoring.health;

import io.holdfast.scoring.band.BandState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an account was last judged; the band is a record of what was decided then. */
public record Standing(@Nullable Instant judgedAt, @Nullable BigDecimal score, BandState state) {

  /** Never judged. */
  public static final Standing NONE = new Standing(null, null, BandState.BEGINNING);
}
