package io.holdfast.local.demo.larkfield;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a customer and Larkfield talk: meetings at a usual distance, surveys every quarter. */
final class Conversations {

  private final Script script;
  private final List<Person> people;
  private final Draw draw;
  final List<Meeting> meetings = new ArrayList<>();
  final List<SurveyAnswer> answers = new ArrayList<>();

  Conversations(Script script, List<Person> people) {
    this.script = script;
    this.people = people;
    this.draw = script.draw("conversations");
    meet();
    ask();
  }

  private void meet() {
    LocalDate first = script.firstDay();
    LocalDate day = first.plusDays(draw.between(2, 20));
    for (int n = 1; !day.isAfter(script.today); n++) {
      LocalDate held = workday(day);
      if (talks(held)) {
        boolean young = held.isBefore(script.dayZero.plusDays(75));
        String kind = young && n < 4 ? "training" : kind(n);
        String id = "mtg-%s-%s".formatted(script.firm.id(), held);
        int attendees = draw.between(2, Math.min(3 + script.people / 3, 14));
        meetings.add(new Meeting(id, script.firm.id(), held, kind, attendees));
      }
      double gap = script.gap.at(day);
      day = held.plusDays(Math.max(6, Math.round(draw.around(gap, gap * 0.18))));
    }
  }

  private String kind(int n) {
    boolean large = script.people >= 12;
    return n % 6 == 0 && large ? "executive" : n % 3 == 0 ? "business_review" : "other";
  }

  private void ask() {
    LocalDate day = script.firstDay().plusDays(draw.between(30, 90));
    for (; day.isBefore(script.today); day = day.plusDays(91)) {
      double pace = script.pace.at(day);
      for (Person person : people) {
        LocalDate answered = day.plusDays(draw.between(0, 9));
        boolean sees = person.habit().diligence() > 0 && person.takesPart(answered, pace);
        if (draw.happens(3.0 / (6 + script.people)) && sees && talks(answered)) {
          answers.add(answer(person, "nps", nps(pace, answered), answered));
        }
      }
    }
    leave();
  }

  private void leave() {
    LocalDate end = script.endsOn;
    if (end != null && end.isAfter(script.firstDay()) && draw.happens(0.5)) {
      answers.add(answer(people.get(1), "exit", draw.between(1, 4), end.minusDays(1)));
    }
  }

  private SurveyAnswer answer(Person person, String kind, int score, LocalDate day) {
    String id = "%s-%s-%s".formatted(kind, person.id(), day);
    return new SurveyAnswer(id, script.firm.id(), kind, score, day, person.id());
  }

  private int nps(double pace, LocalDate day) {
    double mood = 3.2 + 5.8 * pace - 4 * script.gravity.at(day) + draw.around(0, 1.3);
    return Math.clamp(Math.round(mood), 0, 10);
  }

  private boolean talks(LocalDate day) {
    boolean quiet = script.quietFrom != null && !day.isBefore(script.quietFrom);
    return script.isCustomer(day) && !quiet && !day.isAfter(script.today);
  }

  private static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case DayOfWeek d when d == DayOfWeek.SATURDAY -> day.minusDays(1);
      case DayOfWeek d when d == DayOfWeek.SUNDAY -> day.minusDays(2);
      default -> day;
    };
  }
}
