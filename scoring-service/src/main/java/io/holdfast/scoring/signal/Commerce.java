package io.holdfast.scoring.signal;

import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.signal.Reading.Missing;

/** Signals of paying are missing for an account that nothing commercial is known of. */
final class Commerce {

  static final Missing NOTHING_KNOWN =
      new Missing("Neither contract nor invoice nor charge is known");

  private Commerce() {}

  static boolean isKnown(Moment moment) {
    KnownPicture picture = moment.picture();
    return picture.phasesStarted(moment.day()).findAny().isPresent()
        || picture.invoices(moment.at()).findAny().isPresent()
        || picture.charges(moment.at()).findAny().isPresent();
  }
}
