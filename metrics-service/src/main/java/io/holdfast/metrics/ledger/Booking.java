package io.holdfast.metrics.ledger;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How an account's history was booked. */
public sealed interface Booking {

  AccountId account();

  List<Movement> movements();

  /**
   * In the books, from its first paid day to the last end agreed on, which may lie ahead.
   *
   * @param movements in order of time
   * @param balances in order of time, one for each currency that changed on a day
   */
  record Booked(AccountId account, List<Movement> movements, List<Balance> balances)
      implements Booking {

    public Booked {
      movements = List.copyOf(movements);
      balances = List.copyOf(balances);
    }

    public Stream<AccountMovement> entries() {
      return movements.stream().map(movement -> new AccountMovement(account, movement));
    }
  }

  /** Left out whole, because on a day no rate says what its contracts are worth. */
  record RateMissing(AccountId account, CurrencyCode currency, LocalDate day) implements Booking {

    @Override
    public List<Movement> movements() {
      return List.of();
    }

    public String reason(CurrencyCode report) {
      return "no exchange rate from %s to %s on or before %s".formatted(currency, report, day);
    }
  }
}
