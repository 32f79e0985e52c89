package io.holdfast.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTests {
  private static final Duration SHORTLY = Duration.ofMillis(50);
  private final Pace pace = new Pace(SHORTLY);

  @Test
  void whoFoundNothingLooksShortly() {
    assertThat(inVain(99)).containsOnly(SHORTLY);
  }

  @Test
  void whoFoundNothingForAWhileLooksLessOften() {
    inVain(99);
    assertThat(inVain(1_000)).containsOnly(Duration.ofMillis(250));
  }

  @Test
  void whoFindsSomethingAgainLooksShortlyAgain() {
    inVain(1_000);
    pace.foundSomething();
    assertThat(inVain(99)).containsOnly(SHORTLY);
  }

  private List<Duration> inVain(int times) {
    return IntStream.range(0, times).mapToObj(_ -> pace.foundNothing()).toList();
  }
}
