package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import io.holdfast.local.process.JavaProgram;
import io.holdfast.local.process.Starting;
import io.holdfast.local.state.KeptValues;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** What makes a platform that answers a platform that is ready: its data, and no work left. */
public final class Preparation {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int QUIET_LOOKS = 3;
  private static final String LOADED = "demo.loaded";

  private final Instance instance;
  private final Progress progress;

  public Preparation(Instance instance, Progress progress) {
    this.instance = instance;
    this.progress = progress;
  }

  public boolean demoLoaded() {
    return instance.state().done().get(LOADED).isPresent();
  }

  /** Through the front door, once; an interrupted load goes on where it was. */
  public void loadDemo() throws InterruptedException {
    try (FileChannel channel =
            FileChannel.open(
                instance.state().root().resolve("demo.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      KeptValues done = instance.state().done();
      if (demoLoaded()) {
        return;
      }
      String today =
          done.computeIfAbsent(
              "demo.today",
              () -> LocalDate.ofInstant(instance.clock().time(), ZoneOffset.UTC).toString());
      progress.say("Loading the demo company as of " + today);
      JavaProgram loader = Parts.own(DemoLoading.class, 384);
      int outcome =
          DemoLoading.follow(
              () ->
                  Starting.start(
                      loader.with(DemoLoading.settings(instance)).command(today),
                      Map.of(),
                      DemoLoading.log(instance)),
              DemoLoading.log(instance),
              progress);
      if (outcome != 0) {
        throw new Refusal(
            "The demo company cannot be loaded; the log tells why: %s."
                .formatted(DemoLoading.log(instance)));
      }
      untilNothingWaits();
      done.put(LOADED, today);
    } catch (IOException e) {
      throw new Refusal("The demo company cannot be loaded: %s.".formatted(e), e);
    }
  }

  /** Zero at several looks in a row: between two stages there may be nothing for a moment. */
  public void untilNothingWaits() throws InterruptedException {
    Backlogs backlogs = new Backlogs(instance);
    long deadline = System.nanoTime() + LONGEST.toNanos();
    long said = System.nanoTime();
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      Optional<Long> waiting = backlogs.waiting();
      quiet = waiting.filter(n -> n == 0).isPresent() ? quiet + 1 : 0;
      if (System.nanoTime() - said > Duration.ofSeconds(5).toNanos()) {
        said = System.nanoTime();
        progress.say(
            waiting
                .map("%,d messages and scores still to be worked off"::formatted)
                .orElse("Waiting for every service to say what it has still to do"));
      }
      if (System.nanoTime() > deadline) {
        throw new Refusal("The platform does not work off what it has; see deploy/local/status.");
      }
      Thread.sleep(500);
    }
  }
}
