package io.holdfast.metrics.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.holdfast.metrics.books.Bridge;
import io.holdfast.metrics.books.BridgeRow;
import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.OpenedBooks.Report;
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
        List<ExcludedView> excluded)
    implements CsvTable {

  private static final List<String> COLUMNS =
      List.of(
          "period",
          "start",
          "new",
          "reactivation",
          "expansion",
          "contraction",
          "churn",
          "fx",
          "restatement",
          "end",
          "churn_voluntary",
          "churn_involuntary",
          "churn_unclassified",
          "currency");

  @Schema(
      description = "start + the movements = end; losses are negative; each end is the next start")
  record Row(
      @Schema(example = "2025-01") String period,
      @Schema(description = "MRR at the end of the month before", example = "5666.66666666")
          String start,
      @Schema(description = "Of accounts that never had any before", example = "433.33333333")
          @JsonProperty("new")
          String fresh,
      @Schema(description = "Of accounts that had some once, at any distance", example = "250")
          String reactivation,
      @Schema(description = "More of accounts that had some", example = "666.66666667")
          String expansion,
      @Schema(description = "Less of accounts that keep some; negative", example = "-100")
          String contraction,
      @Schema(description = "All of accounts that keep none; negative", example = "-233.33333333")
          String churn,
      @Schema(description = "What other rates did to contracts in other currencies", example = "0")
          String fx,
      @Schema(description = "What was learnt about closed months since", example = "0")
          String restatement,
      @Schema(description = "start and all movements together", example = "5433.33333333")
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

  static BridgeView of(OpenedBooks books, Report<Bridge> report) {
    return new BridgeView(
        books.currency().value(),
        policy(books),
        books.today().toString(),
        report.figures().rows().stream().map(Row::of).toList(),
        ExcludedView.of(books, report));
  }

  static String policy(OpenedBooks books) {
    return books.policy().name() + "/" + books.policy().version();
  }

  @Override
  public String name() {
    return "mrr-movements";
  }

  @Override
  public int excludedAccounts() {
    return excluded.size();
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<Cell>> lines() {
    return rows.stream()
        .map(
            row ->
                List.of(
                    Cell.text(row.period),
                    Cell.amount(row.start),
                    Cell.amount(row.fresh),
                    Cell.amount(row.reactivation),
                    Cell.amount(row.expansion),
                    Cell.amount(row.contraction),
                    Cell.amount(row.churn),
                    Cell.amount(row.fx),
                    Cell.amount(row.restatement),
                    Cell.amount(row.end),
                    Cell.amount(row.churnByKind.voluntary),
                    Cell.amount(row.churnByKind.involuntary),
                    Cell.amount(row.churnByKind.unclassified),
                    Cell.text(currency)))
        .toList();
  }
}
