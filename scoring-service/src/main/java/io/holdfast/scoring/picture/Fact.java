package io.holdfast.scoring.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One business fact about an account. */
public sealed interface Fact {

  /** When it first was true. */
  Instant began(ZoneId zone);

  /** What of it was known at an instant; nothing when not even its beginning was. */
  default Optional<? extends Fact> known(Knowledge knowledge, Instant knownAt, ZoneId zone) {
    return knowledge.covers(began(zone), knownAt) ? Optional.of(this) : Optional.empty();
  }

  /** The account itself, from its creation on. */
  record Arrival(Instant createdAt) implements Fact {

    @Override
    public Instant began(ZoneId zone) {
      return createdAt;
    }
  }

  /**
   * @param satisfaction as answered after it was closed
   */
  record Ticket(
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable String severity,
      @Nullable BigDecimal satisfaction)
      implements Fact {

    public Ticket(Instant openedAt, @Nullable Instant closedAt, @Nullable String severity) {
      this(openedAt, closedAt, severity, null);
    }

    @Override
    public Instant began(ZoneId zone) {
      return openedAt;
    }

    @Override
    public Optional<Ticket> known(Knowledge knowledge, Instant knownAt, ZoneId zone) {
      if (!knowledge.covers(openedAt, knownAt)) {
        return Optional.empty();
      }
      boolean closingKnown = closedAt == null || knowledge.covers(closedAt, knownAt);
      return Optional.of(closingKnown ? this : new Ticket(openedAt, null, severity));
    }

    public boolean isOpen(Instant at) {
      return !openedAt.isAfter(at) && (closedAt == null || closedAt.isAfter(at));
    }
  }

  /**
   * @param settledAt from when its status (paid without a date, void, uncollectible) makes it
   *     nothing to wait for; a status has no date of its own and counts from its receipt
   */
  record Invoice(
      LocalDate issuedOn,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate paidOn,
      @Nullable Instant settledAt)
      implements Fact {

    @Override
    public Instant began(ZoneId zone) {
      return issuedOn.atStartOfDay(zone).toInstant();
    }

    @Override
    public Optional<Invoice> known(Knowledge knowledge, Instant knownAt, ZoneId zone) {
      if (!knowledge.covers(began(zone), knownAt)) {
        return Optional.empty();
      }
      boolean paymentKnown =
          paidOn == null || knowledge.covers(paidOn.atStartOfDay(zone).toInstant(), knownAt);
      boolean settlingKnown = settledAt == null || !settledAt.isAfter(knownAt);
      return Optional.of(
          new Invoice(
              issuedOn, dueOn, paymentKnown ? paidOn : null, settlingKnown ? settledAt : null));
    }

    /** Days past due at the end of a day; 0 when paid, settled or not due. */
    public long daysOverdue(LocalDate day, Instant at) {
      boolean paid = paidOn != null && !paidOn.isAfter(day);
      boolean settled = settledAt != null && !settledAt.isAfter(at);
      if (dueOn == null || paid || settled || issuedOn.isAfter(day) || !dueOn.isBefore(day)) {
        return 0;
      }
      return day.toEpochDay() - dueOn.toEpochDay();
    }
  }

  /**
   * A phase of a subscription.
   *
   * @param endsOn first day no longer active; null while open
   * @param paid false for a trial
   * @param takenBack by a later version: it never was
   */
  record Phase(
      String subscription,
      LocalDate startsOn,
      @Nullable LocalDate endsOn,
      int seats,
      boolean paid,
      boolean takenBack)
      implements Fact {

    @Override
    public Instant began(ZoneId zone) {
      return startsOn.atStartOfDay(zone).toInstant();
    }

    /** A contract is known when recorded, an assumed one not before its start. */
    @Override
    public Optional<Phase> known(Knowledge knowledge, Instant knownAt, ZoneId zone) {
      if (!knowledge.covers(began(zone), knownAt)) {
        return Optional.empty();
      }
      boolean endKnown =
          endsOn == null || knowledge.covers(endsOn.atStartOfDay(zone).toInstant(), knownAt);
      return Optional.of(
          endKnown ? this : new Phase(subscription, startsOn, null, seats, paid, takenBack));
    }

    public boolean isLive(LocalDate day) {
      return !startsOn.isAfter(day) && (endsOn == null || endsOn.isAfter(day));
    }
  }

