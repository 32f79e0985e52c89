package io.holdfast.scoring.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signal was computed from.
 *
 * @param from first day looked at
 * @param to last day looked at
 * @param items the parts, most telling first: weeks, features, tickets, invoices
 */
public record Evidence(LocalDate from, LocalDate to, List<Item> items) {

  public Evidence {
    items = List.copyOf(items);
  }

  /** One part: what it is, when, and how much. */
  public record Item(String what, @Nullable LocalDate on, BigDecimal value) {}
}
