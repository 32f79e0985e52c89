package io.holdfast.scoring.band;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an account moves between bands. A band holds until the score falls below its leave threshold;
 * a worse band is taken once the score has called for it for {@code worseFor}, and never while the
 * fleet guard holds; a worse band that was taken is kept for {@code keep} before a better one
 * replaces it.
 *
 * @param thresholds of every band but the lowest, best first
 */
public record BandPolicy(
    List<BandThreshold> thresholds, Duration worseFor, Duration keep, FleetGuard guard) {

  public BandPolicy {
    thresholds = List.copyOf(thresholds);
    for (int i = 0; i < thresholds.size(); i++) {
      if (thresholds.get(i).band().ordinal() != i) {
        throw new IllegalArgumentException("Thresholds are listed best band first, none left out");
      }
    }
    unreachable(thresholds).values().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
    if (thresholds.size() != Band.CRITICAL.ordinal()) {
      throw new IllegalArgumentException("Every band but critical has a threshold");
    }
    if (worseFor.isNegative() || keep.isNegative()) {
      throw new IllegalArgumentException("Times of a band policy are not negative");
    }
  }

  public BandPolicy(List<BandThreshold> thresholds, Duration worseFor, Duration keep) {
    this(thresholds, worseFor, keep, FleetGuard.USUAL);
  }

  /** Which bands no score could be in, since a worse one is entered as high, and why. */
  public static SortedMap<Band, String> unreachable(List<BandThreshold> thresholds) {
    SortedMap<Band, String> unreachable = new TreeMap<>();
    for (int i = 1; i < thresholds.size(); i++) {
      BandThreshold better = thresholds.get(i - 1);
      if (thresholds.get(i).enter().compareTo(better.enter()) >= 0) {
        unreachable.put(
            better.band(), "Band " + better.band().key() + " must be entered above the next one");
      }
    }
    return unreachable;
  }

  /** The band of a score without history; no score is no band. */
  public Band of(@Nullable BigDecimal score) {
    if (score == null) {
      return Band.UNKNOWN;
    }
    return thresholds.stream()
        .filter(threshold -> score.compareTo(threshold.enter()) >= 0)
        .map(BandThreshold::band)
        .findFirst()
        .orElse(Band.CRITICAL);
  }

  /** The state after a judgement at {@code at} that found {@code score}. */
  public BandState after(BandState state, Instant at, @Nullable BigDecimal score) {
    return after(state, at, score, false);
  }

  /**
   * The state after a judgement at {@code at} that found {@code score}.
   *
   * @param held by the fleet guard: a worse band waits, however long the score calls for it
   */
  public BandState after(BandState state, Instant at, @Nullable BigDecimal score, boolean held) {
    Band called = of(score);
    if (called == state.band()) {
      return state.settled();
    }
    if (!called.isJudged() || !state.band().isJudged() || score == null) {
      return state.entering(called, at);
    }
    return called.isWorseThan(state.band())
        ? worse(state, at, score, called, held)
        : better(state, at, called);
  }

  private BandState worse(
      BandState state, Instant at, BigDecimal score, Band called, boolean held) {
    if (score.compareTo(threshold(state.band()).leave()) >= 0) {
      return state.settled();
    }
    BandState waiting = state.waitingSince(at);
    Instant since = waiting.worseSince();
    boolean longEnough = since != null && !at.isBefore(since.plus(worseFor));
    return longEnough && !held ? state.entering(called, at) : waiting;
  }

  private BandState better(BandState state, Instant at, Band called) {
    return at.isBefore(state.since().plus(keep)) ? state.settled() : state.entering(called, at);
  }

  /** When a band that is only held by time should be judged again, if it is. */
  public Optional<Instant> reconsider(BandState state, Instant at, @Nullable BigDecimal score) {
    if (state.worseSince() != null) {
      return Optional.of(state.worseSince().plus(worseFor));
    }
    Instant kept = state.since().plus(keep);
    return state.band().isWorseThan(of(score)) && kept.isAfter(at)
        ? Optional.of(kept)
        : Optional.empty();
  }

  private BandThreshold threshold(Band band) {
    return thresholds.get(band.ordinal());
  }
}
