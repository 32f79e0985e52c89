package io.holdfast.scoring.fit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Companies of about a size, by employees; both ends belong to it. */
record SizeBand(long from, @Nullable Long to) {

  static final List<SizeBand> ALL =
      List.of(
          new SizeBand(0, 10L),
          new SizeBand(11, 50L),
          new SizeBand(51, 200L),
          new SizeBand(201, 1000L),
          new SizeBand(1001, null));

  static SizeBand of(BigDecimal employees) {
    return ALL.reversed().stream()
        .filter(band -> employees.compareTo(BigDecimal.valueOf(band.from)) >= 0)
        .findFirst()
        .orElse(ALL.getFirst());
  }

  String words() {
    return to == null ? from + "+" : from + "-" + to;
  }

  boolean meets(Requirement.Range range) {
    BigDecimal least = range.from();
    BigDecimal most = range.to();
    return (most == null || most.compareTo(BigDecimal.valueOf(from)) >= 0)
        && (to == null || least == null || least.compareTo(BigDecimal.valueOf(to)) <= 0);
  }
}
