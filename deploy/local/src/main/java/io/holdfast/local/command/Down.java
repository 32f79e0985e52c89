package io.holdfast.local.command;

import io.holdfast.local.Misuse;
import io.holdfast.local.platform.Instance;
import io.holdfast.local.platform.Occupancy;
import io.holdfast.local.process.Part;
import io.holdfast.local.process.ProcessIdentity;
import io.holdfast.local.process.Stopping;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops what {@code up} has started, also what a killed supervisor has left behind. */
final class Down implements Command {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Instance instance;
  private final PrintStream out;

  Down(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  @Override
  public String usage() {
    return "deploy/local/down";
  }

  @Override
  public int run(List<String> words) throws InterruptedException {
    if (!words.isEmpty()) {
      throw new Misuse("'%s' is not known.".formatted(words.getFirst()));
    }
    Occupancy occupancy = new Occupancy(instance.state());
    Optional<ProcessIdentity> supervisor = occupancy.settledSupervisor();
    if (supervisor.isEmpty() && !occupancy.hasLeftovers()) {
      out.println("Holdfast is not running.");
      return 0;
    }
    supervisor.ifPresent(process -> Stopping.stop(process, Part.StopSignal.TERM, PATIENCE));
    occupancy.stopLeftovers();
    occupancy.forget();
    out.println("Holdfast is stopped.");
    return 0;
  }
}
