package io.holdfast.scoring.journey;

import io.holdfast.scoring.model.Criterion;
import io.holdfast.scoring.signal.Moment;
import io.holdfast.scoring.signal.Reading.Measured;
import io.holdfast.scoring.signal.Reading.Missing;
import io.holdfast.scoring.signal.Signals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A criterion and what was found of it.
 *
 * @param met null when there is no data
 * @param value what was compared
 * @param sentence what was found, or why there is no data
 */
public record Checked(
    Criterion criterion, @Nullable Boolean met, @Nullable BigDecimal value, String sentence) {

  static Checked of(Criterion criterion, Moment moment) {
    return switch (Signals.read(criterion.measure(), moment)) {
      case Measured found ->
          new Checked(
              criterion, criterion.isMetBy(found.onCurve()), found.onCurve(), found.sentence());
      case Missing(String why) -> new Checked(criterion, null, null, why);
    };
  }

  static List<Checked> all(List<Criterion> criteria, Moment moment) {
    return criteria.stream().map(criterion -> of(criterion, moment)).toList();
  }

  public boolean isMet() {
    return Boolean.TRUE.equals(met);
  }

  public boolean isKnown() {
    return met != null;
  }

  /** Whether all that is known is met, and something is. */
  static boolean allMet(List<Checked> checked) {
    List<Checked> known = checked.stream().filter(Checked::isKnown).toList();
    return !known.isEmpty() && known.stream().allMatch(Checked::isMet);
  }
}
