package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.Silence;
import io.holdfast.scoring.picture.Interaction;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Days since somebody of the account last spoke with us.
 *
 * @param last what the last interaction was, or {@link #NONE}
 * @param since its day, or the day the account was first seen
 */
record SilenceReading(String last, LocalDate since, LocalDate day) implements Measured {

  private static final String NONE = "first seen";

  static Reading of(Silence measure, Moment moment) {
    Interaction last =
        Stream.concat(tickets(moment), moment.picture().interactions(moment.at()))
            .filter(one -> measure.interactions().contains(one.kind()))
            .max(Comparator.comparing(Interaction::happenedAt).thenComparing(Interaction::kind))
            .orElseGet(() -> new Interaction(firstSeen(moment), NONE, null));
    return new SilenceReading(last.kind(), moment.calendar().day(last.happenedAt()), moment.day());
  }

  private static Stream<Interaction> tickets(Moment moment) {
    return moment
        .picture()
        .tickets(moment.at())
        .map(ticket -> new Interaction(ticket.fact().openedAt(), "ticket", null));
  }

  private static Instant firstSeen(Moment moment) {
    return Objects.requireNonNull(moment.picture().firstSeen());
  }

  @Override
  public BigDecimal value() {
    return BigDecimal.valueOf(day.toEpochDay() - since.toEpochDay());
  }

  @Override
  public String sentence() {
    long days = value().longValue();
    if (last.equals(NONE)) {
      return days == 0
          ? "No interaction yet: the account was first seen today"
          : "No interaction in %s since the account was first seen on %s"
              .formatted(Numbers.counted(days, "day", "days"), since);
    }
    return days == 0
        ? "Last interaction today: " + last
        : "Last interaction %s ago: %s on %s"
            .formatted(Numbers.counted(days, "day", "days"), last, since);
  }

  @Override
  public Evidence evidence() {
    return new Evidence(since, day, List.of(new Item(last, since, value())));
  }
}
