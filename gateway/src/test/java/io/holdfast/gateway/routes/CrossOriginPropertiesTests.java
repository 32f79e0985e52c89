package io.holdfast.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginPropertiesTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.com",
        "https://a.example/path",
        "https://a.example/",
        "a.example",
        "file:///x",
        "https://u@a.example"
      })
  void refusesWhatIsNoOrigin(String origin) {
    assertThatThrownBy(() -> new CrossOriginProperties(List.of("https://a.example", origin)))
        .hasMessageContaining("is no origin such as");
  }

  @Test
  void takesOriginsWithAndWithoutPort() {
    assertThat(
            new CrossOriginProperties(List.of(" https://a.example", "http://b:3000", "")).origins())
        .containsExactly("https://a.example", "http://b:3000");
  }
}
