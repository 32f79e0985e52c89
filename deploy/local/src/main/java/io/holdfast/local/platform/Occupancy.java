package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import io.holdfast.local.process.PartRecord;
import io.holdfast.local.process.ProcessIdentity;
import io.holdfast.local.process.Stopping;
import io.holdfast.local.state.KeptValues;
import io.holdfast.local.state.StateDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs the platform of a state directory: at most one supervisor at a time. */
public final class Occupancy {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

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
    ProcessIdentity self = ProcessIdentity.current();
    new KeptValues(state.supervisor())
        .replace(Map.of("pid", String.valueOf(self.pid()), "started", self.started()));
  }

  public void forget() {
    try {
      Files.deleteIfExists(state.supervisor());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public Optional<ProcessIdentity> supervisor() {
    Map<String, String> values = new KeptValues(state.supervisor()).all();
    String pid = values.get("pid");
    String started = values.get("started");
    return pid == null || started == null
        ? Optional.empty()
        : Optional.of(new ProcessIdentity(Long.parseLong(pid), started))
            .filter(ProcessIdentity::alive);
  }

  /** Parts that run, with or without a supervisor. */
  public List<PartRecord> running() {
    return PartNames.all().stream()
        .flatMap(name -> PartRecord.read(state, name).stream())
        .filter(part -> part.process().alive())
        .toList();
  }

  /** Stops parts that a killed supervisor has left behind, those that need others first. */
  public void stopLeftovers() {
    running()
        .reversed()
        .forEach(part -> Stopping.stop(part.process(), part.stopSignal(), PATIENCE));
  }
}
