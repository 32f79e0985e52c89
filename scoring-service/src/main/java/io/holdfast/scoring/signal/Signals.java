package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure;
import io.holdfast.scoring.model.Measure.ActivePeople;
import io.holdfast.scoring.model.Measure.CoreFeatureUse;
import io.holdfast.scoring.model.Measure.DaysOverdue;
import io.holdfast.scoring.model.Measure.FailedCharges;
import io.holdfast.scoring.model.Measure.LicenceUse;
import io.holdfast.scoring.model.Measure.SevereTickets;
import io.holdfast.scoring.model.Measure.Silence;
import io.holdfast.scoring.signal.Reading.Missing;

/** Measures signals. */
public final class Signals {

  private Signals() {}

  /** Reads one measure of an account at a moment; an account not seen yet has no data at all. */
  public static Reading read(Measure measure, Moment moment) {
    if (!moment.picture().existsAt(moment.at())) {
      return new Missing("The account was not known yet");
    }
    return switch (measure) {
      case ActivePeople people -> ActivePeopleReading.of(people, moment);
      case LicenceUse licences -> LicenceUseReading.of(licences, moment);
      case CoreFeatureUse features -> CoreFeatureReading.of(features, moment);
      case SevereTickets tickets -> SevereTicketsReading.of(tickets, moment);
      case Silence silence -> SilenceReading.of(silence, moment);
      case DaysOverdue _ -> DaysOverdueReading.of(moment);
      case FailedCharges charges -> FailedChargesReading.of(charges, moment);
    };
  }
}
