package io.holdfast.ingestion.requests;

import io.holdfast.tenancy.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much of what is being sent may be in hand at a time: from its first byte until the broker has
 * it. What comes beyond is refused at once instead of waiting in a queue that nobody sees, so that
 * what is in hand goes on at its pace.
 */
public final class Room {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_WAIT = 30;

  private final long bytes;
  private final LongSupplier nanos;
  private final AtomicLong inHand = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private volatile long since;
  private volatile double bytesPerSecond;

  /**
   * @param bytes of all requests together
   * @param nanos a clock that only goes on
   */
  public Room(long bytes, LongSupplier nanos) {
    this.bytes = bytes;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  /** As much as a sixteenth of the memory, which what is read of a body fills several times. */
  public static Room ofMemory() {
    return new Room(Runtime.getRuntime().maxMemory() / 16, System::nanoTime);
  }

  Share share() {
    return new Share();
  }

  long inHand() {
    return inHand.get();
  }

  /** What one request takes. */
  final class Share implements AutoCloseable {
    private long taken;

    /** Whether there is room for so much more. One request alone always finds some. */
    boolean take(long more) {
      long all = inHand.addAndGet(more);
      if (all > bytes && all > taken + more) {
        inHand.addAndGet(-more);
        return false;
      }
      taken += more;
      return true;
    }

    @Override
    public void close() {
      inHand.addAndGet(-taken);
      done.addAndGet(taken);
      taken = 0;
      measure();
    }
  }

  private void measure() {
    long now = nanos.getAsLong();
    long passed = now - since;
    if (passed >= SECOND) {
      since = now;
      bytesPerSecond = done.getAndSet(0) * (double) SECOND / passed;
    }
  }

  /** Says when to come again: once what is in hand will be done, at the pace of late. */
  Problem full() {
    double seconds = bytesPerSecond == 0 ? 1 : inHand.get() / bytesPerSecond;
    return Problem.unavailable(
        "overloaded",
        "More is being sent than can be taken in. Nothing of this was accepted: send the same"
            + " again later.",
        Duration.ofSeconds(Math.clamp((long) Math.ceil(seconds), 1, LONGEST_WAIT)));
  }
}
