package io.holdfast.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.messaging.backlog.Backlog.Consumer;
import io.holdfast.messaging.backlog.Backlog.Store;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PipeHealthTests {
  private static final List<Consumer> READING = List.of(new Consumer("g", "t", 9_000, 0, 1));

  @Test
  void muchToDoIsNotLate() {
    assertThat(status(59, 59, READING)).isEqualTo(Status.UP);
  }

  @Test
  void whatIsNotDoneInTimeIsLate() {
    assertThat(status(61, 0, READING)).isEqualTo(PipeHealth.LATE);
    assertThat(status(0, 61, READING)).isEqualTo(PipeHealth.LATE);
  }

  @Test
  void aPartitionNobodyReadsIsLate() {
    assertThat(status(0, 0, List.of(new Consumer("g", "t", 0, 1, 0)))).isEqualTo(PipeHealth.LATE);
  }

  @Test
  void aBrokerThatDoesNotAnswerIsLate() {
    assertThat(status(0, 0, null)).isEqualTo(PipeHealth.LATE);
  }

  private static Status status(
      double oldest, double timersLate, @Nullable List<Consumer> consumers) {
    return PipeHealth.of(
            new Backlog(
                5_000,
                Map.of(),
                7,
                List.of(new Store("outbox", 5_000, oldest)),
                timersLate,
                Map.of("demo", 7L),
                consumers))
        .getStatus();
  }
}
