package io.holdfast.metrics.ledger;

import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import java.time.LocalDate;

/** What an account's contracts in one currency are worth a month, from this day on. */
public record Balance(LocalDate from, CurrencyCode currency, Amount amount) {}
