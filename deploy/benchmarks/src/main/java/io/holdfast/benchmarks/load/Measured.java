package io.holdfast.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param answered requests that were answered as expected
 * @param refused requests that were answered otherwise
 * @param latencies of those answered as expected, in nanoseconds, from when each was due
 */
public record Measured(long answered, long refused, Duration took, Histogram latencies) {

  public double perSecond() {
    return answered / (took.toNanos() / 1e9);
  }

  /** In milliseconds. */
  public double percentile(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e6;
  }

  /** Fails unless all that was sent was taken: a refusal is quick and would flatter. */
  public Measured whole() {
    if (refused > 0) {
      throw new IllegalStateException(
          refused + " of " + (answered + refused) + " requests were not answered with 2xx");
    }
    return this;
  }
}
