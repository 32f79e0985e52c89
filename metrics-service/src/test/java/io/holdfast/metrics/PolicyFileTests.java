package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.metrics.policy.MetricPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PolicyFileTests {

  @Test
  void readsTheShippedPreset() {
    MetricPolicy preset = PolicyFile.read(new ClassPathResource("policies/holdfast.v1.json"));

    assertThat(preset.name()).isEqualTo("holdfast");
    assertThat(preset.factors()).isEqualTo(HistoryFixture.POLICY.factors());
    assertThat(preset.pastDueDays()).isEqualTo(30);
    assertThat(preset.lapsedDays()).isEqualTo(90);
  }
}