  /**
   * @param kind executive, business_review, training or other
   * @param attendees people of the account who came
   */
  record Meeting(Instant heldAt, @Nullable String kind, @Nullable Integer attendees)
      implements Fact {

    @Override
    public Instant began(ZoneId zone) {
      return heldAt;
    }
  }

  /**
   * An answer to a survey.
   *
   * @param survey nps, csat or exit
   * @param person who answered
   */
  record SurveyAnswer(
      Instant answeredAt, String survey, @Nullable BigDecimal score, @Nullable String person)
      implements Fact {

    @Override
    public Instant began(ZoneId zone) {
      return answeredAt;
    }
  }

  /**
   * What no other kind of fact tells: a pulse, a reference, a competitor's sighting, a type of the
   * tenant's own.
   *
   * @param person whom it is about
   */
  record Noted(
      Instant happenedAt,
      String type,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable String text,
      @Nullable String person,
      @Nullable LocalDate dueOn)
      implements Fact {

    public Noted(Instant happenedAt, String type, @Nullable String text) {
      this(happenedAt, type, null, null, text, null, null);
    }

    Noted about(String somebody) {
      return new Noted(happenedAt, type, value, unit, text, somebody, dueOn);
    }

    @Override
    public Instant began(ZoneId zone) {
      return happenedAt;
    }
  }

  /**
   * What was said of a person of the account. Each statement counts from when it was made on, as
   * neither role, department nor presence has a date of their own; the day she left has.
   *
   * @param goneFrom when she counts as gone without a day
   */
  record Contact(
      Instant statedAt,
      @Nullable String role,
      @Nullable String department,
      @Nullable LocalDate leftOn,
      @Nullable Instant goneFrom)
      implements Fact {

    public Contact(
        Instant statedAt,
        @Nullable String role,
        @Nullable LocalDate leftOn,
        @Nullable Instant goneFrom) {
      this(statedAt, role, null, leftOn, goneFrom);
    }

    @Override
    public Instant began(ZoneId zone) {
      return statedAt;
    }

    @Override
    public Optional<Contact> known(Knowledge knowledge, Instant knownAt, ZoneId zone) {
      if (!knowledge.covers(statedAt, knownAt)) {
        return Optional.empty();
      }
      boolean leavingKnown =
          leftOn == null || knowledge.covers(leftOn.atStartOfDay(zone).toInstant(), knownAt);
      boolean goneKnown = goneFrom == null || !goneFrom.isAfter(knownAt);
      return Optional.of(
          new Contact(
              statedAt,
              role,
              department,
              leavingKnown ? leftOn : null,
              goneKnown ? goneFrom : null));
    }

    /** The day she was gone, if that was by then. */
    @Nullable LocalDate leftBy(Instant at, TenantCalendar calendar) {
      LocalDate gone = leftOn == null && goneFrom != null ? calendar.day(goneFrom) : leftOn;
      return gone == null || gone.isAfter(calendar.day(at)) ? null : gone;
    }
  }

  /** A charge that failed, or one that made it good. */
  record Charge(Instant happenedAt, @Nullable String invoice, boolean failed) implements Fact {

    @Override
    public Instant began(ZoneId zone) {
      return happenedAt;
    }
  }

  /**
   * A person's judgement in place of the computed score, with the reason for it.
   *
   * @param until first instant at which it holds no more
   * @param score 0 to 100, in hundredths
   * @param by the subject of whoever decided it
   */
  record ScoreOverride(Instant from, Instant until, BigDecimal score, String reason, String by)
      implements Fact {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    public ScoreOverride {
      score = score.setScale(2, RoundingMode.HALF_EVEN);
      if (score.signum() < 0 || score.compareTo(FULL) > 0) {
        throw new IllegalArgumentException("A score is 0 to 100, not " + score);
      }
      if (reason.isBlank()) {
        throw new IllegalArgumentException("An override has a reason");
      }
    }

    @Override
    public Instant began(ZoneId zone) {
      return from;
    }

    public boolean holds(Instant at) {
      return !from.isAfter(at) && at.isBefore(until);
    }

    public ScoreOverride endedAt(Instant at) {
      return new ScoreOverride(from, at, score, reason, by);
    }
  }

  /** How a contract was decided. */
  record Outcome(LocalDate happenedOn, boolean churned) implements Fact {

    @Override
    public Instant began(ZoneId zone) {
      return happenedOn.atStartOfDay(zone).toInstant();
    }
  }
}
