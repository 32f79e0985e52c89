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

  /** The one thing of the account it concerns, e.g. an invoice; null when it is the whole. */
  @Nullable String about();

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

    @Override
    public @Nullable String about() {
      return null;
    }
  }

  /**
   * A fact about the account was recorded.
   *
   * @param text of a failed or recovered charge, the invoice
   * @param loaded it came with a load of history, so it is told in a digest
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
    public @Nullable String about() {
      return text == null || text.isBlank() ? null : text;
    }
  }
}
