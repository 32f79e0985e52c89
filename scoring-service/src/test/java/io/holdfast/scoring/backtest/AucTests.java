package io.holdfast.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AucTests {

  @Test
  void whatMayAsWellBeChanceTellsNothing() {
    assertThat(auc("0.52", "0.49", "0.55").strength()).isZero();
    assertThat(auc("0.52", "0.50", "0.54").strength()).isZero();
    assertThat(auc("0.52", null, null).strength()).isZero();
    assertThat(auc("0.40", "0.36", "0.44").strength()).isZero();
  }

  @Test
  void whatSurelyTellsCountsByItsDistanceFromChance() {
    assertThat(auc("0.62", "0.55", "0.69").strength()).isEqualByComparingTo("0.12");
  }

  private static Auc auc(String value, @Nullable String low, @Nullable String high) {
    return new Auc(new BigDecimal(value), decimal(low), decimal(high));
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
