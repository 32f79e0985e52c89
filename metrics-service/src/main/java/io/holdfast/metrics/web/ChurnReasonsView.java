package io.holdfast.metrics.web;

import io.holdfast.metrics.reporting.MovementLists.ReasonedChurn;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.OpenedBooks.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "What was lost, by kind and reason")
record ChurnReasonsView(
    @Schema(description = "Report currency", example = "USD") String currency,
    List<Row> rows,
    @Schema(description = "Accounts in no row, because no rate values their contracts")
        List<ExcludedView> excluded)
    implements CsvTable {

  record Row(
      @Schema(allowableValues = {"voluntary", "involuntary", "unclassified"}) String churnKind,
      @Schema(example = "price") @Nullable String reason,
      @Schema(description = "How many accounts left for it") int accounts,
      @Schema(description = "MRR lost, negative", example = "-233.33333333") String amount) {

    static Row of(ReasonedChurn churn) {
      return new Row(
          Names.of(churn.kind()), churn.reason(), churn.accounts(), churn.amount().toString());
    }
  }

  static ChurnReasonsView of(OpenedBooks books, Report<List<ReasonedChurn>> report) {
    return new ChurnReasonsView(
        books.currency().value(),
        report.figures().stream().map(Row::of).toList(),
        ExcludedView.of(books, report));
  }

  @Override
  public String name() {
    return "churn-reasons";
  }

  @Override
  public int excludedAccounts() {
    return excluded.size();
  }

  @Override
  public List<String> columns() {
    return List.of("churn_kind", "reason", "accounts", "amount", "currency");
  }

  @Override
  public List<List<Cell>> lines() {
    return rows.stream()
        .map(
            row ->
                List.of(
                    Cell.text(row.churnKind),
                    Cell.text(row.reason),
                    Cell.amount(Integer.toString(row.accounts)),
                    Cell.amount(row.amount),
                    Cell.text(currency)))
        .toList();
  }
}
