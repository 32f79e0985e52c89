package io.holdfast.scoring.model;

import io.holdfast.scoring.band.Band;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How accounts are told to be on their way: milestones, stages, stakeholders, readiness to expand,
 * competitors, segments. Part of a scoring model, so published and kept in versions with it.
 *
 * @param onboardingDays an account is out of onboarding after so many days, whatever it reached
 * @param matureFrom no account is mature before so many days
 * @param mature what an account that is past onboarding shows when it is mature
 * @param keepDays a stage is left backwards when its conditions did not hold for so many days
 */
public record JourneyRules(
    List<Milestone> milestones,
    int onboardingDays,
    int matureFrom,
    List<Criterion> mature,
    int keepDays,
    Stages stages,
    StakeholderRule stakeholders,
    ExpansionRule expansion,
    CompetitorRule competitors,
    SegmentRule segments) {

  public JourneyRules {
    milestones = List.copyOf(milestones);
    mature = List.copyOf(mature);
    Set<String> keys = new HashSet<>();
    for (Milestone milestone : milestones) {
      if (!keys.add(milestone.key())) {
        throw new IllegalArgumentException("Milestone '" + milestone.key() + "' is there twice");
      }
    }
  }

  /**
   * @param byDay the day since day 0 by which it should be reached
   * @param endsOnboarding onboarding is not over before it is reached
   */
  public record Milestone(
      String key, String name, Criterion reached, int byDay, boolean endsOnboarding) {}

  public record Stages(
      StageRule onboarding, StageRule adoption, StageRule maturity, StageRule expansion) {}

  /**
   * @param indicators what leads to the goal; one that is not met is a failure signal
   */
  public record StageRule(String goal, List<Criterion> indicators) {

    public StageRule {
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * @param least fewer active people of the roles than this make an account single-threaded
   * @param sponsors so does nobody active of these roles
   */
  public record StakeholderRule(List<String> roles, int days, int least, List<String> sponsors) {

    public StakeholderRule {
      roles = List.copyOf(roles);
      sponsors = List.copyOf(sponsors);
    }
  }

  /**
   * @param bands only an account in one of these is ready
   * @param value one of these shows that value was realised
   * @param opportunity one of these shows that there is something to expand
   */
  public record ExpansionRule(Set<Band> bands, List<Criterion> value, List<Criterion> opportunity) {

    public ExpansionRule {
      bands = Set.copyOf(bands);
      value = List.copyOf(value);
      opportunity = List.copyOf(opportunity);
    }
  }

  /**
   * @param types facts that are sightings
   * @param days for how long one counts
   * @param renewalWithin a sighting so many days or fewer before the renewal exposes the account
   */
  public record CompetitorRule(List<String> types, int days, int renewalWithin) {

    public CompetitorRule {
      types = List.copyOf(types);
    }
  }

  /**
   * @param protect bands of accounts to protect
   */
  public record SegmentRule(Set<Band> protect) {

    public SegmentRule {
      protect = Set.copyOf(protect);
    }
  }
}
