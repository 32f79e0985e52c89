package io.holdfast.scoring.health;

import io.holdfast.scoring.band.BandPolicy;
import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges accounts. Time and live news continue from the band recorded last. News about the past
 * does not: the band is folded anew over the days before, as they are known now, so that late
 * history neither sticks nor flaps.
 */
public record Judging(HealthPolicy policy) {

  private static final int FOLDED_DAYS = 30;
  private static final int WEEKS = 12;

  /** A day counts when it is over; a judgement that comes later than this includes the new day. */
  private static final Duration ON_TIME = Duration.ofHours(1);

  /** A score and its band at an instant. */
  public record Point(Instant at, @Nullable BigDecimal score, BandState state) {}

  public Judgement judge(Standing before, KnownPicture picture, Cause cause, Instant now) {
    Instant at = cause == Cause.CLOCK ? judgedOnTime(before, picture.calendar(), now) : now;
    BandState state = before.state();
    if (cause.rewritesThePast() || before.judgedAt() == null) {
      state = folded(picture, at);
    } else {
      state = throughDaysMissed(before, picture, at);
    }
    Health health = policy.at(at, picture);
    state =
        health.isFrozen()
            ? frozen(state, health, picture)
            : after(state, at, health.score(), picture);
    return new Judgement(before, health, state, cause, next(state, health, picture, now));
  }

  /**
   * A score and band at the end of every day from the first to the last, and at the last instant.
   */
  public List<Point> series(KnownPicture picture, Instant from, Instant to) {
    TenantCalendar calendar = picture.calendar();
    LocalDate first = calendar.day(from);
    LocalDate folded = first.minusDays(FOLDED_DAYS);
    BandState state = BandState.BEGINNING;
    List<Point> points = new ArrayList<>();
    for (Instant at : ends(calendar, folded, to)) {
      BigDecimal score = policy.scoreAt(at, picture);
      state = after(state, at, score, picture);
      if (calendar.day(at).equals(folded) && picture.existsAt(calendar.startOf(folded))) {
        state = state.asFound();
      }
      if (!calendar.day(at).isBefore(first)) {
        points.add(new Point(at, score, state));
      }
    }
    return points;
  }

  /** The last twelve weeks, up to an instant; what is past as it was at the end of its day. */
  public Trend trend(KnownPicture picture, Instant at) {
    List<@Nullable BigDecimal> weekly = new ArrayList<>();
    for (int week = WEEKS - 1; week > 0; week--) {
      weekly.add(policy.scoreAt(daysBefore(7 * week, at, picture), picture));
    }
    BigDecimal now = policy.scoreAt(at, picture);
    weekly.add(now);
    BigDecimal then = policy.scoreAt(daysBefore(30, at, picture), picture);
    return new Trend(
        weekly,
        now == null || then == null ? null : now.subtract(then),
        folded(picture, daysBefore(7, at, picture)).band());
  }

  private static Instant daysBefore(int days, Instant at, KnownPicture picture) {
    TenantCalendar calendar = picture.calendar();
    return calendar.endOf(calendar.day(at).minusDays(days));
  }

  /** The band at an instant, folded over the days before it. */
  public BandState folded(KnownPicture picture, Instant at) {
    return series(picture, at, at).getLast().state();
  }

  private BandState frozen(BandState state, Health health, KnownPicture picture) {
    Instant left = health.frozenAt();
    return left == null ? state : folded(picture, left);
  }

  private BandState throughDaysMissed(Standing before, KnownPicture picture, Instant at) {
    Instant last = before.judgedAt();
    BandState state = before.state();
    if (last == null) {
      return state;
    }
    TenantCalendar calendar = picture.calendar();
    LocalDate earliest = calendar.day(at).minusDays(FOLDED_DAYS);
    LocalDate from = calendar.day(last).isBefore(earliest) ? earliest : calendar.day(last);
    for (Instant end : ends(calendar, from, at)) {
      if (end.isAfter(last) && end.isBefore(at)) {
        state = after(state, end, policy.scoreAt(end, picture), picture);
      }
    }
    return state;
  }

  private static Instant judgedOnTime(Standing before, TenantCalendar calendar, Instant now) {
    Instant midnight = calendar.startOf(calendar.day(now));
    Instant dayEnded = midnight.minusMillis(1);
    boolean onTime = now.isBefore(midnight.plus(ON_TIME));
    boolean isNew = before.judgedAt() == null || before.judgedAt().isBefore(dayEnded);
    return onTime && isNew ? dayEnded : now;
  }

  private Optional<Instant> next(
      BandState state, Health health, KnownPicture picture, Instant now) {
    if (health.isFrozen() || !picture.existsAt(now)) {
      return Optional.empty();
    }
    Instant midnight = picture.calendar().nextMidnight(now);
    return bands()
        .reconsider(state, health.at(), health.score())
        .filter(held -> held.isBefore(midnight) && held.isAfter(now))
        .or(() -> Optional.of(midnight));
  }

  private static List<Instant> ends(TenantCalendar calendar, LocalDate from, Instant to) {
    List<Instant> ends = new ArrayList<>();
    for (LocalDate day = from; calendar.endOf(day).isBefore(to); day = day.plusDays(1)) {
      ends.add(calendar.endOf(day));
    }
    ends.add(to);
    return ends;
  }

  /** What a person judged is never held. */
  private BandState after(
      BandState state, Instant at, @Nullable BigDecimal score, KnownPicture picture) {
    boolean held = picture.sharesGap(at) && picture.override(at).isEmpty();
    return bands().after(state, at, score, held);
  }

  private BandPolicy bands() {
    return policy.model().bands();
  }
}
