package io.holdfast.notification.play;

import io.holdfast.notification.alert.AlertKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A versioned sequence of steps run for one account when a trigger matches.
 *
 * @param triggers any one of them sets it off
 * @param exits any one of them ends its run and closes its alert
 * @param cooldown how long after a run the same severity is not told again
 */
public record Play(
    String key,
    int version,
    String name,
    AlertKind kind,
    List<Trigger> triggers,
    List<Step> steps,
    List<Trigger> exits,
    Duration cooldown,
    PlayState state) {

  public Play {
    if (key.isBlank() || name.isBlank() || version < 1 || cooldown.isNegative()) {
      throw new IllegalArgumentException(
          "A play has a key, a name, a version from 1 and a cooldown");
    }
    triggers = List.copyOf(triggers);
    steps = List.copyOf(steps);
    exits = List.copyOf(exits);
    if (triggers.isEmpty() || steps.isEmpty()) {
      throw new IllegalArgumentException("A play has a trigger and a step");
    }
  }

  /** What this play makes of a happening. */
  public PlayResponse hear(Happening happening, Instant now) {
    if (state != PlayState.LIVE) {
      return new PlayResponse.Ignored(this);
    }
    if (exits.stream().anyMatch(exit -> exit.matches(happening, now))) {
      return new PlayResponse.Ends(this, happening);
    }
    return triggers.stream().anyMatch(trigger -> trigger.matches(happening, now))
        ? new PlayResponse.Begins(this, Warnings.about(this, happening))
        : new PlayResponse.Ignored(this);
  }
}
