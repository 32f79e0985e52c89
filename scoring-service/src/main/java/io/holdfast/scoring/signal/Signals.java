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
      case Measure.EventCount events -> EventReadings.count(events, moment);
      case Measure.EventTrend events -> EventReadings.trend(events, moment);
      case Measure.EventRatio events -> EventReadings.ratio(events, moment);
      case Measure.EventAge events -> EventReadings.age(events, moment);
      case Measure.FeatureBreadth features -> FeatureBreadthReading.of(features, moment);
      case Measure.FactCount facts -> FactReadings.count(facts, moment);
      case Measure.FactValue facts -> FactReadings.value(facts, moment);
      case Measure.FactAge facts -> FactReadings.age(facts, moment);
      case Measure.MissedFacts facts -> FactReadings.missed(facts, moment);
      case Measure.ProcurementDelay _ -> FactReadings.procurement(moment);
      case Measure.TimeToValue facts -> FactReadings.timeToValue(facts, moment);
      case Measure.TicketAge tickets -> TicketAgeReading.of(tickets, moment);
      case Measure.SurveyScore survey -> SurveyReadings.score(survey, moment);
      case Measure.SurveyTrend survey -> SurveyReadings.trend(survey, moment);
      case Measure.Meetings meetings -> MeetingsReading.of(meetings, moment);
      case Measure.ContactSilence people -> StakeholderReadings.silence(people, moment);
      case Measure.StakeholderCoverage people -> StakeholderReadings.coverage(people, moment);
      case Measure.ActiveStakeholders people -> StakeholderReadings.active(people, moment);
      case Measure.RoleDepartures people -> StakeholderReadings.departures(people, moment);
    };
  }
}
