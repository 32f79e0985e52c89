package io.holdfast.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock by which business happens. On a local platform a file holds an offset (ISO-8601
 * duration), which moves all services together; tokens and signatures keep real time.
 */
final class BusinessClock extends Clock {
  private static final Logger LOG = LoggerFactory.getLogger(BusinessClock.class);
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private final Clock real;
  private final Path offsetFile;
  private volatile Duration offset = Duration.ZERO;
  private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

  BusinessClock(Clock real, Path offsetFile) {
    this.real = real;
    this.offsetFile = offsetFile;
  }

  @Override
  public Instant instant() {
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK_EVERY_NANOS) {
      lookedAt = now;
      offset = read();
    }
    return real.instant().plus(offset);
  }

  private Duration read() {
    try {
      String text = Files.exists(offsetFile) ? Files.readString(offsetFile).strip() : "";
      return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
    } catch (IOException | DateTimeParseException failure) {
      LOG.warn("the clock file {} cannot be read, keeping {}", offsetFile, offset, failure);
      return offset;
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("business time is an instant; zones belong to tenants");
  }
}
