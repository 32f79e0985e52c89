package io.holdfast.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplingTests {

  @Test
  void anAccountIsDrawnOnceOnAverageWithAVarianceOfOne() {
    long drawn = 0;
    long squares = 0;
    int accounts = 2000;
    for (int i = 0; i < accounts; i++) {
      int[] weights = Resampling.weights(42, "account-" + i);
      drawn += Arrays.stream(weights).skip(1).sum();
      squares += Arrays.stream(weights).skip(1).map(weight -> weight * weight).sum();
    }
    double cells = (double) accounts * Resampling.REPLICATES;

    assertThat(drawn / cells).isCloseTo(1, within(0.01));
    assertThat(squares / cells).isCloseTo(2, within(0.02));
  }

  @Test
  void theFirstWeightIsTheSampleAsItIs() {
    assertThat(Resampling.weights(42, "acme")[0]).isEqualTo(1);
  }

  @Test
  void theSameSeedDrawsTheSameAndAnotherSeedAnother() {
    assertThat(Resampling.weights(1, "acme")).isEqualTo(Resampling.weights(1, "acme"));
    assertThat(Resampling.weights(1, "acme")).isNotEqualTo(Resampling.weights(2, "acme"));
    assertThat(Resampling.weights(1, "acme")).isNotEqualTo(Resampling.weights(1, "bolt"));
    assertThat(Resampling.lot(1, "acme")).isNotEqualTo(Resampling.lot(2, "acme"));
  }
}
