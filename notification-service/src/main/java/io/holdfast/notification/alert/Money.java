package io.holdfast.notification.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amount as people read it; nothing is reckoned with it. */
public record Money(BigDecimal amount, Currency currency) {

  /** The amount, if the code is one of ISO 4217. */
  public static Optional<Money> of(@Nullable BigDecimal amount, @Nullable String code) {
    if (amount == null || code == null) {
      return Optional.empty();
    }
    return Currency.availableCurrencies()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .findFirst()
        .map(currency -> new Money(amount, currency));
  }

  /** "1,249.50 USD", with as many decimals as the currency has. */
  public String words() {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal shown = amount.setScale(decimals, RoundingMode.HALF_EVEN);
    return String.format(Locale.ENGLISH, "%,." + decimals + "f %s", shown, currency);
  }
}
