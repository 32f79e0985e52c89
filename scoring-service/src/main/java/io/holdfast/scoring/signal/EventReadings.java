package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure;
import io.holdfast.scoring.model.Measure.EventAge;
import io.holdfast.scoring.model.Measure.EventCount;
import io.holdfast.scoring.model.Measure.EventRatio;
import io.holdfast.scoring.model.Measure.EventTrend;
import io.holdfast.scoring.picture.Usage;
import io.holdfast.scoring.signal.Baseline.Rule;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Readings of the events that a model names. */
final class EventReadings {

  private static final Missing UNUSED = new Missing("The account has not used the product yet");

  private EventReadings() {}

  static Reading count(EventCount measure, Moment moment) {
    if (isUnused(moment)) {
      return UNUSED;
    }
    long uses = moment.uses(measure.events(), moment.day(), measure.days());
    return Told.of(
        uses,
        () ->
            "%s used %s in %d days"
                .formatted(
                    list(measure.events()), Numbers.counted(uses, "time", "times"), measure.days()),
        () -> each(measure.events(), measure.days(), moment));
  }

  static Reading ratio(EventRatio measure, Moment moment) {
    long whole = moment.uses(measure.of(), moment.day(), measure.days());
    if (whole == 0) {
      return new Missing(
          "%s was not used in %d days".formatted(list(measure.of()), measure.days()));
    }
    long part = moment.uses(measure.events(), moment.day(), measure.days());
    return Told.plain(
        Numbers.ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)),
        () ->
            "%s used %s in %d days, %s %s"
                .formatted(
                    list(measure.events()),
                    Numbers.counted(part, "time", "times"),
                    measure.days(),
                    list(measure.of()),
                    Numbers.counted(whole, "time", "times")),
        () ->
            new Evidence(
                moment.day().minusDays(measure.days() - 1L),
                moment.day(),
                List.of(
                    new Item(list(measure.events()), null, BigDecimal.valueOf(part)),
                    new Item(list(measure.of()), null, BigDecimal.valueOf(whole)))));
  }

  static Reading age(EventAge measure, Moment moment) {
    if (isUnused(moment)) {
      return UNUSED;
    }
    Usage usage = moment.picture().usage();
    LocalDate furthest = moment.day().minusDays(Measure.FURTHEST);
    LocalDate last =
        usage
            .lastUseOf(Set.copyOf(measure.events()), moment.at())
            .map(moment.calendar()::day)
            .filter(furthest::isBefore)
            .orElse(furthest);
    long days = moment.day().toEpochDay() - last.toEpochDay();
    return Told.of(
        days,
        () ->
            days == Measure.FURTHEST
                ? "%s not used in %d days".formatted(list(measure.events()), days)
                : "%s last used %s".formatted(list(measure.events()), Numbers.daysAgo(days)),
        () ->
            new Evidence(
                last,
                moment.day(),
                List.of(new Item(list(measure.events()), last, BigDecimal.valueOf(days)))));
  }

  static Reading trend(EventTrend measure, Moment moment) {
    return Baseline.of(
            moment.day(),
            new Rule(
                measure.days(),
                measure.baselineSpans(),
                measure.baselineMinimum(),
                measure.baselineCarried()),
            moment.firstUse(),
            moment.calendar(),
            (_, to) -> moment.uses(measure.events(), to, measure.days()))
        .<Reading>map(
            usual ->
                new Trend(
                    list(measure.events()),
                    moment.uses(measure.events(), moment.day(), measure.days()),
                    usual,
                    moment.day(),
                    measure.days()))
        .orElseGet(
            () ->
                new Missing(
                    "No baseline: %s was used in fewer than %d of the %d spans before"
                        .formatted(
                            list(measure.events()),
                            measure.baselineMinimum(),
                            measure.baselineSpans())));
  }

  /** Uses against the account's own past. */
  private record Trend(String events, long amount, Baseline usual, LocalDate day, int days)
      implements AgainstBaseline {

    @Override
    public String sentence() {
      return "%s used %s in %d days, own baseline %s (%s)"
          .formatted(
              events,
              Numbers.counted(amount, "time", "times"),
              days,
              baseline().toPlainString(),
              Numbers.change(value(), baseline()));
    }
  }

  private static boolean isUnused(Moment moment) {
    LocalDate first = moment.firstUse();
    return first == null
        || Objects.requireNonNull(moment.picture().usage().firstAt()).isAfter(moment.at());
  }

  private static Evidence each(List<String> events, int days, Moment moment) {
    return new Evidence(
        moment.day().minusDays(days - 1L),
        moment.day(),
        events.stream()
            .map(
                event ->
                    new Item(
                        event,
                        null,
                        BigDecimal.valueOf(moment.uses(List.of(event), moment.day(), days))))
            .toList());
  }

  private static String list(List<String> events) {
    return String.join(", ", events);
  }
}
