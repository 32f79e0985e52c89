package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.ActivePeople;
import io.holdfast.scoring.signal.Baseline.Rule;
import java.time.LocalDate;
import java.util.Optional;

/** Distinct people of the last days against the account's own baseline. */
record ActivePeopleReading(long amount, Baseline usual, LocalDate day, int days)
    implements AgainstBaseline {

  static Reading of(ActivePeople measure, Moment moment) {
    Optional<Baseline> baseline =
        Baseline.of(
            moment.day(),
            new Rule(
                measure.days(),
                measure.baselineSpans(),
                measure.baselineMinimum(),
                measure.baselineCarried()),
            moment.picture().usage().firstPersonOn(),
            moment.calendar(),
            (_, to) -> moment.people(to, measure.days()));
    return baseline
        .<Reading>map(
            usual ->
                new ActivePeopleReading(
                    moment.people(moment.day(), measure.days()),
                    usual,
                    moment.day(),
                    measure.days()))
        .orElseGet(
            () ->
                new Missing(
                    "No baseline: people were seen in fewer than %d of the %d weeks before"
                        .formatted(measure.baselineMinimum(), measure.baselineSpans())));
  }

  @Override
  public String gist() {
    return "%d, own baseline %s over %s (%s)"
        .formatted(
            amount,
            baseline().toPlainString(),
            usual.over(day, days),
            Numbers.change(value(), baseline()));
  }

  @Override
  public String sentence() {
    return "Weekly active users " + gist();
  }
}
