package io.holdfast.ingestion.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something counts as known.
 *
 * @param receivedAt when Holdfast received it, in business time
 * @param recordedAt when it counts as known; absent only when assumed, then each of its dates says
 *     for itself
 * @param assumed declared by a load of history, not observed
 * @param load the import it came with
 */
public record Knowledge(
    Instant receivedAt, @Nullable Instant recordedAt, boolean assumed, @Nullable String load) {

  public Knowledge {
    if (recordedAt == null && !assumed) {
      throw new IllegalArgumentException("only assumed knowledge may lack its time");
    }
  }

  public static Knowledge observed(Instant receivedAt) {
    return new Knowledge(receivedAt, receivedAt, false, null);
  }

  public static Knowledge loaded(Instant receivedAt, String load) {
    return new Knowledge(receivedAt, receivedAt, false, load);
  }

  public static Knowledge asRecorded(
      Instant receivedAt, @Nullable Instant recordedAt, String load) {
    return new Knowledge(receivedAt, recordedAt, true, load);
  }
}
