package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.FactAge;
import io.holdfast.scoring.model.Measure.FactCount;
import io.holdfast.scoring.model.Measure.FactValue;
import io.holdfast.scoring.model.Measure.MissedFacts;
import io.holdfast.scoring.model.Measure.TimeToValue;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.Fact.Phase;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Readings of what was noted of an account. */
final class FactReadings {

  private static final Comparator<Named<Noted>> LATEST_FIRST =
      Comparator.comparing((Named<Noted> one) -> one.fact().happenedAt())
          .reversed()
          .thenComparing(Named::key);

  private static final List<String> PROCUREMENT = List.of("procurement_step");

  private FactReadings() {}

  /** Who never noted one may not look for them: that is no data, not zero. */
  static Reading count(FactCount measure, Moment moment) {
    if (of(measure.types(), moment).findAny().isEmpty()) {
      return neverNoted(measure.types());
    }
    List<Named<Noted>> facts = lately(measure.types(), measure.days(), moment);
    return Told.of(
        facts.size(),
        () ->
            "%s in %d days"
                .formatted(
                    facts.isEmpty()
                        ? "No " + words(measure.types())
                        : facts.size() + " × " + words(measure.types()),
                    measure.days()),
        () -> evidence(facts, measure.days(), moment, _ -> BigDecimal.ONE));
  }

  static Reading value(FactValue measure, Moment moment) {
    List<Named<Noted>> facts =
        lately(measure.types(), measure.days(), moment).stream()
            .filter(fact -> fact.fact().value() != null)
            .toList();
    if (facts.isEmpty()) {
      return new Missing(
          "No %s with a value in %d days".formatted(words(measure.types()), measure.days()));
    }
    BigDecimal sum = facts.stream().map(FactReadings::value).reduce(BigDecimal::add).orElseThrow();
    BigDecimal taken =
        switch (measure.taken()) {
          case LATEST -> value(facts.getFirst());
          case MEAN -> Numbers.ratio(sum, BigDecimal.valueOf(facts.size()));
          case SUM -> sum;
        };
    return Told.plain(
        taken,
        () ->
            switch (measure.taken()) {
              case LATEST ->
                  "%s %s on %s"
                      .formatted(
                          Numbers.capital(words(measure.types())),
                          Numbers.rounded(taken),
                          moment.calendar().day(facts.getFirst().fact().happenedAt()));
              case MEAN ->
                  "%s %s on average in %d days"
                      .formatted(
                          Numbers.capital(words(measure.types())),
                          Numbers.rounded(taken),
                          measure.days());
              case SUM ->
                  "%s %s together in %d days"
                      .formatted(
                          Numbers.capital(words(measure.types())),
                          Numbers.rounded(taken),
                          measure.days());
            },
        () -> evidence(facts, measure.days(), moment, FactReadings::value));
  }

  static Reading age(FactAge measure, Moment moment) {
    Optional<Named<Noted>> last = of(measure.types(), moment).min(LATEST_FIRST);
    if (last.isEmpty()) {
      return neverNoted(measure.types());
    }
    LocalDate on = moment.calendar().day(last.get().fact().happenedAt());
    long days = moment.day().toEpochDay() - on.toEpochDay();
    return Told.of(
        days,
        () -> "Last %s %s".formatted(words(measure.types()), Numbers.daysAgo(days)),
        () ->
            new Evidence(
                on,
                moment.day(),
                List.of(new Item(last.get().key(), on, BigDecimal.valueOf(days)))));
  }

  /** A value of 1 or more tells that it was met. */
  static Reading missed(MissedFacts measure, Moment moment) {
    if (of(measure.types(), moment).findAny().isEmpty()) {
      return neverNoted(measure.types());
    }
    LocalDate from = moment.day().minusDays(measure.days());
    List<Named<Noted>> missed =
        of(measure.types(), moment)
            .filter(fact -> isMissed(fact.fact(), from, moment.day()))
            .sorted(LATEST_FIRST)
            .toList();
    return Told.of(
        missed.size(),
        () ->
            "%s came due unmet in %d days"
                .formatted(
                    missed.isEmpty()
                        ? "No " + words(measure.types())
                        : missed.size() + " × " + words(measure.types()),
                    measure.days()),
        () ->
            new Evidence(
                from,
                moment.day(),
                missed.stream()
                    .map(fact -> new Item(fact.key(), fact.fact().dueOn(), BigDecimal.ONE))
                    .toList()));
  }

  private static boolean isMissed(Noted noted, LocalDate from, LocalDate day) {
    LocalDate due = noted.dueOn();
    boolean met = noted.value() != null && noted.value().compareTo(BigDecimal.ONE) >= 0;
    return due != null && due.isBefore(day) && !due.isBefore(from) && !met;
  }

