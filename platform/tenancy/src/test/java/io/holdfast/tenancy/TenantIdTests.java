package io.holdfast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTests {

  @Test
  void isLowerCaseWithDashes() {
    assertThat(new TenantId("acme-eu_2").value()).isEqualTo("acme-eu_2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Demo", "-a", "a b", "a|b", "a'b", "ä"})
  void refusesWhatCouldBeMistaken(String value) {
    assertThatThrownBy(() -> new TenantId(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
