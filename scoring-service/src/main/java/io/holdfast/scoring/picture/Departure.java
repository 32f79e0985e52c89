package io.holdfast.scoring.picture;

import io.holdfast.scoring.picture.Fact.Outcome;
import io.holdfast.scoring.picture.Fact.Phase;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** When one account left, by its own contracts and outcomes. */
record Departure(List<Phase> phases, List<Outcome> outcomes) {

  Optional<LocalDate> by(LocalDate day) {
    return Stream.concat(churned(day).stream(), contractsEnded(day).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<LocalDate> churned(LocalDate day) {
    return outcomes.stream()
        .filter(outcome -> !outcome.happenedOn().isAfter(day))
        .max(Comparator.comparing(Outcome::happenedOn).thenComparing(Outcome::churned))
        .filter(Outcome::churned)
        .map(Outcome::happenedOn)
        .filter(left -> phases.stream().noneMatch(phase -> startsAfter(phase, left, day)));
  }

  private static boolean startsAfter(Phase phase, LocalDate left, LocalDate day) {
    return !phase.startsOn().isBefore(left) && !phase.startsOn().isAfter(day);
  }

  private Optional<LocalDate> contractsEnded(LocalDate day) {
    boolean begun = phases.stream().anyMatch(phase -> !phase.startsOn().isAfter(day));
    boolean continues =
        phases.stream().anyMatch(phase -> phase.isLive(day) || phase.startsOn().isAfter(day));
    if (!begun || continues) {
      return Optional.empty();
    }
    return phases.stream()
        .map(Phase::endsOn)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
