package io.holdfast.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.Misuse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockShiftTests {

  @ParameterizedTest
  @CsvSource({
    "+7d, PT168H",
    "-1d, PT-24H",
    "+2w, PT336H",
    "+36h, PT36H",
    "+1d12h30m, PT36H30M",
    "+15s, PT15S"
  })
  void readsAmountsWithUnits(String text, Duration expected) {
    assertThat(ClockShift.parse(text).from(Duration.ZERO)).isEqualTo(expected);
  }

  @Test
  void addsToTheOffsetThereIs() {
    assertThat(ClockShift.parse("+1d").from(Duration.ofDays(6))).isEqualTo(Duration.ofDays(7));
    assertThat(ClockShift.parse("-1d").from(Duration.ofDays(6))).isEqualTo(Duration.ofDays(5));
  }

  @Test
  void nowEndsEveryOffset() {
    assertThat(ClockShift.parse("now").from(Duration.ofDays(40))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7d", "+7", "+d", "tomorrow", "+7 d", "+7y", "+-7d", "+9999999d"})
  void refusesWhatItCannotRead(String text) {
    assertThatThrownBy(() -> ClockShift.parse(text))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("does not say how to move the clock");
  }
}
