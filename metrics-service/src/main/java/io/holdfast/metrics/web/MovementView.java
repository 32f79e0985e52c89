package io.holdfast.metrics.web;

import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.ledger.Correction;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.reporting.MovementLists.Named;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "One entry of an account's ledger; losses are negative")
record MovementView(
    LocalDate on,
    @Schema(
            allowableValues = {
              "new",
              "reactivation",
              "expansion",
              "contraction",
              "churn",
              "fx",
              "restatement"
            })
        String kind,
    @Schema(allowableValues = {"voluntary", "involuntary", "unclassified"})
        @Nullable String churnKind,
    @Schema(
            description = "Of a churn: as recorded, else payment_overdue or contract_lapsed",
            example = "price")
        @Nullable String reason,
    @Schema(description = "MRR, as kept to 8 decimals", example = "-233.33333333") String amount,
    @Schema(description = "Report currency", example = "USD") String currency,
    @Schema(description = "Subscriptions whose worth changed on that day")
        List<String> subscriptions,
    @Schema(description = "A reactivation by a payment that came after all") boolean recovered,
    @Schema(description = "What a restatement puts right") @Nullable Corrects corrects) {

  @Schema(description = "The closed month a restatement concerns, and the facts that came later")
  record Corrects(@Schema(example = "2025-01") String period, List<String> facts) {

    static @Nullable Corrects of(Movement movement) {
      Correction correction = movement.corrects();
      return correction == null
          ? null
          : new Corrects(correction.period().toString(), correction.facts());
    }
  }

  static MovementView of(Movement movement, CurrencyCode currency) {
    return new MovementView(
        movement.on(),
        Names.of(movement.kind()),
        Names.ofNullable(movement.churnKind()),
        movement.reason(),
        movement.amount().toString(),
        currency.value(),
        movement.subscriptions().stream().map(SubscriptionId::value).toList(),
        movement.recovered(),
        Corrects.of(movement));
  }

  @Schema(description = "A movement with its account")
  record OfAccount(
      String accountId,
      @Nullable String name,
      LocalDate on,
      String kind,
      @Nullable String churnKind,
      @Nullable String reason,
      String amount,
      String currency,
      boolean recovered) {

    static OfAccount of(Named named, CurrencyCode currency) {
      Movement movement = named.entry().movement();
      return new OfAccount(
          named.entry().account().value(),
          named.name(),
          movement.on(),
          Names.of(movement.kind()),
          Names.ofNullable(movement.churnKind()),
          movement.reason(),
          movement.amount().toString(),
          currency.value(),
          movement.recovered());
    }
  }
}
