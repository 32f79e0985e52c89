package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.LicenceUse;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Distinct people of the last days over the paid seats of the phases live that day. */
record LicenceUseReading(int active, int seats, LocalDate day, int days) implements Measured {

  static Reading of(LicenceUse measure, Moment moment) {
    LocalDate day = moment.day();
    LocalDate firstPerson = moment.picture().usage().firstPersonOn();
    int seats = moment.picture().paidSeats(day);
    if (seats == 0) {
      return new Missing("No contract with paid seats is live");
    }
    if (firstPerson == null || firstPerson.isAfter(day)) {
      return new Missing("Nobody of the account was seen using the product yet");
    }
    return new LicenceUseReading(moment.people(day, measure.days()), seats, day, measure.days());
  }

  @Override
  public BigDecimal value() {
    return Numbers.plain(onCurve());
  }

  @Override
  public BigDecimal onCurve() {
    return Numbers.ratio(BigDecimal.valueOf(active), BigDecimal.valueOf(seats));
  }

  @Override
  public String gist() {
    return "%d of %s active in %d days"
        .formatted(active, Numbers.counted(seats, "paid seat", "paid seats"), days);
  }

  @Override
  public String sentence() {
    return "Licence utilisation %s: %s".formatted(Numbers.percent(onCurve()), gist());
  }

  @Override
  public Evidence evidence() {
    return new Evidence(
        day.minusDays(days - 1L),
        day,
        List.of(
            new Item("active people", null, BigDecimal.valueOf(active)),
            new Item("paid seats", null, BigDecimal.valueOf(seats))));
  }
}
