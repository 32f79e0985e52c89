package io.holdfast.metrics.reporting;

import io.holdfast.metrics.books.BridgeRow;
import io.holdfast.metrics.retention.Retention;
import io.holdfast.metrics.retention.RetentionSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * A month at a glance, beside the one before it.
 *
 * @param months the month before and the month; fewer when it has not begun
 */
public record Summary(List<Month> months) {

  /**
   * What there is to say of one month.
   *
   * @param year retention over the twelve months that end with it
   * @param month retention over it alone
   * @param accounts with revenue at its end
   */
  public record Month(BridgeRow bridge, Retention year, Retention month, int accounts) {}

  static Summary of(
      List<BridgeRow> rows,
      List<RetentionSeries.Point> yearly,
      List<RetentionSeries.Point> monthly,
      List<Integer> accounts) {
    List<Month> months = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      months.add(
          new Month(
              rows.get(i), yearly.get(i).retention(), monthly.get(i).retention(), accounts.get(i)));
    }
    return new Summary(List.copyOf(months));
  }
}