  /** The last step counts from the day it is due, else from its own. */
  static Reading procurement(Moment moment) {
    if (!Commerce.isKnown(moment)) {
      return Commerce.NOTHING_KNOWN;
    }
    Optional<Named<Noted>> open =
        of(PROCUREMENT, moment)
            .min(LATEST_FIRST)
            .filter(
                step ->
                    moment.picture().phasesStarted(moment.day()).noneMatch(began(step, moment)));
    if (open.isEmpty()) {
      return Told.of(
          0,
          () -> "No procurement step is open",
          () -> new Evidence(moment.day(), moment.day(), List.of()));
    }
    LocalDate due = due(open.get(), moment);
    long days = Math.max(0, moment.day().toEpochDay() - due.toEpochDay());
    return Told.of(
        days,
        () ->
            "Procurement open for %s%s"
                .formatted(
                    Numbers.counted(days, "day", "days"),
                    open.get().fact().text() == null ? "" : ": " + open.get().fact().text()),
        () ->
            new Evidence(
                due.isAfter(moment.day()) ? moment.day() : due,
                moment.day(),
                List.of(new Item(open.get().key(), due, BigDecimal.valueOf(days)))));
  }

  private static Predicate<Phase> began(Named<Noted> step, Moment moment) {
    LocalDate on = moment.calendar().day(step.fact().happenedAt());
    return phase -> phase.paid() && phase.startsOn().isAfter(on);
  }

  private static LocalDate due(Named<Noted> step, Moment moment) {
    return Objects.requireNonNullElseGet(
        step.fact().dueOn(), () -> moment.calendar().day(step.fact().happenedAt()));
  }

  static Reading timeToValue(TimeToValue measure, Moment moment) {
    LocalDate start = start(moment);
    long age = moment.day().toEpochDay() - start.toEpochDay();
    if (age > measure.within()) {
      return new Missing(
          "The account began on %s, over %d days ago".formatted(start, measure.within()));
    }
    Optional<Named<Noted>> first = of(measure.types(), moment).max(LATEST_FIRST);
    if (first.isEmpty()) {
      return Told.of(
          age,
          () ->
              "No %s yet, %s after the start"
                  .formatted(words(measure.types()), Numbers.counted(age, "day", "days")),
          () -> new Evidence(start, moment.day(), List.of()));
    }
    LocalDate on = moment.calendar().day(first.get().fact().happenedAt());
    long days = Math.max(0, on.toEpochDay() - start.toEpochDay());
    return Told.of(
        days,
        () ->
            "First %s %s after the start"
                .formatted(words(measure.types()), Numbers.counted(days, "day", "days")),
        () ->
            new Evidence(
                start,
                moment.day(),
                List.of(new Item(first.get().key(), on, BigDecimal.valueOf(days)))));
  }

  /** The first contract that is paid for, else when the account was first seen. */
  private static LocalDate start(Moment moment) {
    return moment
        .picture()
        .phasesStarted(moment.day())
        .filter(Phase::paid)
        .map(Phase::startsOn)
        .min(Comparator.naturalOrder())
        .orElseGet(
            () -> moment.calendar().day(Objects.requireNonNull(moment.picture().firstSeen())));
  }

  private static Missing neverNoted(List<String> types) {
    return new Missing("No %s was ever noted".formatted(words(types)));
  }

  private static Stream<Named<Noted>> of(List<String> types, Moment moment) {
    return moment.picture().noted(moment.at()).filter(noted -> types.contains(noted.fact().type()));
  }

  /** Those of the last days, the latest first. */
  private static List<Named<Noted>> lately(List<String> types, int days, Moment moment) {
    return of(types, moment)
        .filter(noted -> moment.isWithin(noted.fact().happenedAt(), days))
        .sorted(LATEST_FIRST)
        .toList();
  }

  private static Evidence evidence(
      List<Named<Noted>> facts,
      int days,
      Moment moment,
      Function<Named<Noted>, BigDecimal> amount) {
    return new Evidence(
        moment.day().minusDays(days - 1L),
        moment.day(),
        facts.stream()
            .map(
                fact ->
                    new Item(
                        fact.key(),
                        moment.calendar().day(fact.fact().happenedAt()),
                        amount.apply(fact)))
            .toList());
  }

  private static BigDecimal value(Named<Noted> fact) {
    return Objects.requireNonNull(fact.fact().value());
  }

  private static String words(List<String> types) {
    return String.join(", ", types).replace('_', ' ').replace("csm ", "CSM ");
  }
}
