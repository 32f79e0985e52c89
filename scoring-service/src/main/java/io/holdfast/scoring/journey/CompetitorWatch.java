package io.holdfast.scoring.journey;

import io.holdfast.scoring.model.JourneyRules.CompetitorRule;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.KnownPicture.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Competitors seen at the account.
 *
 * @param sightings newest first
 * @param why what exposes the account to being taken over
 */
public record CompetitorWatch(State state, List<Sighting> sightings, List<String> why) {

  public enum State {
    NONE,
    SIGHTED,
    EXPOSED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String key) {
      return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst();
    }
  }

  public record Sighting(LocalDate on, String type, @Nullable String text) {}

  static CompetitorWatch of(
      KnownPicture picture,
      CompetitorRule rule,
      Instant at,
      boolean atRisk,
      @Nullable Boolean singleThreaded,
      @Nullable LocalDate renewsOn) {
    LocalDate day = picture.calendar().day(at);
    Instant since = picture.calendar().startOf(day.minusDays(rule.days() - 1L));
    List<Sighting> sightings =
        picture
            .noted(at)
            .map(Named::fact)
            .filter(noted -> rule.types().contains(noted.type()))
            .filter(noted -> !noted.happenedAt().isBefore(since))
            .sorted(Comparator.comparing(Noted::happenedAt).reversed())
            .map(
                noted ->
                    new Sighting(
                        picture.calendar().day(noted.happenedAt()), noted.type(), noted.text()))
            .toList();
    if (sightings.isEmpty()) {
      return new CompetitorWatch(State.NONE, List.of(), List.of());
    }
    List<String> why = new ArrayList<>();
    if (atRisk) {
      why.add("The account is at risk while a competitor is seen");
    }
    if (renewsOn != null
        && !renewsOn.isBefore(day)
        && !renewsOn.isAfter(day.plusDays(rule.renewalWithin()))) {
      why.add("It renews on %s, within %d days".formatted(renewsOn, rule.renewalWithin()));
    }
    if (Boolean.TRUE.equals(singleThreaded)) {
      why.add("It hangs by too few people");
    }
    return new CompetitorWatch(
        why.isEmpty() ? State.SIGHTED : State.EXPOSED, sightings, List.copyOf(why));
  }
}
