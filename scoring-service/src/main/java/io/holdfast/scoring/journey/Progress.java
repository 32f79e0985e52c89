package io.holdfast.scoring.journey;

import java.util.List;

/**
 * What following an account decided.
 *
 * @param reached milestones that are on record from now on
 * @param isAtDay90 whether the score of day 90 is known now and was not before
 * @param expansion with what the stage has to say to it
 */
public record Progress(
    JourneyState before,
    JourneyState after,
    Findings findings,
    List<Reached> reached,
    boolean isAtDay90,
    ExpansionReadiness expansion,
    Segmented segmented) {

  public Progress {
    reached = List.copyOf(reached);
  }

  /** Whether another stage was entered; the first stage ever is one, too. */
  public boolean changesStage() {
    return before.stage() != after.stage();
  }
}
