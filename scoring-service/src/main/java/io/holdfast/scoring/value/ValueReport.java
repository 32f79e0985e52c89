package io.holdfast.scoring.value;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.signal.CoreFeatures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an account has had of the product over a period.
 *
 * @param until what happened later is not in it
 * @param over whether that is the end of the period
 * @param milestones reached by then, in their order
 * @param highlights the report in sentences
 */
public record ValueReport(
    Period period,
    Instant until,
    boolean over,
    UsageSummary usage,
    Outcomes outcomes,
    List<Reached> milestones,
    Comparison peers,
    List<String> highlights) {

  public static ValueReport of(
      KnownPicture picture,
      CoreFeatures features,
      Modules modules,
      List<Reached> reached,
      PeerGroup peers,
      Period period,
      Instant until) {
    UsageSummary usage = UsageSummary.of(picture, features, modules, period, until);
    Outcomes outcomes = Outcomes.of(picture, period, until);
    LocalDate last = picture.calendar().day(until);
    List<Reached> milestones =
        reached.stream()
            .filter(one -> !one.on().isAfter(last))
            .sorted(Comparator.comparing(Reached::on).thenComparing(Reached::key))
            .toList();
    return new ValueReport(
        period,
        until,
        !until.isBefore(picture.calendar().endOf(period.to())),
        usage,
        outcomes,
        milestones,
        Comparison.of(AdoptionTally.of(picture, features, until), peers, features.events().size()),
        highlights(period, usage, outcomes, milestones));
  }

  /** Of one that was found when the account was first looked at nobody knows the day. */
  public boolean isNew(Reached milestone) {
    return isNew(milestone, period);
  }

  private static boolean isNew(Reached milestone, Period period) {
    return !milestone.orEarlier() && period.has(milestone.on());
  }

  private static List<String> highlights(
      Period period, UsageSummary usage, Outcomes outcomes, List<Reached> milestones) {
    List<String> said = new ArrayList<>();
    Used product = usage.product();
    said.add(
        "%s used the product in %s, %s in the %s before"
            .formatted(
                counted(product.people(), "person", "people"),
                counted(period.days(), "day", "days"),
                against(product.people(), product.peopleBefore()),
                counted(period.days(), "day", "days")));
    if (!usage.features().isEmpty()) {
      long now = usage.features().stream().filter(Used::isUsed).count();
      long then = usage.features().stream().filter(Used::wasUsed).count();
      said.add(
          "%d of %s in use, %s before"
              .formatted(
                  now,
                  counted(usage.features().size(), "core feature", "core features"),
                  against(now, then)));
    }
    if (!outcomes.agreed().isEmpty()) {
      said.add(
          "%d of %s achieved"
              .formatted(
                  outcomes.achieved(),
                  counted(outcomes.agreed().size(), "agreed outcome", "agreed outcomes")));
    }
    long reached = milestones.stream().filter(one -> isNew(one, period)).count();
    if (reached > 0) {
      said.add("%s reached".formatted(counted(reached, "milestone", "milestones")));
    }
    return List.copyOf(said);
  }

  private static String against(long now, long then) {
    if (now == then) {
      return "as many as";
    }
    return "%d %s than".formatted(Math.abs(now - then), now > then ? "more" : "fewer");
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
