package io.holdfast.notification.play;

import io.holdfast.notification.alert.Warning;

/** What a play makes of a happening. */
public sealed interface PlayResponse {

  Play play();

  /** It is set off and warns. */
  record Begins(Play play, Warning warning) implements PlayResponse {}

  /** What it warned of went away. */
  record Ends(Play play, Happening happening) implements PlayResponse {}

  /** It has nothing to do with it. */
  record Ignored(Play play) implements PlayResponse {}
}
