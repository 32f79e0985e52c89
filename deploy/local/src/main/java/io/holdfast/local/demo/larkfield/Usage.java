package io.holdfast.local.demo.larkfield;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the people of a customer, and its machines, do in the product, day by day. */
final class Usage {

  private static final Set<DayOfWeek> MACHINE_DAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);

  private final Script script;
  private final List<Person> people;
  private final Draw draw;
  private final boolean integrated;

  /** Work comes in waves: at most so much of it falls away, every so many days. */
  private final double lull;

  private final double season;

  Usage(Script script, List<Person> people) {
    this.script = script;
    this.people = people;
    this.draw = script.draw("usage");
    this.integrated = draw.happens(0.7);
    this.lull = draw.between(0.0, 0.2);
    this.season = draw.between(30.0, 70.0);
  }

  Stream<Use> uses() {
    return script
        .firstDay()
        .datesUntil(script.today.plusDays(1))
        .filter(script::isCustomer)
        .flatMap(this::day);
  }

  /** Offices are closed; who works nevertheless is one in eight. */
  static boolean holiday(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return !date.isBefore(MonthDay.of(12, 24)) || date.equals(MonthDay.of(1, 1));
  }

  private Stream<Use> day(LocalDate day) {
    double pace = script.pace.at(day);
    double presence = holiday(day) ? 0.12 : wave(day);
    Stream<Use> byPeople =
        people.stream()
            .filter(person -> person.habit().days().contains(day.getDayOfWeek()))
            .filter(person -> person.takesPart(day, pace))
            .filter(person -> draw.happens(person.habit().diligence() * presence))
            .flatMap(person -> work(person, day));
    return integrated && MACHINE_DAYS.contains(day.getDayOfWeek())
        ? Stream.concat(byPeople, Stream.of(machine(day, pace)))
        : byPeople;
  }

  private double wave(LocalDate day) {
    return 1 - lull * (1 + Math.sin(2 * Math.PI * day.toEpochDay() / season)) / 2;
  }

  private Stream<Use> work(Person person, LocalDate day) {
    Use main = use(person, day, person.habit().work(), person.habit().volume());
    if (!draw.happens(0.22)) {
      return Stream.of(main);
    }
    Feature also = draw.happens(0.75) ? Feature.DASHBOARD : Feature.COMMENT;
    return Stream.of(main, use(person, day, also, 2));
  }

  private Use use(Person person, LocalDate day, Feature feature, double volume) {
    String id =
        "%s-%s-%s".formatted(person.id(), day.toString().replace("-", ""), feature.ordinal());
    return new Use(id, script.firm.id(), person.id(), feature, instant(day), count(volume, 0.25));
  }

  private Use machine(LocalDate day, double pace) {
    long there = people.stream().filter(person -> person.takesPart(day, pace)).count();
    String account = script.firm.id();
    String id = "%s-api-%s".formatted(account, day.toString().replace("-", ""));
    return new Use(id, account, null, Feature.WEBHOOK, instant(day), count(20.0 * there, 0.06));
  }

  private int count(double mean, double spread) {
    return (int) Math.max(1, Math.round(draw.around(mean, mean * spread)));
  }

  /** In the firm's office hours; of today only the first minute is over for certain. */
  private Instant instant(LocalDate day) {
    int seconds = draw.between(0, 9 * 3600);
    return day.equals(script.today)
        ? day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(seconds % 60)
        : day.atTime(script.firm.morning(), 0).toInstant(ZoneOffset.UTC).plusSeconds(seconds);
  }
}
