package io.holdfast.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcknowledgementsTests {
  private final Acknowledgements acknowledgements = new Acknowledgements();

  @Test
  void endWithTheLastAnswer() {
    acknowledgements.oneMore();
    acknowledgements.oneMore();
    acknowledgements.one(null);
    var all = acknowledgements.allHandedOver();

    assertThat(all).isNotDone();
    acknowledgements.one(null);

    assertThat(all).isCompleted();
  }

  @Test
  void aFailureIsToldWhenNothingIsOnItsWayAnyMore() {
    acknowledgements.oneMore();
    acknowledgements.oneMore();
    acknowledgements.one(new IllegalStateException("first"));
    var all = acknowledgements.allHandedOver();

    assertThat(acknowledgements.failed()).isTrue();
    assertThat(all).isNotDone();
    acknowledgements.one(new IllegalStateException("second"));

    assertThat(all).isCompletedExceptionally();
    assertThat(all.exceptionNow()).hasMessage("first");
  }
}
