package io.holdfast.scoring.backtest;

import java.nio.charset.StandardCharsets;

/**
 * How often each account is drawn into each replicate of a bootstrap: about Poisson-distributed
 * with mean 1, from a hash of seed, account and replicate, so that no order matters and nothing is
 * kept. Accounts are drawn, not weeks: those of one account hang together.
 */
final class Resampling {

  static final int REPLICATES = 200;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int MOST = 8;
  private static final double[] UP_TO = cumulative();

  private Resampling() {}

  /** The weight of an account in the sample as it is, which is 1, and in each replicate. */
  static int[] weights(long seed, String account) {
    long state = mixed(seed ^ hash(account));
    int[] weights = new int[REPLICATES + 1];
    weights[0] = 1;
    for (int i = 1; i <= REPLICATES; i++) {
      weights[i] = drawn(mixed(state + i * GOLDEN));
    }
    return weights;
  }

  /** Orders accounts by chance, and always alike. */
  static long lot(long seed, String account) {
    return mixed(seed ^ hash(account) ^ GOLDEN);
  }

  private static int drawn(long bits) {
    double chance = (bits >>> 11) * 0x1.0p-53;
    int times = 0;
    while (times < MOST && chance >= UP_TO[times]) {
      times++;
    }
    return times;
  }

  private static double[] cumulative() {
    double[] upTo = new double[MOST];
    double probability = Math.exp(-1);
    double sum = 0;
    for (int times = 0; times < MOST; times++) {
      sum += probability;
      upTo[times] = sum;
      probability /= times + 1;
    }
    return upTo;
  }

  /** FNV-1a. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64. */
  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
