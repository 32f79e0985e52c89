package io.holdfast.scoring.model;

import java.util.List;

/** What a signal measures, with the lengths of its windows in days of the tenant's calendar. */
public sealed interface Measure {

  /** Which number of the reading the curve is drawn over. */
  default boolean isRelativeToBaseline() {
    return false;
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

  private static void positive(int... numbers) {
    for (int number : numbers) {
      if (number < 1) {
        throw new IllegalArgumentException("A window is at least 1, not " + number);
      }
    }
  }
}
