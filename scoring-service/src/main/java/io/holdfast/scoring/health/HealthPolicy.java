package io.holdfast.scoring.health;

import io.holdfast.scoring.health.FoundAxis.Found;
import io.holdfast.scoring.health.Health.MissingSignal;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.MissingPolicy.Carry;
import io.holdfast.scoring.model.MissingPolicy.Penalise;
import io.holdfast.scoring.model.MissingPolicy.Redistribute;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.model.SignalRule;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.signal.Moment;
import io.holdfast.scoring.signal.Reading.Carried;
import io.holdfast.scoring.signal.Reading.Measured;
import io.holdfast.scoring.signal.Reading.Missing;
import io.holdfast.scoring.signal.Signals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores an account by a model; below the model's coverage floor there is no score. */
public record HealthPolicy(ScoringModel model, CoreFeatures features) {

  /** The health at an instant; that of an account that left is the one it left with. */
  public Health at(Instant at, KnownPicture picture) {
    Instant left = leftWith(at, picture).orElse(null);
    List<MissingSignal> missing = new ArrayList<>();
    Weighing weighing = weighed(left == null ? at : left, picture, missing);
    Health computed =
        new Health(
            at, weighing.score(), weighing.covered(), weighing.explained(), missing, left, null);
    return picture
        .override(left == null ? at : left)
        .map(override -> computed.overruledBy(override.fact()))
        .orElse(computed);
  }

  /** The score of the health at an instant, without its explanation. */
  @Nullable BigDecimal scoreAt(Instant at, KnownPicture picture) {
    Instant of = leftWith(at, picture).orElse(at);
    Optional<BigDecimal> override = picture.override(of).map(found -> found.fact().score());
    return override.isPresent() ? override.get() : weighed(of, picture, new ArrayList<>()).score();
  }

  /** What the signals give at an instant, whatever a person judged and whether it has left. */
  public Scores scoresAt(Instant at, KnownPicture picture) {
    return weighed(at, picture, new ArrayList<>()).scores();
  }

  /** The health of an account of which nothing is known. */
  public Health unknown(Instant at) {
    return at(at, AccountPicture.EMPTY.known(TenantCalendar.UTC));
  }

  /** The last instant of an account that has left. */
  private static Optional<Instant> leftWith(Instant at, KnownPicture picture) {
    return picture
        .departedBy(picture.calendar().day(at))
        .map(left -> picture.calendar().startOf(left).minusMillis(1));
  }

  private Weighing weighed(Instant at, KnownPicture picture, List<MissingSignal> missing) {
    Moment moment = new Moment(picture, features, at);
    List<FoundAxis> axes = new ArrayList<>();
    for (Axis axis : model.axes()) {
      List<Found> found = new ArrayList<>();
      for (SignalRule rule : axis.signals()) {
        switch (Signals.read(rule.measure(), moment)) {
          case Measured reading -> found.add(valued(rule, reading));
          case Missing none -> {
            Optional<Found> instead = instead(rule, none, moment);
            instead.ifPresent(found::add);
            if (!(instead.map(Found::reading).orElse(none) instanceof Carried)) {
              missing.add(
                  new MissingSignal(
                      rule.key(), rule.name(), axis.key(), none.why(), rule.missing().key()));
            }
          }
        }
      }
      axes.add(FoundAxis.of(axis, found));
    }
    return Weighing.of(axes, model.coverageFloor());
  }

  /** What counts for a signal without data. */
  private static Optional<Found> instead(SignalRule rule, Missing none, Moment moment) {
    return switch (rule.missing()) {
      case Redistribute _ -> Optional.empty();
      case Penalise(BigDecimal score) ->
          moment.picture().existsAt(moment.at())
              ? Optional.of(new Found(rule, none, hundredths(score)))
              : Optional.empty();
      case Carry(int days) -> carried(rule, none, moment, days);
    };
  }

  /** The last reading at the end of one of the days before. */
  private static Optional<Found> carried(SignalRule rule, Missing none, Moment moment, int days) {
    TenantCalendar calendar = moment.picture().calendar();
    LocalDate today = calendar.day(moment.at());
    for (int back = 1; back <= days; back++) {
      LocalDate day = today.minusDays(back);
      Moment then = new Moment(moment.picture(), moment.features(), calendar.endOf(day));
      if (!moment.picture().existsAt(then.at())) {
        return Optional.empty();
      }
      if (Signals.read(rule.measure(), then) instanceof Measured reading) {
        return Optional.of(valued(rule, new Carried(reading, day, none.why())));
      }
    }
    return Optional.empty();
  }

  private static Found valued(SignalRule rule, Measured reading) {
    return new Found(rule, reading, rule.curve().at(reading.onCurve()));
  }

  private static BigDecimal hundredths(BigDecimal score) {
    return score.setScale(2, RoundingMode.HALF_EVEN);
  }
}
