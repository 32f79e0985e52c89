package io.holdfast.notification.play;

import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to an account and may set off or end a play. */
public sealed interface Happening {

  String accountId();

  /** Business time. */
  Instant at();

  /** Whether it came with a load of history and therefore sets nothing off. */
  boolean isOfThePast();

  /**
   * The account stands in another band.
   *
   * @param from null when it was judged for the first time
   * @param reasons worst first
   * @param learntFromHistory loaded or late data brought it up, so it is told in a digest
   */
  record BandCrossed(
      String accountId,
      @Nullable Band from,
      Band to,
      Instant at,
      @Nullable BigDecimal score,
      List<Reason> reasons,
      boolean learntFromHistory)
      implements Happening {

    public BandCrossed {
      reasons = List.copyOf(reasons);
    }

    /** Never: bands are judged as of now, whatever brought them up. */
    @Override
    public boolean isOfThePast() {
      return false;
    }
  }

  /**
   * A fact about the account was recorded.
   *
   * @param loaded it came with a load of history: the past sets nothing off
   */
  record FactHappened(
      String accountId,
      String type,
      Instant at,
      @Nullable String value,
      @Nullable String unit,
      @Nullable String text,
      boolean loaded)
      implements Happening {

    @Override
    public boolean isOfThePast() {
      return loaded;
    }
  }
}
