package io.holdfast.gateway;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What a gateway tells Prometheus on its management port. */
final class Prometheus {
  private Prometheus() {}

  /**
   * The value of a series.
   *
   * @param labels as they are written, such as {@code service="scoring"}; there may be others
   */
  static double value(int managementPort, String name, String... labels) {
    String text =
        Objects.requireNonNull(
            WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    return text.lines()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not told:\n" + text));
  }
}
