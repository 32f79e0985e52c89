package io.holdfast.metrics.web;

import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.OpenedBooks.Report;
import io.holdfast.metrics.retention.RatioMetric;
import io.holdfast.metrics.retention.RetentionSeries.Point;
import io.holdfast.metrics.retention.WindowLength;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "A ratio metric, month by month")
record RatioView(
    @Schema(allowableValues = {"nrr", "grr", "logo-retention", "customer-churn"}) String metric,
    @Schema(description = "Length of each window", example = "12m") String window,
    @Schema(description = "Policy by which revenue is counted", example = "holdfast/1")
        String policy,
    @Schema(
            description = "The day as of which the current month is measured",
            example = "2025-10-20")
        String asOf,
    List<Row> rows,
    @Schema(description = "Accounts in no cohort, because no rate values their contracts")
        List<ExcludedView> excluded)
    implements CsvTable {

  record Row(
      @Schema(description = "The month the window ends with", example = "2025-01") String period,
      @Schema(description = "A ratio without unit; null for an empty cohort", example = "0.983")
          @Nullable BigDecimal value) {}

  static RatioView of(
      RatioMetric metric, WindowLength window, OpenedBooks books, Report<List<Point>> report) {
    return new RatioView(
        metric.key(),
        window.toString(),
        BridgeView.policy(books),
        books.today().toString(),
        report.figures().stream().map(point -> row(metric, point)).toList(),
        ExcludedView.of(books, report));
  }

  private static Row row(RatioMetric metric, Point point) {
    return new Row(point.period().toString(), metric.of(point.retention()).orElse(null));
  }

  @Override
  public String name() {
    return metric + "-" + window;
  }

  @Override
  public int excludedAccounts() {
    return excluded.size();
  }

  @Override
  public List<String> columns() {
    return List.of("period", "value");
  }

  @Override
  public List<List<Cell>> lines() {
    return rows.stream()
        .map(row -> List.of(Cell.text(row.period()), Cell.number(row.value())))
        .toList();
  }
}
