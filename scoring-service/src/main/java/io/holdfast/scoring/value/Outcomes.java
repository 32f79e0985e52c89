package io.holdfast.scoring.value;

import static java.util.Comparator.comparing;

import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.picture.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes agreed with an account. A progress is of the outcome that was noted in the same
 * words before it; else of the only one there was then; else it stands by itself.
 *
 * @param agreed in the order they were agreed
 * @param others progress of which it is not known what of, in the order it was noted
 */
public record Outcomes(List<AgreedOutcome> agreed, List<Progress> others) {

  static final String AGREED = "outcome_agreed";
  static final String PROGRESSED = "outcome_progressed";

  private static final Comparator<Named<Noted>> OLDEST_FIRST =
      comparing((Named<Noted> one) -> one.fact().happenedAt()).thenComparing(Named::key);

  static Outcomes of(KnownPicture picture, Period period, Instant until) {
    TenantCalendar calendar = picture.calendar();
    Map<String, List<Progress>> progress = new LinkedHashMap<>();
    List<Named<Noted>> agreed = noted(picture, AGREED, until);
    agreed.forEach(one -> progress.put(one.key(), new ArrayList<>()));
    List<Progress> others = new ArrayList<>();
    for (Named<Noted> one : noted(picture, PROGRESSED, until)) {
      of(one.fact(), agreed)
          .map(outcome -> progress.getOrDefault(outcome.key(), others))
          .orElse(others)
          .add(Progress.of(one.fact(), calendar));
    }
    return new Outcomes(
        agreed.stream()
            .map(
                one ->
                    outcome(
                        one.fact(),
                        progress.getOrDefault(one.key(), List.of()),
                        period,
                        calendar.day(until),
                        calendar))
            .toList(),
        List.copyOf(others));
  }

  long achieved() {
    return agreed.stream().filter(one -> one.state() == AgreedOutcome.State.ACHIEVED).count();
  }

  private static List<Named<Noted>> noted(KnownPicture picture, String type, Instant until) {
    return picture
        .noted(until)
        .filter(one -> one.fact().type().equals(type))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private static Optional<Named<Noted>> of(Noted progress, List<Named<Noted>> agreed) {
    List<Named<Noted>> then =
        agreed.stream()
            .filter(one -> !one.fact().happenedAt().isAfter(progress.happenedAt()))
            .toList();
    String words = words(progress);
    Optional<Named<Noted>> named =
        then.stream()
            .filter(one -> !words.isEmpty() && words.equals(words(one.fact())))
            .reduce((_, later) -> later);
    return named.isPresent() || then.size() != 1 ? named : Optional.of(then.getFirst());
  }

  private static String words(Noted noted) {
    return noted.text() == null ? "" : noted.text().strip().toLowerCase(Locale.ROOT);
  }

  private static AgreedOutcome outcome(
      Noted agreed,
      List<Progress> progress,
      Period period,
      LocalDate day,
      TenantCalendar calendar) {
    Progress last = progress.isEmpty() ? null : progress.getLast();
    Progress before =
        progress.stream()
            .filter(one -> one.on().isBefore(period.from()))
            .reduce((_, later) -> later)
            .orElse(null);
    return new AgreedOutcome(
        calendar.day(agreed.happenedAt()),
        agreed.text(),
        agreed.dueOn(),
        state(agreed.dueOn(), last, day),
        last,
        before);
  }

  private static AgreedOutcome.State state(
      @Nullable LocalDate dueOn, @Nullable Progress last, LocalDate day) {
    if (last != null && last.isAll()) {
      return AgreedOutcome.State.ACHIEVED;
    }
    if (dueOn != null && dueOn.isBefore(day)) {
      return AgreedOutcome.State.OVERDUE;
    }
    return last == null ? AgreedOutcome.State.AGREED : AgreedOutcome.State.IN_PROGRESS;
  }
}
