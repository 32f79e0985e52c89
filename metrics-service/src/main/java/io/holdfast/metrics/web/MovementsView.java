package io.holdfast.metrics.web;

import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.reporting.MovementLists.Named;
import io.holdfast.tenancy.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "A page of the movements of a month")
record MovementsView(
    List<MovementView.OfAccount> items,
    @Schema(description = "The cursor of the following page; null on the last")
        @Nullable String next)
    implements CsvTable {

  static MovementsView of(Page<Named> page, CurrencyCode currency) {
    return new MovementsView(
        page.items().stream().map(one -> MovementView.OfAccount.of(one, currency)).toList(),
        page.next());
  }

  @Override
  public String name() {
    return "movements";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "account_id",
        "name",
        "on",
        "kind",
        "churn_kind",
        "reason",
        "amount",
        "currency",
        "recovered");
  }

  @Override
  public List<List<Cell>> lines() {
    return items.stream()
        .map(
            item ->
                List.of(
                    Cell.text(item.accountId()),
                    Cell.text(item.name()),
                    Cell.text(item.on().toString()),
                    Cell.text(item.kind()),
                    Cell.text(item.churnKind()),
                    Cell.text(item.reason()),
                    Cell.amount(item.amount()),
                    Cell.text(item.currency()),
                    Cell.text(Boolean.toString(item.recovered()))))
        .toList();
  }
}
