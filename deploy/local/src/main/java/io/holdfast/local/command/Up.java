package io.holdfast.local.command;

import io.holdfast.local.Refusal;
import io.holdfast.local.platform.Instance;
import io.holdfast.local.platform.Occupancy;
import io.holdfast.local.platform.Options;
import io.holdfast.local.platform.Parts;
import io.holdfast.local.platform.Preparation;
import io.holdfast.local.platform.Progress;
import io.holdfast.local.platform.Supervisor;
import io.holdfast.local.state.Ports;
import io.holdfast.local.state.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts everything, makes it ready, and stays to look after it until it is told to stop. */
final class Up {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Instance instance;
  private final Progress progress;

  Up(Instance instance, PrintStream out) {
    this.instance = instance;
    this.progress = new Progress(out);
  }

  int run(List<String> words) throws InterruptedException {
    Options options = Options.parse(words);
    instance.state().prepared();
    Occupancy occupancy = new Occupancy(instance.state());
    if (!occupancy.take()) {
      return joinRunning(options, occupancy);
    }
    if (options.fresh()) {
      occupancy.stopLeftovers();
      instance.state().wipe();
      instance.state().prepared();
    }
    forgetOutcome();
    instance.state().requireSpace();
    requirePort(options.port(), occupancy);
    options.keep(instance.running());
    choosePorts(occupancy);
    occupancy.record();
    supervise(options, occupancy);
    return 0;
  }

  private void supervise(Options options, Occupancy occupancy) throws InterruptedException {
    Supervisor supervisor = new Supervisor(instance, options, progress);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  progress.say("Stopping");
                  supervisor.stop();
                  occupancy.forget();
                  progress.say("Stopped");
                }));
    progress.say("Starting; logs are in " + instance.state().root().resolve("log"));
    supervisor.start();
    progress.say("All parts answer");
    prepare(options);
    WholeFile.write(instance.state().outcome(), "ready");
    if (!"off".equals(System.getenv("HOLDFAST_AOT"))) {
      supervisor.startFasterNextTime();
    }
    new CountDownLatch(1).await();
  }

  private void prepare(Options options) throws InterruptedException {
    Preparation preparation = new Preparation(instance, progress);
    if (options.demo() && !preparation.demoLoaded()) {
      preparation.loadDemo();
    } else {
      preparation.untilNothingWaits();
    }
    progress.print(
        """

        Holdfast is ready after %.0f s.

          Console  %s
                   sign in as ana.rivera@larkfield.example (CSM) or admin@larkfield.example, password demo
          API      curl -s -H "Authorization: Bearer $(deploy/local/token)" '%s/api/v1/accounts?limit=3'
          Docs     %s/docs
          Stop     Ctrl-C here, or deploy/local/down
        """
            .formatted(
                progress.seconds(), instance.console(), instance.console(), instance.console()));
  }

  /** Another supervisor restarts what is missing by itself; here we wait until it has. */
  private int joinRunning(Options options, Occupancy occupancy) throws InterruptedException {
    if (options.fresh()) {
      throw new Refusal("Holdfast is running; stop it with deploy/local/down before --fresh.");
    }
    if (!options.sameServices(instance.running())) {
      throw new Refusal(
          "Holdfast is already up at %s with other options; stop it with deploy/local/down first."
              .formatted(instance.console()));
    }
    progress.print("Holdfast is already up at %s.".formatted(instance.console()));
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    StatusReport report = StatusReport.look(instance, occupancy);
    while (!report.allUp()) {
      if (System.nanoTime() > deadline) {
        throw new Refusal("Not every part comes up; deploy/local/status tells which.");
      }
      progress.say("Waiting for " + String.join(", ", report.missing()));
      Thread.sleep(2000);
      report = StatusReport.look(instance, occupancy);
    }
    prepare(options);
    return 0;
  }

  private void forgetOutcome() {
    try {
      Files.deleteIfExists(instance.state().outcome());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requirePort(int port, Occupancy occupancy) {
    boolean ours = occupancy.running().stream().anyMatch(part -> part.port() == port);
    if (!ours && !Ports.isFree(port)) {
      throw new Refusal(
          "Port %d is taken by another program; choose another one with --port N.".formatted(port));
    }
  }

  /** Ports of parts that still run stay; others move if somebody has taken them. */
  private void choosePorts(Occupancy occupancy) {
    boolean left = !occupancy.running().isEmpty();
    Ports ports = new Ports(instance.state().ports());
    Parts.portNames()
        .forEach(
            name -> {
              if (left) {
                ports.of(name);
              } else {
                ports.freeFor(name);
              }
            });
  }
}
