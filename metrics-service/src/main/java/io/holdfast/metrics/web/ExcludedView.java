package io.holdfast.metrics.web;

import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.OpenedBooks.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "An account that is in no figure, because its contracts cannot be valued")
record ExcludedView(
    String accountId,
    @Schema(example = "no exchange rate from EUR to USD on or before 2025-01-15") String reason) {

  static List<ExcludedView> of(OpenedBooks books, Report<?> report) {
    return report.excluded().stream().map(missing -> of(books, missing)).toList();
  }

  private static ExcludedView of(OpenedBooks books, RateMissing missing) {
    return new ExcludedView(missing.account().value(), missing.reason(books.currency()));
  }
}
