package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A quantity over the days: straight lines between known points, level before and after them. */
record Course(double start, NavigableMap<LocalDate, Double> points) {

  static Course level(double value) {
    return new Course(value, new TreeMap<>());
  }

  /** From {@code from} on, in a straight line to {@code value} on {@code until}. */
  Course moving(LocalDate from, LocalDate until, double value) {
    var next = new TreeMap<>(points.headMap(from, false));
    next.put(from, at(from));
    next.put(until.isAfter(from) ? until : from.plusDays(1), value);
    return new Course(start, next);
  }

  Course jumping(LocalDate on, double value) {
    return moving(on.minusDays(1), on, value);
  }

  double at(LocalDate day) {
    var before = points.floorEntry(day);
    var after = points.higherEntry(day);
    if (before == null) {
      return start;
    }
    if (after == null) {
      return before.getValue();
    }
    double whole = ChronoUnit.DAYS.between(before.getKey(), after.getKey());
    double gone = ChronoUnit.DAYS.between(before.getKey(), day);
    return before.getValue() + (after.getValue() - before.getValue()) * gone / whole;
  }
}
