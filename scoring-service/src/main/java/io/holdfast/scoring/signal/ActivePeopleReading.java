package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.ActivePeople;
import io.holdfast.scoring.signal.Baseline.Rule;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Distinct people of the last days against the account's own baseline. */
record ActivePeopleReading(long people, Baseline usual, LocalDate day, int days)
    implements Measured {

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
  public BigDecimal value() {
    return BigDecimal.valueOf(people);
  }

  @Override
  public BigDecimal baseline() {
    return usual.median();
  }

  @Override
  public BigDecimal onCurve() {
    return Numbers.ratio(value(), baseline());
  }

  @Override
  public String gist() {
    return "%d, own baseline %s over %s (%s)"
        .formatted(
            people,
            baseline().toPlainString(),
            usual.over(day, days),
            Numbers.change(value(), baseline()));
  }

  @Override
  public String sentence() {
    return "Weekly active users " + gist();
  }

  @Override
  public Evidence evidence() {
    return new Evidence(
        day.minusDays(days - 1L),
        day,
        usual.spans().stream()
            .map(span -> new Item("week", span.from(), BigDecimal.valueOf(span.amount())))
            .toList());
  }
}
