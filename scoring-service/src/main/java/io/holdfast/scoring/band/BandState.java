package io.holdfast.scoring.band;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The band an account is in since when; {@code worseSince} while a worse one waits to be taken.
 *
 * @param since when the band was entered
 * @param worseSince since when the score has called for a worse band that is not taken yet
 * @param orEarlier the account was in the band when its bands were first looked at, so that it was
 *     entered then or before
 */
public record BandState(Band band, Instant since, @Nullable Instant worseSince, boolean orEarlier) {

  /** Where every account begins: nothing known. */
  public static final BandState BEGINNING = new BandState(Band.UNKNOWN, Instant.EPOCH, null, false);

  /** The same, for an account that had a band before anybody looked. */
  public BandState asFound() {
    return new BandState(band, since, worseSince, band.isJudged());
  }

  BandState entering(Band next, Instant at) {
    return new BandState(next, at, null, false);
  }

  BandState waitingSince(Instant at) {
    return worseSince == null ? new BandState(band, since, at, orEarlier) : this;
  }

  BandState settled() {
    return worseSince == null ? this : new BandState(band, since, null, orEarlier);
  }
}
