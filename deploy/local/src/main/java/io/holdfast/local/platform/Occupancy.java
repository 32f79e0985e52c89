package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import io.holdfast.local.process.Errand;
import io.holdfast.local.process.Part;
import io.holdfast.local.process.PartRecord;
import io.holdfast.local.process.ProcessIdentity;
import io.holdfast.local.process.Stopping;
import io.holdfast.local.state.KeptValues;
import io.holdfast.local.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs the platform of a state directory: at most one supervisor at a time. */
public final class Occupancy {

  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration LONGEST_ENTRY = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final StateDirectory state;
  private @Nullable FileLock lock;

  public Occupancy(StateDirectory state) {
    this.state = state;
  }

  /** Takes the place for this process until it ends, unless another has it. */
  public boolean take() {
    try {
      FileChannel channel =
          FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return false;
      }
      return true;
    } catch (IOException e) {
      throw new Refusal(
          "The state directory %s cannot be locked: %s.".formatted(state.root(), e), e);
    }
  }

  public void record() {
    new KeptValues(state.supervisor()).replace(ProcessIdentity.current().toKeep());
  }

  public void forget() {
    try {
      Files.deleteIfExists(state.supervisor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<ProcessIdentity> supervisor() {
    return ProcessIdentity.kept(new KeptValues(state.supervisor()).all())
        .filter(ProcessIdentity::alive);
  }

  /** One that has taken the place a moment ago is given time to say who it is. */
  public Optional<ProcessIdentity> settledSupervisor() throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_ENTRY.toNanos();
    Optional<ProcessIdentity> found = supervisor();
    while (found.isEmpty() && taken() && System.nanoTime() < deadline) {
      Thread.sleep(BETWEEN_LOOKS);
      found = supervisor();
    }
    return found;
  }

  private boolean taken() {
    if (!Files.exists(state.lock())) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(state.lock(), StandardOpenOption.WRITE);
        FileLock mine = channel.tryLock()) {
      return mine == null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parts that run, with or without a supervisor. */
  public List<PartRecord> running() {
    return PartNames.possible().stream()
        .flatMap(name -> PartRecord.read(state, name).stream())
        .filter(part -> part.process().alive())
        .toList();
  }

  /** Stops parts that a killed supervisor has left behind and that are too many now. */
  public void stopAllBut(List<String> wanted) {
    running().reversed().stream()
        .filter(part -> !wanted.contains(part.name()))
        .forEach(part -> Stopping.stop(part.process(), part.stopSignal(), PATIENCE));
  }

  /** Whether a killed supervisor has left anything running. */
  public boolean hasLeftovers() {
    return !running().isEmpty() || !Errand.left(state).isEmpty();
  }

  /** Nobody waits any more for what they do. */
  public void stopErrands() {
    Errand.left(state).forEach(errand -> Stopping.stop(errand, Part.StopSignal.TERM, PATIENCE));
  }

  /** Stops all that a killed supervisor has left behind, what needs others first. */
  public void stopLeftovers() {
    stopErrands();
    running()
        .reversed()
        .forEach(part -> Stopping.stop(part.process(), part.stopSignal(), PATIENCE));
  }
}
