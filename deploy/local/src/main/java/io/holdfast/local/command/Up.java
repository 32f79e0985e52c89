package io.holdfast.local.command;

import io.holdfast.local.Refusal;
import io.holdfast.local.platform.Instance;
import io.holdfast.local.platform.Occupancy;
import io.holdfast.local.platform.Options;
import io.holdfast.local.platform.PartNames;
import io.holdfast.local.platform.Parts;
import io.holdfast.local.platform.Preparation;
import io.holdfast.local.platform.Progress;
import io.holdfast.local.platform.Supervisor;
import io.holdfast.local.process.PartRecord;
import io.holdfast.local.state.Ports;
import io.holdfast.local.state.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Starts everything, makes it ready, and stays to look after it until it is told to stop. */
final class Up implements Command {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Instance instance;
  private final Progress progress;
  private final Occupancy occupancy;
  private volatile boolean stopping;

  Up(Instance instance, PrintStream out) {
    this.instance = instance;
    this.progress = new Progress(out);
    this.occupancy = new Occupancy(instance.state());
  }

  @Override
  public String usage() {
    return "deploy/local/up [--fresh] [--detach] [--no-demo] [--port N] [--instances N]"
        + " [--allow-egress HOST:PORT]... [--set NAME=VALUE]...";
  }

  @Override
  public int run(List<String> words) throws InterruptedException {
    Options options = Options.parse(words);
    instance.state().prepared();
    if (!occupancy.take()) {
      return join(options);
    }
    clear(options);
    try {
      supervise(options);
      return 0;
    } catch (RuntimeException failure) {
      if (stopping) {
        throw new InterruptedException("Stopped while starting");
      }
      throw failure;
    }
  }

  /** Makes room for a start, and refuses where there is none. */
  private void clear(Options options) {
    requirePort(options.port());
    forgetOutcome();
    if (options.fresh()) {
      occupancy.stopLeftovers();
      instance.state().wipe();
      instance.state().prepared();
    } else {
      occupancy.stopErrands();
      occupancy.stopAllBut(PartNames.all(options.instances()));
    }
    instance.state().requireSpace();
    options.keep(instance.running());
    choosePorts(options.instances());
  }

  private void supervise(Options options) throws InterruptedException {
    Supervisor supervisor = new Supervisor(instance, options, progress);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor)));
    occupancy.record();
    progress.say("Starting; logs are in " + instance.state().root().resolve("log"));
    supervisor.start();
    progress.say("All parts answer");
    prepare(options, !options.detached());
    WholeFile.write(instance.state().outcome(), "ready");
    if (!"off".equals(System.getenv("HOLDFAST_AOT"))) {
      supervisor.startFasterNextTime();
    }
    new CountDownLatch(1).await();
  }

  private void stop(Supervisor supervisor) {
    stopping = true;
    progress.say("Stopping");
    supervisor.stop();
    occupancy.forget();
    progress.say("Stopped");
  }

  private void prepare(Options options, boolean stopsWithUs) throws InterruptedException {
    Preparation preparation = new Preparation(instance, progress);
    if (options.demo() && !preparation.demoLoaded()) {
      preparation.loadDemo();
    } else if (!instance.ready()) {
      preparation.catchUp();
    }
    progress.print(new Welcome(instance, stopsWithUs).text(progress.seconds()));
  }

  /** Another supervisor restarts what is missing by itself; here we wait until it has. */
  private int join(Options options) throws InterruptedException {
    if (occupancy.settledSupervisor().isEmpty()) {
      throw new Refusal("Holdfast is just starting or stopping; deploy/local/status tells more.");
    }
    if (options.fresh()) {
      throw new Refusal("Holdfast is running; stop it with deploy/local/down before --fresh.");
    }
    if (!options.servedBy(instance.running())) {
      throw new Refusal(
          "Holdfast is already up at %s with other options; stop it with deploy/local/down first."
              .formatted(instance.console()));
    }
    progress.print("Holdfast is already up at %s.".formatted(instance.console()));
    awaitAllParts();
    prepare(options, false);
    return 0;
  }

  private void awaitAllParts() throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    StatusReport report = StatusReport.look(instance, occupancy);
    while (!report.allUp()) {
      if (System.nanoTime() > deadline) {
        throw new Refusal("Not every part comes up; deploy/local/status tells which.");
      }
      if (!report.supervised()) {
        throw new Refusal("Holdfast was stopped meanwhile.");
      }
      progress.say("Waiting for " + String.join(", ", report.missing()));
      Thread.sleep(2000);
      report = StatusReport.look(instance, occupancy);
    }
  }

  private void forgetOutcome() {
    try {
      Files.deleteIfExists(instance.state().outcome());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requirePort(int port) {
    boolean ours = occupancy.running().stream().anyMatch(part -> part.port() == port);
    if (!ours) {
      Ports.requireFree(port);
    }
  }

  /** Ports of parts that still run stay; others move if somebody has taken them. */
  private void choosePorts(int instances) {
    Set<String> left =
        occupancy.running().stream().map(PartRecord::name).collect(Collectors.toSet());
    Ports ports = new Ports(instance.state().ports());
    for (String name : Parts.portNames(instances)) {
      String part = name.split("\\.", 2)[0];
      if (left.contains(part)) {
        ports.of(name);
      } else {
        ports.freeFor(name);
      }
    }
  }
}
