package io.holdfast.scoring.picture;

import io.holdfast.scoring.picture.Fact.Outcome;
import io.holdfast.scoring.picture.Fact.Phase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When an account left: by a churn outcome that no later contract or renewal undid, or because all
 * its contracts ended. A contract signed for later keeps it. Of accounts that became one each left
 * by itself; the one they are has left when all of them have.
 */
record Departures(List<Departure> departures) {

  static Departures of(Collection<Recorded> facts) {
    return new Departures(
        facts.stream()
            .filter(version -> version.fact() instanceof Phase || version.fact() instanceof Outcome)
            .collect(
                Collectors.groupingBy(version -> Objects.requireNonNullElse(version.toldOf(), "")))
            .values()
            .stream()
            .map(
                versions -> new Departure(all(versions, Phase.class), all(versions, Outcome.class)))
            .toList());
  }

  private static <F extends Fact> List<F> all(List<Recorded> versions, Class<F> kind) {
    return versions.stream().map(Recorded::fact).filter(kind::isInstance).map(kind::cast).toList();
  }

  Optional<LocalDate> by(LocalDate day) {
    List<Optional<LocalDate>> each = departures.stream().map(one -> one.by(day)).toList();
    return each.stream().allMatch(Optional::isPresent)
        ? each.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
        : Optional.empty();
  }
}
