package io.holdfast.local.platform;

import java.io.PrintStream;

/** Tells the person what is going on, with the seconds since the start. */
public final class Progress {

  private final PrintStream out;
  private final long start = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  public synchronized void say(String sentence) {
    out.print("%5.1f s  %s%n".formatted(seconds(), sentence));
    out.flush();
  }

  /** Without the time, for what is to be read or copied. */
  public synchronized void print(String text) {
    out.print(text + System.lineSeparator());
    out.flush();
  }

  public double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
