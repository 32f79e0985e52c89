package io.holdfast.metrics.web;

import io.holdfast.metrics.retention.Retention;
import io.holdfast.metrics.retention.RetentionSeries.Point;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One retention metric, month by month. */
record RetentionView(String metric, String window, List<Row> rows) {

  record Row(
      @Schema(description = "The month the window ends with", example = "2025-01") String period,
      @Schema(description = "A ratio; null for an empty cohort", example = "0.983")
          @Nullable BigDecimal value) {}

  static RetentionView of(
      String metric,
      int window,
      List<Point> points,
      Function<Retention, Optional<BigDecimal>> value) {
    return new RetentionView(
        metric,
        window + "m",
        points.stream()
            .map(
                point ->
                    new Row(point.period().toString(), value.apply(point.retention()).orElse(null)))
            .toList());
  }
}
