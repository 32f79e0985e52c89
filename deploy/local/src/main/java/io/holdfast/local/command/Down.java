package io.holdfast.local.command;

import io.holdfast.local.Refusal;
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
final class Down {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Instance instance;
  private final PrintStream out;

  Down(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  int run(List<String> words) {
    if (!words.isEmpty()) {
      throw new Refusal("'%s' is not known; usage: down".formatted(words.getFirst()));
    }
    Occupancy occupancy = new Occupancy(instance.state());
    Optional<ProcessIdentity> supervisor = occupancy.supervisor();
    if (supervisor.isEmpty() && occupancy.running().isEmpty()) {
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
