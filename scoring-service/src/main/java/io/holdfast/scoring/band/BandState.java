package io.holdfast.scoring.band;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The band an account is in since when; {@code worseSince} while a worse one waits to be taken.
 *
 * @param since when the band was entered
 * @param worseSince since when the score has called for a worse band that is not taken yet
 */
public record BandState(Band band, Instant since, @Nullable Instant worseSince) {

  /** Where every account begins: nothing known. */
  public static final BandState BEGINNING = new BandState(Band.UNKNOWN, Instant.EPOCH, null);

  BandState entering(Band next, Instant at) {
    return new BandState(next, at, null);
  }

  BandState waitingSince(Instant at) {
    return worseSince == null ? new BandState(band, since, at) : this;
  }

  BandState settled() {
    return worseSince == null ? this : new BandState(band, since, null);
  }
}
