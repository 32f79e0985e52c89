package io.holdfast.metrics.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.holdfast.metrics.books.BridgeRow;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.OpenedBooks.BridgeReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The MRR bridge.
 *
 * @param policy by which revenue is counted, as name/version
 * @param asOf the day as of which the current month is valued
 * @param excluded accounts that are in no row, because their contracts cannot be valued
 */
record BridgeView(
    @Schema(description = "Report currency", example = "USD") String currency,
    @Schema(description = "Policy by which revenue is counted", example = "holdfast/1")
        String policy,
    @Schema(description = "The day as of which the current month is valued") String asOf,
    List<Row> rows,
    @Schema(description = "Accounts in no row, because no rate values their contracts")
        List<Excluded> excluded) {

  @Schema(
      description = "start + the movements = end; losses are negative; each end is the next start")
  record Row(
      @Schema(example = "2025-01") String period,
      String start,
      @JsonProperty("new") String fresh,
      String reactivation,
      String expansion,
      String contraction,
      String churn,
      String fx,
      String restatement,
      String end,
      ChurnByKind churnByKind,
      Counts accounts) {

    static Row of(BridgeRow row) {
      return new Row(
          row.period().toString(),
          row.start().toString(),
          row.amount(MovementKind.NEW).toString(),
          row.amount(MovementKind.REACTIVATION).toString(),
          row.amount(MovementKind.EXPANSION).toString(),
          row.amount(MovementKind.CONTRACTION).toString(),
          row.amount(MovementKind.CHURN).toString(),
          row.amount(MovementKind.FX).toString(),
          row.amount(MovementKind.RESTATEMENT).toString(),
          row.end().toString(),
          ChurnByKind.of(row),
          Counts.of(row));
    }
  }

  @Schema(description = "The churn of the row, split")
  record ChurnByKind(String voluntary, String involuntary, String unclassified) {

    static ChurnByKind of(BridgeRow row) {
      return new ChurnByKind(
          row.churn(ChurnKind.VOLUNTARY).toString(),
          row.churn(ChurnKind.INVOLUNTARY).toString(),
          row.churn(ChurnKind.UNCLASSIFIED).toString());
    }
  }

  @Schema(description = "How many accounts moved that way")
  record Counts(
      @JsonProperty("new") int fresh, int reactivation, int expansion, int contraction, int churn) {

    static Counts of(BridgeRow row) {
      return new Counts(
          row.accounts(MovementKind.NEW),
          row.accounts(MovementKind.REACTIVATION),
          row.accounts(MovementKind.EXPANSION),
          row.accounts(MovementKind.CONTRACTION),
          row.accounts(MovementKind.CHURN));
    }
  }

  record Excluded(String accountId, String reason) {

    static Excluded of(RateMissing missing, OpenedBooks books) {
      return new Excluded(missing.account().value(), missing.reason(books.currency()));
    }
  }

  static BridgeView of(OpenedBooks books, BridgeReport report) {
    return new BridgeView(
        books.currency().value(),
        books.policy().name() + "/" + books.policy().version(),
        books.today().toString(),
        report.rows().stream().map(Row::of).toList(),
        report.excluded().stream().map(missing -> Excluded.of(missing, books)).toList());
  }
}
