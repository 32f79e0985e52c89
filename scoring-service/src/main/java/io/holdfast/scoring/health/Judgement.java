package io.holdfast.scoring.health;

import io.holdfast.scoring.band.BandState;
import java.time.Instant;
import java.util.Optional;

/**
 * What judging an account again decided.
 *
 * @param state the band from now on
 * @param next when time alone should have it judged again; nothing for an account that left
 */
public record Judgement(
    Standing before, Health health, BandState state, Cause cause, Optional<Instant> next) {

  public Standing standing() {
    return new Standing(health.at(), health.score(), state);
  }

  /** Whether the shown score is another one. */
  public boolean isRescored() {
    if (before.score() == null || health.score() == null) {
      return before.score() != health.score();
    }
    return before.score().compareTo(health.score()) != 0;
  }

  /** Whether another band was entered. An account that left moves no more. */
  public boolean crossesBand() {
    return before.state().band() != state.band() && !health.isFrozen();
  }

  /** Whether this is the first band the account ever had. */
  public boolean isFirstBand() {
    return before.state().equals(BandState.BEGINNING);
  }
}
