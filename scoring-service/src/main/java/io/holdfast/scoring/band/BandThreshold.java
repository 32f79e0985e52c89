package io.holdfast.scoring.band;

import java.math.BigDecimal;

/** A band is entered at {@code enter} points or more and left downwards below {@code leave}. */
public record BandThreshold(Band band, BigDecimal enter, BigDecimal leave) {

  public BandThreshold {
    if (leave.compareTo(enter) > 0) {
      throw new IllegalArgumentException(
          "Band "
              + band.key()
              + " would be left at "
              + leave
              + " before it is entered at "
              + enter);
    }
    if (leave.signum() < 0 || enter.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("Band " + band.key() + " is never reached");
    }
  }
}
