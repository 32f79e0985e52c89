package io.holdfast.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

  @ParameterizedTest
  @CsvSource({
    "1249.5, USD, '1,249.50 USD'",
    "0.125, EUR, 0.12 EUR",
    "120000, JPY, '120,000 JPY'",
    "1.5, KWD, 1.500 KWD",
  })
  void isShownWithTheDecimalsOfItsCurrency(BigDecimal amount, String code, String words) {
    assertThat(Money.of(amount, code)).map(Money::words).contains(words);
  }

  @Test
  void isNoneWithoutACurrencyThatExists() {
    assertThat(Money.of(BigDecimal.ONE, "people")).isEmpty();
    assertThat(Money.of(BigDecimal.ONE, null)).isEmpty();
    assertThat(Money.of(null, "USD")).isEmpty();
  }
}
