package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import io.holdfast.local.state.KeptValues;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What makes a platform that answers a platform that is ready: its data, and no work left. */
public final class Preparation {

  private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);
  private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(2);
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
                instance.state().demoLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
      if (DemoLoading.run(instance, LocalDate.parse(today), progress) != 0) {
        throw new Refusal(
            "The demo company cannot be loaded; the log tells why: %s."
                .formatted(DemoLoading.log(instance)));
      }
      if (!nothingWaits(LONGEST_LOAD)) {
        throw new Refusal("The platform does not work off what it has; see deploy/local/status.");
      }
      done.put(LOADED, today);
    } catch (IOException e) {
      throw new Refusal("The demo company cannot be loaded: %s.".formatted(e), e);
    }
  }

  /** Works off what a stop has left undone; where news keeps coming in there is no end to that. */
  public void catchUp() throws InterruptedException {
    if (!nothingWaits(LONGEST_CATCHING_UP)) {
      progress.say("Work keeps coming in; deploy/local/status tells how much waits");
    }
  }

  /** Zero at several looks in a row: between two stages there may be nothing for a moment. */
  private boolean nothingWaits(Duration longest) throws InterruptedException {
    Backlogs backlogs = new Backlogs(instance);
    long deadline = System.nanoTime() + longest.toNanos();
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
        return false;
      }
      Thread.sleep(500);
    }
    return true;
  }
}
