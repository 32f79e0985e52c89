package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.ActivePeople;
import io.holdfast.scoring.model.Measure.CoreFeatureUse;
import io.holdfast.scoring.model.Measure.LicenceUse;
import io.holdfast.scoring.picture.Usage;
import io.holdfast.scoring.signal.Baseline.Rule;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signals of product use. */
final class UsageReadings {

  private UsageReadings() {}

  static Reading activePeople(ActivePeople measure, Moment moment) {
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
            span -> moment.people(span.to(), measure.days()));
    if (baseline.isEmpty()) {
      return new Missing(
          "No baseline: people were seen in fewer than %d of the %d weeks before"
              .formatted(measure.baselineMinimum(), measure.baselineSpans()));
    }
    BigDecimal people = BigDecimal.valueOf(moment.people(moment.day(), measure.days()));
    BigDecimal usual = baseline.get().median();
    String gist =
        "%s, own baseline %s over %s (%s)"
            .formatted(
                people.toPlainString(),
                usual.toPlainString(),
                baseline.get().over(moment.day(), measure.days()),
                Numbers.change(people, usual));
    List<Item> items =
        baseline.get().spans().stream()
            .map(span -> new Item("week", span.from(), BigDecimal.valueOf(span.amount())))
            .toList();
    return new Measured(
        people,
        usual,
        Numbers.ratio(people, usual),
        gist,
        "Weekly active users " + gist,
        new Evidence(moment.day().minusDays(measure.days() - 1L), moment.day(), items));
  }

  static Reading licenceUse(LicenceUse measure, Moment moment) {
    LocalDate day = moment.day();
    LocalDate firstPerson = moment.picture().usage().firstPersonOn();
    int seats = moment.picture().paidSeats(day);
    if (seats == 0) {
      return new Missing("No contract with paid seats is live");
    }
    if (firstPerson == null || firstPerson.isAfter(day)) {
      return new Missing("Nobody of the account was seen using the product yet");
    }
    int active = moment.people(day, measure.days());
    BigDecimal use = Numbers.ratio(BigDecimal.valueOf(active), BigDecimal.valueOf(seats));
    String gist =
        "%d of %s active in %d days"
            .formatted(active, Numbers.counted(seats, "paid seat", "paid seats"), measure.days());
    return new Measured(
        Numbers.plain(use),
        null,
        use,
        gist,
        "Licence utilisation %s: %s".formatted(Numbers.percent(use), gist),
        new Evidence(
            day.minusDays(measure.days() - 1L),
            day,
            List.of(
                new Item("active people", null, BigDecimal.valueOf(active)),
                new Item("paid seats", null, BigDecimal.valueOf(seats)))));
  }

  private record FeatureUse(String feature, BigDecimal uses, BigDecimal usual) {

    BigDecimal ratio() {
      return Numbers.ratio(uses, usual).min(BigDecimal.ONE);
    }

    String sentence(int days) {
      return "%s used %s times in %d days, own baseline %s (%s)"
          .formatted(
              feature,
              uses.toPlainString(),
              days,
              usual.toPlainString(),
              Numbers.change(uses, usual));
    }
  }

  static Reading coreFeatureUse(CoreFeatureUse measure, Moment moment) {
    if (moment.features().events().isEmpty()) {
      return new Missing("The tracking plan names no core feature");
    }
    List<FeatureUse> uses = new ArrayList<>();
    moment
        .features()
        .events()
        .forEach((name, events) -> use(measure, moment, name, events).ifPresent(uses::add));
    if (uses.isEmpty()) {
      return new Missing(
          "No baseline: no core feature was used in %d of the %d weeks before"
              .formatted(measure.baselineMinimum(), measure.baselineSpans()));
    }
    uses.sort(Comparator.comparing(FeatureUse::ratio).thenComparing(FeatureUse::feature));
    BigDecimal mean =
        Numbers.ratio(
            uses.stream().map(FeatureUse::ratio).reduce(BigDecimal.ZERO, BigDecimal::add),
            BigDecimal.valueOf(uses.size()));
    List<Item> items =
        uses.stream()
            .map(use -> new Item(use.feature(), null, Numbers.plain(use.ratio())))
            .toList();
    LocalDate day = moment.day();
    return new Measured(
        Numbers.plain(mean),
        BigDecimal.ONE,
        mean,
        uses.getFirst().sentence(measure.days()),
        uses.getFirst().sentence(measure.days()),
        new Evidence(day.minusDays(measure.days() - 1L), day, items));
  }

  private static Optional<FeatureUse> use(
      CoreFeatureUse measure, Moment moment, String feature, Set<String> events) {
    Usage usage = moment.picture().usage();
    LocalDate day = moment.day();
    Instant at = moment.at();
    return Baseline.of(
            day,
            new Rule(
                measure.days(),
                measure.baselineSpans(),
                measure.baselineMinimum(),
                measure.baselineCarried()),
            firstUse(moment),
            moment.calendar(),
            span -> usage.uses(events, span.from(), span.to(), at))
        .map(
            baseline ->
                new FeatureUse(
                    feature,
                    BigDecimal.valueOf(
                        usage.uses(events, day.minusDays(measure.days() - 1L), day, at)),
                    baseline.median()));
  }

  private static @Nullable LocalDate firstUse(Moment moment) {
    Instant first = moment.picture().usage().firstAt();
    return first == null ? null : moment.calendar().day(first);
  }
}
