package io.holdfast.scoring.model;

import java.util.List;

/** What a signal measures, with the lengths of its windows in days of the tenant's calendar. */
public sealed interface Measure {

  /** Which number of the reading the curve is drawn over. */
  default boolean isRelativeToBaseline() {
    return false;
  }

  /** How many days of use it looks back at; facts are read whole. */
  default int reach() {
    return switch (this) {
      case ActivePeople people -> spans(people.days, people.baselineSpans, people.baselineCarried);
      case CoreFeatureUse features ->
          spans(features.days, features.baselineSpans, features.baselineCarried);
      case EventTrend events -> spans(events.days, events.baselineSpans, events.baselineCarried);
      case LicenceUse licences -> licences.days;
      case EventCount events -> events.days;
      case EventRatio events -> events.days;
      case FeatureBreadth features -> features.days;
      case StakeholderCoverage people -> people.days;
      case ActiveStakeholders people -> people.days;
      case RoleDepartures people -> people.days;
      case EventAge _, ContactSilence _ -> FURTHEST;
      case SevereTickets _,
          Silence _,
          DaysOverdue _,
          FailedCharges _,
          FactCount _,
          FactValue _,
          FactAge _,
          MissedFacts _,
          TicketAge _,
          SurveyScore _,
          SurveyTrend _,
          Meetings _,
          ProcurementDelay _,
          TimeToValue _ ->
          0;
    };
  }

  /**
   * Distinct people in the last days against the median of the equally long spans before.
   *
   * @param baselineMinimum how many of the spans must have use
   * @param baselineCarried for how many further spans an account's last baseline stays valid
   */
  record ActivePeople(int days, int baselineSpans, int baselineMinimum, int baselineCarried)
      implements Measure {

    public ActivePeople {
      positive(days, baselineSpans, baselineMinimum);
    }

    @Override
    public boolean isRelativeToBaseline() {
      return true;
    }
  }

  /** Distinct people in the last days over paid seats of the phases live that day. */
  record LicenceUse(int days) implements Measure {

    public LicenceUse {
      positive(days);
    }
  }

  /** Uses of each core feature against its own median; the mean of the ratios, each at most 1. */
  record CoreFeatureUse(int days, int baselineSpans, int baselineMinimum, int baselineCarried)
      implements Measure {

    public CoreFeatureUse {
      positive(days, baselineSpans, baselineMinimum);
    }
  }

  /** Tickets of the named severities opened in the last days. */
  record SevereTickets(int days, List<String> severities) implements Measure {

    public SevereTickets {
      positive(days);
      severities = List.copyOf(severities);
    }
  }

  /** Days since the last interaction of the named kinds, else since the account was first seen. */
  record Silence(List<String> interactions) implements Measure {

    public Silence {
      interactions = List.copyOf(interactions);
    }
  }

  /** Days the oldest unpaid invoice is past its due date. */
  record DaysOverdue() implements Measure {}

  /** Failed charges in the last days that no payment has made good. */
  record FailedCharges(int days) implements Measure {

    public FailedCharges {
      positive(days);
    }
  }

  /** Uses of the named events in the last days. */
  record EventCount(List<String> events, int days) implements Measure {

    public EventCount {
      positive(days);
      events = named(events);
    }
  }

  /** Uses of the named events in the last days against the account's own baseline. */
  record EventTrend(
      List<String> events, int days, int baselineSpans, int baselineMinimum, int baselineCarried)
      implements Measure {

    public EventTrend {
      positive(days, baselineSpans, baselineMinimum);
      events = named(events);
    }

    @Override
    public boolean isRelativeToBaseline() {
      return true;
    }
  }

  /**
   * Uses of the named events over uses of others, in the last days.
   *
   * @param of whose uses are 1
   */
  record EventRatio(List<String> events, List<String> of, int days) implements Measure {

    public EventRatio {
      positive(days);
      events = named(events);
      of = named(of);
    }
  }

  /** Days since one of the named events was last used, at most {@link #FURTHEST}. */
  record EventAge(List<String> events) implements Measure {

    public EventAge {
      events = named(events);
    }
  }

  /** Share of the core features used in the last days. */
  record FeatureBreadth(int days) implements Measure {

    public FeatureBreadth {
      positive(days);
    }
  }

  /** Facts of the named types noted in the last days. */
  record FactCount(List<String> types, int days) implements Measure {

    public FactCount {
      positive(days);
      types = named(types);
    }
  }

  /** The values of facts of the named types noted in the last days, taken together. */
  record FactValue(List<String> types, int days, Taken taken) implements Measure {

    public FactValue {
      positive(days);
      types = named(types);
    }
  }

  enum Taken {
    LATEST,
    MEAN,
    SUM
  }

  /** Days since a fact of the named types was last noted. */
  record FactAge(List<String> types) implements Measure {

    public FactAge {
      types = named(types);
    }
  }

  /** Facts of the named types that came due in the last days and are not told as met. */
  record MissedFacts(List<String> types, int days) implements Measure {

    public MissedFacts {
      positive(days);
      types = named(types);
    }
  }

  /** Days the oldest unresolved ticket of the named severities is open. */
  record TicketAge(List<String> severities) implements Measure {

    public TicketAge {
      severities = named(severities);
    }
  }

  /** Answers to a survey in the last days: nps from −100 to 100, others their mean. */
  record SurveyScore(String survey, int days) implements Measure {

    public SurveyScore {
      positive(days);
    }
  }

  /** The survey's score of the last days less that of the equally long span before. */
  record SurveyTrend(String survey, int days) implements Measure {

    public SurveyTrend {
      positive(days);
    }
  }

  /** Meetings of the named kinds in the last days to which somebody came. */
  record Meetings(List<String> kinds, int days) implements Measure {

    public Meetings {
      positive(days);
      kinds = named(kinds);
    }
  }

  /** Days since somebody of the roles was last active, at most {@link #FURTHEST}. */
  record ContactSilence(List<String> roles) implements Measure {

    public ContactSilence {
      roles = named(roles);
    }
  }

  /** Share of the roles that somebody has who was active in the last days. */
  record StakeholderCoverage(List<String> roles, int days) implements Measure {

    public StakeholderCoverage {
      positive(days);
      roles = named(roles);
    }
  }

  /** People of the roles who were active in the last days. */
  record ActiveStakeholders(List<String> roles, int days) implements Measure {

    public ActiveStakeholders {
      positive(days);
      roles = named(roles);
    }
  }

  /** People of the roles who left in the last days. */
  record RoleDepartures(List<String> roles, int days) implements Measure {

    public RoleDepartures {
      positive(days);
      roles = named(roles);
    }
  }

  /** Days the last procurement step is past its day without a contract that began since. */
  record ProcurementDelay() implements Measure {}

  /**
   * Days from the start of the account to the first fact of the types; no data once the account is
   * older.
   */
  record TimeToValue(List<String> types, int within) implements Measure {

    public TimeToValue {
      positive(within);
      types = named(types);
    }
  }

  /**
   * So many days back use is looked at, whenever an account is judged: what was used last before
   * them counts as if it was that day.
   */
  int FURTHEST = 166;

  private static int spans(int days, int baselineSpans, int baselineCarried) {
    return days * (baselineSpans + baselineCarried + 1);
  }

  private static List<String> named(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("What is measured has a name");
    }
    return List.copyOf(names);
  }

  private static void positive(int... numbers) {
    for (int number : numbers) {
      if (number < 1) {
        throw new IllegalArgumentException("A window is at least 1, not " + number);
      }
    }
  }
}
