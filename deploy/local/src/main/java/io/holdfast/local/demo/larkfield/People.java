package io.holdfast.local.demo.larkfield;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who works at a customer. */
final class People {

  private static final List<DayOfWeek> WORKDAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);
  private static final List<Feature> WORK =
      List.of(Feature.FORECAST, Feature.REPORT, Feature.AUTOMATION);

  private final Script script;
  private final Draw draw;
  private final List<Person> people = new ArrayList<>();

  private People(Script script) {
    this.script = script;
    this.draw = script.draw("people");
  }

  static List<Person> of(Script script) {
    return new People(script).hired();
  }

  private List<Person> hired() {
    var patience =
        draw.shuffled(
            IntStream.range(0, script.people).mapToObj(i -> (i + 0.5) / script.people).toList());
    int atStart = (int) Math.ceil(script.people * script.thereAtStart);
    for (int i = 0; i < script.people; i++) {
      LocalDate joined =
          i < atStart ? settlingIn() : joiningLater(i - atStart, script.people - atStart);
      people.add(person(i, roleOf(i), joined, habit(i, patience.get(i))));
    }
    people.add(outsider(script.people, "procurement"));
    if (script.people >= 8) {
      people.add(outsider(script.people + 1, "executive_sponsor"));
    }
    return people;
  }

  private LocalDate settlingIn() {
    return script.dayZero.plusDays(draw.between(0, 18));
  }

  /**
   * Newcomers arrive at even distances; companies older than the data grow at the pace of the data.
   */
  private LocalDate joiningLater(int i, int of) {
    LocalDate from = Row.later(script.dayZero.plusDays(20), script.windowStart().minusDays(420));
    long span = script.today.toEpochDay() - from.toEpochDay();
    return from.plusDays(Math.max(0, Math.round(span * (i + 0.5) / of)));
  }

  private String roleOf(int i) {
    return switch (i) {
      case 0 -> "champion";
      case 1 -> "admin";
      case 2 -> "manager";
      default -> "end_user";
    };
  }

  private Person.Habit habit(int i, double patience) {
    int days = draw.oneOf(List.of(1, 2, 3), List.of(0.5, 0.37, 0.13));
    Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
    draw.shuffled(WORKDAYS).stream().limit(days).forEach(week::add);
    Feature work = i < WORK.size() ? WORK.get(i) : draw.oneOf(WORK, List.of(0.45, 0.3, 0.25));
    return new Person.Habit(week, patience, draw.between(0.9, 0.985), work, draw.between(2.0, 7.0));
  }

  private Person outsider(int i, String role) {
    var never = new Person.Habit(EnumSet.noneOf(DayOfWeek.class), 1, 0, Feature.DASHBOARD, 0);
    return person(i, role, script.dayZero, never);
  }

  private Person person(int i, String role, LocalDate joined, Person.Habit habit) {
    String account = script.firm.id();
    String name = draw.oneOf(Names.FIRST) + " " + draw.oneOf(Names.LAST);
    String email = "%s.%d@%s.example".formatted(Firm.idOf(name).replace('-', '.'), i, account);
    String id = "%s-p%02d".formatted(account, i);
    return new Person(
        id,
        account,
        name,
        email,
        role,
        Names.title(role, habit.work()),
        Names.department(role, habit.work()),
        joined.isAfter(script.today) ? script.today : joined,
        role.equals("champion") ? departure() : null,
        habit);
  }

  private @Nullable LocalDate departure() {
    return script.championLeavesOn;
  }
}
