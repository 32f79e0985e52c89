package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a customer agreed to pay for.
 *
 * @param seatPrice for a seat and a month, in the deal's currency
 * @param byCard charged to a card at once; otherwise on invoice, thirty days net
 */
record Deal(String plan, BigDecimal seatPrice, String currency, Interval interval, boolean byCard) {

  enum Interval {
    MONTH("month", 1),
    QUARTER("quarter", 3),
    YEAR("year", 12);

    private final String word;
    private final int months;

    Interval(String word, int months) {
      this.word = word;
      this.months = months;
    }

    String word() {
      return word;
    }

    int months() {
      return months;
    }
  }

  /** The price of one seat for one interval; who pays a year ahead pays for eleven months. */
  BigDecimal price(BigDecimal uplift) {
    int months = interval == Interval.YEAR ? 11 : interval.months();
    return seatPrice
        .multiply(BigDecimal.valueOf(months))
        .multiply(uplift)
        .setScale(2, RoundingMode.HALF_EVEN);
  }

  /**
   * A card is charged month by month for as long as nobody cancels; an invoiced deal has a yearly
   * term.
   */
  boolean hasTerm() {
    return !byCard;
  }
}
