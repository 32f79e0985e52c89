package io.holdfast.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.state.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTests {

  @TempDir Path folder;
  private StateDirectory state;
  private Keeper keeper;

  @BeforeEach
  void start() {
    state = new StateDirectory(folder).prepared();
    keeper = new Keeper(sleeper("600"), state, _ -> {}).start();
    await(keeper::ready);
  }

  @AfterEach
  void stop() {
    keeper.stop();
  }

  @Test
  void startsAKilledPartAgain() {
    ProcessIdentity first = process();

    ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();

    await(() -> !process().equals(first) && keeper.ready());
    assertThat(keeper.failures()).isEqualTo(1);
  }

  @Test
  void takesOverAPartThatStillRuns() {
    ProcessIdentity first = process();

    Keeper next = new Keeper(sleeper("600"), state, _ -> {}).start();
    await(next::ready);

    assertThat(process()).isEqualTo(first);
    next.stop();
    assertThat(first.alive()).isFalse();
  }

  @Test
  void replacesAPartThatRunsDifferently() {
    ProcessIdentity first = process();
    keeper.stop();
    keeper = new Keeper(sleeper("601"), state, _ -> {}).start();

    await(() -> !process().equals(first) && keeper.ready());
    assertThat(first.alive()).isFalse();
  }

  @Test
  void stopsForGood() {
    ProcessIdentity first = process();

    keeper.stop();

    assertThat(first.alive()).isFalse();
    assertThat(keeper.ready()).isFalse();
  }

  @Test
  void givesThePartASessionOfItsOwn() throws Exception {
    long pid = process().pid();
    Process ps = new ProcessBuilder("ps", "-o", "sid=", "-p", String.valueOf(pid)).start();

    assertThat(new String(ps.getInputStream().readAllBytes()).strip())
        .isEqualTo(String.valueOf(pid));
  }

  private ProcessIdentity process() {
    return PartRecord.read(state, "sleeper").orElseThrow().process();
  }

  private static Part sleeper(String seconds) {
    return new Part(
        "sleeper", "1", 1, List.of("sleep", seconds), Map.of(), () -> true, Part.StopSignal.TERM);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
