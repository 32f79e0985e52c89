package io.holdfast.metrics.web;

import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.reporting.AccountLedger;
import io.holdfast.tenancy.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "A page of an account's ledger")
record AccountMovementsView(
    List<MovementView> items,
    @Schema(description = "The cursor of the following page; null on the last")
        @Nullable String next,
    @Schema(description = "Report currency", example = "USD") String currency,
    @Schema(description = "The last day of which movements are listed", example = "2025-10-20")
        String asOf,
    @Schema(
            description = "Why the account is in no figure, if it is not",
            example = "no exchange rate from EUR to USD on or before 2025-01-15")
        @Nullable String excluded)
    implements CsvTable {

  static AccountMovementsView of(AccountLedger ledger, Page<Movement> page) {
    return new AccountMovementsView(
        page.items().stream().map(one -> MovementView.of(one, ledger.currency())).toList(),
        page.next(),
        ledger.currency().value(),
        ledger.asOf().toString(),
        ledger.excluded().map(missing -> missing.reason(ledger.currency())).orElse(null));
  }

  @Override
  public String name() {
    return "account-mrr-movements";
  }

  @Override
  public int excludedAccounts() {
    return excluded == null ? 0 : 1;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "on",
        "kind",
        "churn_kind",
        "reason",
        "amount",
        "currency",
        "recovered",
        "subscriptions",
        "corrects_period");
  }

  @Override
  public List<List<Cell>> lines() {
    return items.stream().map(AccountMovementsView::line).toList();
  }

  private static List<Cell> line(MovementView item) {
    MovementView.Corrects corrects = item.corrects();
    return List.of(
        Cell.text(item.on().toString()),
        Cell.text(item.kind()),
        Cell.text(item.churnKind()),
        Cell.text(item.reason()),
        Cell.amount(item.amount()),
        Cell.text(item.currency()),
        Cell.text(Boolean.toString(item.recovered())),
        Cell.text(String.join(" ", item.subscriptions())),
        Cell.text(corrects == null ? null : corrects.period()));
  }
}
