package io.holdfast.scoring.journey;

import java.util.ArrayList;
import java.util.List;

/** The segment of an account, and why. */
public record Segmented(Segment segment, List<String> why) {

  public Segmented {
    why = List.copyOf(why);
  }

  /** Risk comes first, then what can be had at once, then what can be had later. */
  public static Segmented of(Findings findings, Stage stage, ExpansionReadiness expansion) {
    List<String> risk = new ArrayList<>();
    if (findings.atRisk()) {
      risk.add("Its health is at risk");
    }
    if (findings.competitors().state() == CompetitorWatch.State.EXPOSED) {
      risk.add("It is exposed to a competitor");
    }
    if (!risk.isEmpty()) {
      return new Segmented(Segment.PROTECT, risk);
    }
    if (expansion.state() == ExpansionReadiness.State.READY) {
      return new Segmented(Segment.GROW, expansion.why());
    }
    List<String> potential = new ArrayList<>();
    if (stage == Stage.ONBOARDING || stage == Stage.ADOPTION) {
      potential.add("It is in " + stage.key() + ": value is still to be had of what it pays");
    }
    if (expansion.value().stream().noneMatch(Checked::isMet)) {
      potential.add("No realised value is shown yet");
    }
    return potential.isEmpty()
        ? new Segmented(Segment.MONITOR, List.of("Value is realised; no risk, nothing to sell now"))
        : new Segmented(Segment.NURTURE, potential);
  }
}
