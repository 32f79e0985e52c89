package io.holdfast.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlanTests {

  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

  @Test
  void takesTheWholeWeeksThatEndBetweenTwoDays() {
    Plan plan = Plan.between(WEDNESDAY, WEDNESDAY.plusDays(20), 90, 10, 1);

    assertThat(plan.firstWeekEnd()).isEqualTo("2026-03-08");
    assertThat(plan.lastWeekEnd()).isEqualTo("2026-03-22");
    assertThat(plan.weeks()).isEqualTo(3);
  }

  @Test
  void refusesASpanInWhichNoWeekEnds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.between(WEDNESDAY, WEDNESDAY.plusDays(3), 90, 10, 1));
  }

  @Test
  void refusesWhatNobodyCouldMean() {
    LocalDate far = WEDNESDAY.plusYears(9);
    assertThatIllegalArgumentException().isThrownBy(() -> Plan.between(WEDNESDAY, far, 90, 10, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.between(WEDNESDAY, WEDNESDAY.plusDays(20), 6, 10, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.between(WEDNESDAY, WEDNESDAY.plusDays(20), 90, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Plan(WEDNESDAY, 1, 90, 10, 1));
  }
}
