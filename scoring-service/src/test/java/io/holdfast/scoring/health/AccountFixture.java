package io.holdfast.scoring.health;

import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.persistence.ModelFixture;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.signal.CoreFeatures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account put together day by day. Day 0 is {@link #TODAY}; earlier days are negative. */
public final class AccountFixture {

  public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  public static final ScoringModel ENTERPRISE = ModelFixture.enterprise();
  public static final CoreFeatures REPORTS = new CoreFeatures(Map.of("Reports", Set.of("report")));

  final List<Use> uses = new ArrayList<>();
  final List<Recorded> facts = new ArrayList<>();

  public static Instant noon(int day) {
    return TODAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  public static LocalDate date(int day) {
    return TODAY.plusDays(day);
  }

  /** So many people use the product once on each of the days, first and last included. */
  public AccountFixture usedBy(int people, int first, int last) {
    return usedBy(people, "login", first, last);
  }

  public AccountFixture usedBy(int people, String event, int first, int last) {
    for (int day = first; day <= last; day++) {
      for (int person = 0; person < people; person++) {
        uses.add(new Use(noon(day), noon(day), false, "person-" + person, event, 1));
      }
    }
    return this;
  }

  public AccountFixture with(String key, Fact fact) {
    return with(key, fact, Knowledge.asItHappened(noon(0)));
  }

  public AccountFixture with(String key, Fact fact, Knowledge knowledge) {
    facts.add(new Recorded(key, fact, knowledge));
    return this;
  }

  public AccountFixture contract(int seats, int first) {
    return with("sub-1", new Fact.Phase("sub-1", date(first), null, seats, true, false));
  }

  public AccountPicture picture() {
    return new AccountPicture(uses, facts);
  }

  public KnownPicture known() {
    return picture().knownAt(Instant.MAX, TenantCalendar.UTC);
  }

  public Health at(int day) {
    return new HealthPolicy(ENTERPRISE, REPORTS).at(noon(day), known());
  }

  public static Judging judging() {
    return new Judging(new HealthPolicy(ENTERPRISE, REPORTS));
  }
}
