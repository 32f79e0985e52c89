package io.holdfast.scoring.value;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed that the customer is to have of the product, and how far that is.
 *
 * @param words what it is; null when it was noted without
 * @param last the latest progress noted
 * @param before the latest progress noted before the period
 */
public record AgreedOutcome(
    LocalDate agreedOn,
    @Nullable String words,
    @Nullable LocalDate dueOn,
    State state,
    @Nullable Progress last,
    @Nullable Progress before) {

  public enum State {
    ACHIEVED,
    OVERDUE,
    IN_PROGRESS,
    AGREED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
