package io.holdfast.local.process;

import io.holdfast.local.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one part running: starts it, takes over one left behind, starts it again when it dies. */
public final class Keeper {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Part part;
  private final StateDirectory state;
  private final Consumer<String> news;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Backoff backoff = new Backoff();
  private volatile @Nullable ProcessIdentity process;
  private volatile int failures;

  public Keeper(Part part, StateDirectory state, Consumer<String> news) {
    this.part = part;
    this.state = state;
    this.news = news;
  }

  public Part part() {
    return part;
  }

  /** How often it has ended without being asked. */
  public int failures() {
    return failures;
  }

  public boolean ready() {
    ProcessIdentity current = process;
    return current != null && current.alive() && part.readiness().ready();
  }

  public Keeper start() {
    launch();
    Thread.ofVirtual().name("keeper of " + part.name()).start(this::watch);
    return this;
  }

  public void stop() {
    stopping.countDown();
    synchronized (this) {
      ProcessIdentity current = process;
      if (current != null) {
        Stopping.stop(current, part.stopSignal(), PATIENCE);
      }
    }
  }

  private void watch() {
    try {
      while (stopping.getCount() > 0) {
        ProcessIdentity current = process;
        long since = System.nanoTime();
        if (current != null) {
          Optional<ProcessHandle> handle =
              ProcessHandle.of(current.pid()).filter(_ -> current.alive());
          handle.ifPresent(h -> h.onExit().join());
        }
        if (stopping.getCount() == 0) {
          return;
        }
        failures++;
        Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - since));
        news.accept(
            "%s ended; starting it again in %.1f s (log: %s)."
                .formatted(part.name(), pause.toMillis() / 1000.0, state.log(part.name())));
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        launch();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void launch() {
    if (stopping.getCount() == 0) {
      return;
    }
    Optional<PartRecord> left =
        PartRecord.read(state, part.name()).filter(record -> record.process().alive());
    if (left.isPresent() && left.get().fingerprint().equals(part.fingerprint())) {
      process = left.get().process();
      return;
    }
    left.ifPresent(record -> Stopping.stop(record.process(), record.stopSignal(), PATIENCE));
    Path log = state.log(part.name());
    try {
      Process started = Starting.start(part.command(), part.environment(), log);
      process = ProcessIdentity.of(started.pid()).orElse(null);
      ProcessIdentity current = process;
      if (current != null) {
        PartRecord.of(part, current, log).write(state);
      }
    } catch (IOException e) {
      process = null;
      news.accept("%s cannot be started: %s".formatted(part.name(), e.getMessage()));
    }
  }
}
