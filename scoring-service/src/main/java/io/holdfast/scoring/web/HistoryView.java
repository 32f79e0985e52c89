package io.holdfast.scoring.web;

import io.holdfast.scoring.health.Judging.Point;
import io.holdfast.tenancy.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "HealthHistory", description = "One item per day of the tenant, at its end")
record HistoryView(
    Instant from,
    Instant to,
    List<ItemView> items,
    @Schema(description = "`cursor` of the following page") @Nullable String next) {

  @Schema(name = "HealthHistoryItem")
  record ItemView(Instant at, @Nullable BigDecimal score, String band) {}

  static HistoryView of(Instant from, Instant to, Page<Point> points) {
    return new HistoryView(
        from,
        to,
        points.items().stream()
            .map(point -> new ItemView(point.at(), point.score(), point.state().band().key()))
            .toList(),
        points.next());
  }
}
