package io.holdfast.metrics.web;

import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.OpenedBooks.Report;
import io.holdfast.metrics.reporting.Summary;
import io.holdfast.metrics.reporting.Summary.Month;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A month at a glance; every value is null for a month that has not begun. */
record SummaryView(
    String period,
    String currency,
    String asOf,
    @Schema(description = "Recurring revenue a month at its end") Figure mrr,
    @Schema(description = "12 × MRR") Figure arr,
    @Schema(description = "All movements of the month together") Figure mrrChange,
    @Schema(description = "Accounts with revenue at its end") Count accounts,
    @Schema(description = "Net revenue retention over the twelve months that end with it")
        Ratio nrr12m,
    @Schema(description = "Gross revenue retention over the same") Ratio grr12m,
    @Schema(description = "Logo retention over the same") Ratio logoRetention12m,
    @Schema(description = "Share of the revenue at the start whose accounts had none at the end")
        Ratio revenueChurn,
    @Schema(
            description =
                "(new + reactivation + expansion) ÷ (contraction + churn); null when nothing was"
                    + " lost")
        Ratio quickRatio,
    @Schema(description = "Accounts in no figure, because no rate values their contracts")
        List<ExcludedView> excluded) {

  private static final int MONTHS = 12;

  @Schema(description = "An amount in the report currency, and that of the month before")
  record Figure(@Nullable String value, @Nullable String previous) {}

  @Schema(description = "A number of accounts, and that of the month before")
  record Count(@Nullable Integer value, @Nullable Integer previous) {}

  @Schema(description = "A ratio without unit, and that of the month before")
  record Ratio(@Nullable BigDecimal value, @Nullable BigDecimal previous) {}

  static SummaryView of(YearMonth period, OpenedBooks books, Report<Summary> report) {
    List<Month> months = report.figures().months();
    Month previous = months.isEmpty() ? null : months.getFirst();
    Month current = months.size() < 2 ? null : months.get(1);
    Pair pair = new Pair(current, previous);
    return new SummaryView(
        period.toString(),
        books.currency().value(),
        books.today().toString(),
        pair.figure(month -> month.bridge().end()),
        pair.figure(month -> month.bridge().end().times(MONTHS)),
        pair.figure(month -> month.bridge().change()),
        new Count(
            current == null ? null : current.accounts(),
            previous == null ? null : previous.accounts()),
        pair.ratio(month -> month.year().nrr()),
        pair.ratio(month -> month.year().grr()),
        pair.ratio(month -> month.year().logoRetention()),
        pair.ratio(month -> month.month().revenueChurn()),
        pair.ratio(month -> month.bridge().quickRatio()),
        ExcludedView.of(books, report));
  }

  private record Pair(@Nullable Month current, @Nullable Month previous) {

    Figure figure(Function<Month, Amount> of) {
      return new Figure(
          current == null ? null : of.apply(current).toString(),
          previous == null ? null : of.apply(previous).toString());
    }

    Ratio ratio(Function<Month, Optional<BigDecimal>> of) {
      return new Ratio(
          current == null ? null : of.apply(current).orElse(null),
          previous == null ? null : of.apply(previous).orElse(null));
    }
  }
}
