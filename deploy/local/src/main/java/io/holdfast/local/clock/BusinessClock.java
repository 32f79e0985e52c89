package io.holdfast.local.clock;

import io.holdfast.local.Refusal;
import io.holdfast.local.state.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Real time plus an offset in a file that every service watches. */
public final class BusinessClock {

  private static final Duration FURTHEST = Duration.ofDays(3650);

  private final Path file;
  private final Clock real;

  public BusinessClock(Path file, Clock real) {
    this.file = file;
    this.real = real;
  }

  public Duration offset() {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
    } catch (NoSuchFileException _) {
      return Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Instant time() {
    return real.instant().plus(offset());
  }

  public void move(ClockShift shift) {
    Duration next = shift.from(offset());
    if (next.abs().compareTo(FURTHEST) > 0) {
      throw new Refusal(
          "The clock cannot be moved further than %d days from real time."
              .formatted(FURTHEST.toDays()));
    }
    WholeFile.write(file, next.toString());
  }
}
