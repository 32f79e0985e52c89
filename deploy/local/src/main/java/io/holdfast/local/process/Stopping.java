package io.holdfast.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process that was started here: asked first, then killed. */
public final class Stopping {

  private Stopping() {}

  public static void stop(ProcessIdentity process, Part.StopSignal signal, Duration patience) {
    if (!process.alive()) {
      return;
    }
    signal(process.pid(), signal.name());
    if (!gone(process, patience) && process.alive()) {
      signal(process.pid(), "KILL");
      gone(process, Duration.ofSeconds(10));
    }
  }

  private static boolean gone(ProcessIdentity process, Duration patience) {
    try {
      ProcessHandle handle = ProcessHandle.of(process.pid()).orElse(null);
      if (handle != null && process.alive()) {
        handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (TimeoutException _) {
      return !process.alive();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void signal(long pid, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot signal process " + pid, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
