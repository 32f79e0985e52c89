package io.holdfast.notification.play;

import io.holdfast.notification.alert.Band;
import io.holdfast.notification.play.Happening.BandCrossed;
import io.holdfast.notification.play.Happening.FactHappened;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One condition that sets a play off, or ends what it began. */
public sealed interface Trigger {

  boolean matches(Happening happening, Instant now);

  /**
   * The account's band got worse.
   *
   * @param to the bands that count
   * @param signalDrop when given, at least one signal must be this fraction below its own baseline
   */
  record BandWorsened(Set<Band> to, @Nullable BigDecimal signalDrop) implements Trigger {

    public BandWorsened {
      to = Set.copyOf(to);
    }

    @Override
    public boolean matches(Happening happening, Instant now) {
      return happening instanceof BandCrossed crossed
          && to.contains(crossed.to())
          && crossed.to().isWorseThan(crossed.from())
          && (signalDrop == null
              || crossed.reasons().stream().anyMatch(reason -> reason.droppedBy(signalDrop)));
    }
  }

  /** The account's band is one of these now, wherever it came from. */
  record BandReached(Set<Band> to) implements Trigger {

    public BandReached {
      to = Set.copyOf(to);
    }

    @Override
    public boolean matches(Happening happening, Instant now) {
      return happening instanceof BandCrossed crossed && to.contains(crossed.to());
    }
  }

  /**
   * A fact of this type happened, and is still young enough to act on, whichever way it came.
   *
   * @param youngerThan the oldest a fact may be; an older one is the past, not the present
   */
  record FactOf(String type, Duration youngerThan) implements Trigger {

    public FactOf {
      if (type.isBlank() || youngerThan.isNegative() || youngerThan.isZero()) {
        throw new IllegalArgumentException("A fact trigger names a type and a positive age limit");
      }
    }

    @Override
    public boolean matches(Happening happening, Instant now) {
      return happening instanceof FactHappened fact
          && fact.type().equals(type)
          && fact.at().isAfter(now.minus(youngerThan));
    }
  }
}
