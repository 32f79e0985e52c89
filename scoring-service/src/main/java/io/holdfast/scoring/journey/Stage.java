package io.holdfast.scoring.journey;

import io.holdfast.scoring.model.JourneyRules.StageRule;
import io.holdfast.scoring.model.JourneyRules.Stages;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far an account has come, in this order. */
public enum Stage {
  ONBOARDING,
  ADOPTION,
  MATURITY,
  EXPANSION;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Stage> of(String key) {
    return Stream.of(values()).filter(stage -> stage.key().equals(key)).findFirst();
  }

  StageRule rule(Stages stages) {
    return switch (this) {
      case ONBOARDING -> stages.onboarding();
      case ADOPTION -> stages.adoption();
      case MATURITY -> stages.maturity();
      case EXPANSION -> stages.expansion();
    };
  }
}
