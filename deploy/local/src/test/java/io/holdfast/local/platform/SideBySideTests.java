package io.holdfast.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SideBySideTests {

  private final SideBySide start = new SideBySide();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void aStepBeginsWhenWhatItNeedsIsThere() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<Void> database =
        start.begin(
            () -> {
              gate.await();
              done.add("database");
            });
    start.after(database, () -> done.add("service"));
    start.begin(gate::countDown);

    start.await();

    assertThat(done).containsExactly("database", "service");
  }

  @Test
  void theFirstRefusalEndsTheWaitAndWhatNeedsTheStepDoesNotBegin() {
    start.begin(new CountDownLatch(1)::await);
    CompletableFuture<Void> database =
        start.begin(
            () -> {
              throw new Refusal("The disk is full.");
            });
    start.after(database, () -> done.add("service"));

    assertThatThrownBy(start::await).isInstanceOf(Refusal.class).hasMessage("The disk is full.");
    assertThat(done).isEmpty();
  }
}
