package io.holdfast.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes of the platform, each by its id. */
public final class Signals {
  private Signals() {}

  /**
   * @param name as kill(1) has it: {@code KILL}, {@code STOP}, {@code CONT}, {@code TERM}
   * @return whether there was such a process
   */
  public static boolean send(long pid, String name) {
    try {
      return new ProcessBuilder("kill", "-" + name, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }
}
